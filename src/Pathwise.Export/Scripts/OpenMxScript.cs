using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pathwise.Export.Content;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Export.Scripts;

/// <summary>A script for R that fits the same model with OpenMx: every parameter as a path, starting near the estimates.</summary>
internal sealed partial class OpenMxScript
{
    private static readonly string[] Prefixes = ["p", "free", "unlabelled"];

    private readonly Report report;
    private readonly AnalysedData data;
    private readonly Dictionary<string, string> labels;

    // What a parameter without a label is called with its number; no label is called so.
    private readonly string unlabelled;

    private OpenMxScript(Report report)
    {
        this.report = report;
        data = new(report);
        labels = Table.Rows.Where(row => row.IsFree && row.Label.Length > 0).Select(row => row.Label).Distinct()
            .Select((label, i) => (label, Name: Plain().IsMatch(label) ? label : string.Create(CultureInfo.InvariantCulture, $"label{i + 1}"))).ToDictionary(each => each.label, each => each.Name);
        unlabelled = Prefixes.First(prefix => prefix == Prefixes[^1] || !labels.Values.Any(label => label.StartsWith(prefix, StringComparison.Ordinal) && label[prefix.Length..].All(char.IsAsciiDigit)));
    }

    private ParameterTable Table => report.Fit.Table;

    private EstimationOptions Estimation => report.Fit.Options;

    // Covariances in place of cases, for the Wishart likelihood.
    private bool UsesCovariances => !data.HasCases || IsWishart;

    // OpenMx takes covariances divided by n - 1, and fits those divided by n with the weight n: of one case less these are the covariances and the weight of the Wishart likelihood.
    private bool IsWishart => Estimation.Likelihood == Likelihood.Wishart && Estimation.Method().HasLikelihood && !Table.HasMeanStructure;

    /// <summary>The script.</summary>
    public static string Of(Report report) => new OpenMxScript(report).Text();

    private string Text()
    {
        var text = new StringBuilder();
        foreach (var comment in Comments())
            text.Append(RText.Comment(comment));
        text.Append("\nlibrary(OpenMx)\n\n");
        if (!UsesCovariances)
            text.Append(CultureInfo.InvariantCulture, $"data <- read.csv({RText.Quote(data.File)}, check.names = FALSE{(data.Group is { } group ? $", colClasses = c({RText.Quote(group)} = \"character\")" : "")})\n");
        text.Append(CultureInfo.InvariantCulture, $"observed <- {RText.Vector(data.Names)}\nlatent <- {(Table.LatentVariables.Count > 0 ? RText.Vector(Table.LatentVariables) : "character(0)")}\n\n");
        for (var number = 1; number <= Table.GroupCount; number++)
            text.Append(Group(number));
        text.Append(Whole());
        return text.Append("fit <- mxRun(model)\nprint(summary(fit)$parameters[, c(\"name\", \"Estimate\", \"Std.Error\")], digits = 7)\n").Append(Definitions()).ToString();
    }

    private IEnumerable<string> Comments()
    {
        if (report.Notice is { } notice)
            yield return notice;
        yield return $"{report.Run.Name}, as {Report.Program} fitted it, for OpenMx. Run in this folder: Rscript openmx.R. Written for OpenMx 2.21. The search starts at the estimates rounded to two digits.";
        if (Estimation.Estimator == Estimator.GLS)
            yield return "Not expressed here: GLS, which OpenMx does not have. This script fits by maximum likelihood, and its numbers differ.";
        if (Estimation.Missing.HasTwoStages())
            yield return "Not expressed here: estimation in two stages, which OpenMx does not have. This script uses full information, and its numbers differ.";
        if (Estimation.BiasReduction != BiasReduction.None)
            yield return "Not expressed here: reduced-bias estimation, which OpenMx does not have. This script fits by plain maximum likelihood, and its numbers differ.";
        if (Estimation.Ridge != 0)
            yield return "Not expressed here: the ridge that is added to the variances of the sample; the numbers differ.";
        if (Estimation.Bounds != BoundsKind.None)
            yield return $"Not expressed here: bounds made from the sample's variances ({Estimation.Bounds.Text()}); the numbers are the same where none holds a parameter.";
        if (Estimation.Method().Responses is not null)
            yield return $"Not expressed here: standard errors and test of {Estimation.Estimator}; OpenMx has robust ones of its own.";
        if (Estimation.Method().HasLikelihood && !report.Fit.Method.IsRobust && Estimation.InformationUsed() == Information.Expected)
            yield return "Standard errors are those of the observed information, which --information observed gives; Pathwise's rest on the expected one.";
        if (Table.Constraints.Any(each => Bound(each) is not null))
            yield return "Not expressed here: standard errors where a parameter reaches its bound; OpenMx takes them as if there were none.";
        if (Table.Constraints.Any(each => each.IsFromUser && !each.IsEquality && Bound(each) is null))
            yield return "Inequalities between parameters are constraints here; OpenMx 2.21 was seen to end outside of such: look at the estimates.";
        if (report.Fit.Method is { IsRobust: true, Responses: null, Certainty: null })
            yield return "Not expressed here: robust standard errors and the scaled test; the estimates are the same. imxRobustSE(fit) gives sandwich errors of complete raw data.";
        if (Estimation.Likelihood == Likelihood.Wishart && Table.HasMeanStructure)
            yield return "Not expressed here: the Wishart likelihood with means.";
        if (report.Run.Effects.Kinds.Any(kind => kind != Sem.Intervals.IntervalKind.Delta))
            yield return "Not expressed here: intervals of effects. mxBootstrap(fit) draws samples, mxCI and omxRunCI find profiles.";
    }

    private string Group(int number)
    {
        var rows = report.Fit.Estimates().Where(row => row.Group == number && row.Operator.IsModelParameter()).ToArray();
        var doubled = rows.Where(row => row.Operator == Operator.Regression && rows.Any(other => other.Operator == Operator.Covariance && IsPair(row, other))).ToArray();
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"group{number} <- mxModel(\"group{number}\", type = \"RAM\", manifestVars = observed, latentVars = latent,\n");
        foreach (var row in rows.Except(doubled))
            text.Append(CultureInfo.InvariantCulture, $"  {Path(row)},\n");
        if (!Table.HasMeanStructure && !UsesCovariances && Estimation.Method().Responses is null)
            text.Append(CultureInfo.InvariantCulture, $"  mxPath(\"one\", observed, values = {RText.Vector((report.Fit.Saturated[number - 1].Means ?? report.Fit.Sample[number - 1].Means!).Select(Rounded))}),\n");
        if (Estimation.Method().Responses is not null)
            text.Append(CultureInfo.InvariantCulture, $"  mxFitFunctionWLS(\"{Estimation.Method().Uncorrected}\"{(Table.HasMeanStructure ? ", allContinuousMethod = \"marginals\"" : "")}),\n");
        text.Append("  ").Append(Data(number)).Append(")\n");
        foreach (var row in doubled)
            text.Append(Cell(number, row));
        return text.Append('\n').ToString();
    }

    private static bool IsPair(Estimate one, Estimate other) => (one.Lhs, one.Rhs) == (other.Lhs, other.Rhs) || (one.Lhs, one.Rhs) == (other.Rhs, other.Lhs);

    // mxPath takes a path between two variables away when it adds a covariance of them, and the other way round.
    private string Cell(int number, Estimate row)
    {
        var cell = string.Create(CultureInfo.InvariantCulture, $"[{RText.Quote(row.Lhs)}, {RText.Quote(row.Rhs)}]");
        var label = row.Parameter.IsFree ? string.Create(CultureInfo.InvariantCulture, $"group{number}$A$labels{cell} <- \"{Label(row.Parameter)}\"\n") : "";
        return string.Create(CultureInfo.InvariantCulture, $"group{number}$A$free{cell} <- {RText.Truth(row.Parameter.IsFree)}\ngroup{number}$A$values{cell} <- {Value(row)}\n{label}");
    }

    private string Path(Estimate row)
    {
        var (from, to, arrows) = row.Operator switch
        {
            Operator.Loading => (row.Lhs, row.Rhs, 1),
            Operator.Regression => (row.Rhs, row.Lhs, 1),
            Operator.Intercept => ("one", row.Lhs, 1),
            _ => (row.Lhs, row.Rhs, 2),
        };
        return string.Create(CultureInfo.InvariantCulture, $"mxPath({RText.Quote(from)}, {RText.Quote(to)}, arrows = {arrows}, free = {RText.Truth(row.Parameter.IsFree)}, values = {Value(row)}{(row.Parameter.IsFree ? $", labels = \"{Label(row.Parameter)}\"{Bounds(row.Parameter)}" : "")})");
    }

    private static string Value(Estimate row) => AnalysedData.Number(row.Parameter.IsFree ? Rounded(row.Value) : row.Value);

    private string Label(Parameter row) => row.Label.Length > 0 ? labels[row.Label] : string.Create(CultureInfo.InvariantCulture, $"{unlabelled}{row.Free}");

    private string Bounds(Parameter row) => string.Concat(Table.Constraints.Where(each => each.IsFromUser).Select(Bound).OfType<(string Label, bool IsLower, double Value)>()
        .Where(bound => bound.Label == row.Label).Select(bound => $", {(bound.IsLower ? "lbound" : "ubound")} = {AnalysedData.Number(bound.Value)}"));

    // An inequality of a parameter and a number; null for any other constraint.
    private (string Label, bool IsLower, double Value)? Bound(Constraint each)
    {
        var isAtMost = each.Operator == Operator.AtMost;
        if (each.IsEquality)
            return null;
        if (labels.ContainsKey(each.Lhs.Trim()) && Number.IsNumber(each.Rhs))
            return (each.Lhs.Trim(), !isAtMost, Number.Parse(each.Rhs));
        return labels.ContainsKey(each.Rhs.Trim()) && Number.IsNumber(each.Lhs) ? (each.Rhs.Trim(), isAtMost, Number.Parse(each.Lhs)) : null;
    }

    private string Data(int number)
    {
        var sample = data.Samples[number - 1];
        if (!UsesCovariances)
            return data.Group is { } group ? $"mxData(data[data[[{RText.Quote(group)}]] == {RText.Quote(sample.Group)}, observed], type = \"raw\")" : "mxData(data[, observed], type = \"raw\")";
        var means = Table.HasMeanStructure && sample.Means is { } known ? $", means = setNames({RText.Vector(known)}, observed)" : "";
        var (covariance, count) = IsWishart ? (sample.Covariance * (sample.Count - 1) / (sample.Count - 2), sample.Count - 1) : (sample.Covariance, sample.Count);
        return string.Create(CultureInfo.InvariantCulture, $"mxData(matrix({RText.Vector(covariance.ToRowMajorArray())}, length(observed), dimnames = list(observed, observed)), type = \"cov\"{means}, numObs = {count})");
    }

    private string Whole()
    {
        string[] parts = [.. Enumerable.Range(1, Table.GroupCount).Select(number => string.Create(CultureInfo.InvariantCulture, $"group{number}"))];
        string[] constraints = [.. Table.Constraints.Where(each => each.IsFromUser && Bound(each) is null).Select((each, i) => string.Create(CultureInfo.InvariantCulture, $"mxConstraint({Expression(each.Lhs)} {(each.IsEquality ? "==" : each.Operator == Operator.AtMost ? "<" : ">")} {Expression(each.Rhs)}, name = \"constraint{i + 1}\")"))];
        return $"model <- mxModel(\"model\", {string.Join(", ", [.. parts, .. constraints, $"mxFitFunctionMultigroup({RText.Vector(parts)})"])})\n";
    }

    private string Definitions()
    {
        var text = new StringBuilder();
        foreach (var definition in Table.Definitions)
            text.Append(CultureInfo.InvariantCulture, $"cat({RText.Quote(definition.Name)}, mxEvalByName(\"defined\", mxModel(fit, mxAlgebra({Expression(Expanded(definition.Text))}, name = \"defined\")), compute = TRUE), \"\\n\")\n");
        return text.ToString();
    }

    // Definitions may name earlier ones.
    private string Expanded(string text) => Table.Definitions.Reverse().Aggregate(text, (all, definition) =>
        ExpressionText.Of(all, name => name == definition.Name ? $"({definition.Text})" : name));

    private string Expression(string text) => ExpressionText.Of(text, label => labels.TryGetValue(label, out var name) ? name
        : Table.Rows.FirstOrDefault(row => row.Label == label) is { FixedValue: { } value } ? AnalysedData.Number(value) : label);

    private static double Rounded(double value) => double.Parse(value.ToString("G2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[A-Za-z]\w*$", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
