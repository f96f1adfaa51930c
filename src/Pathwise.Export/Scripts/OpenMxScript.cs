using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pathwise.Export.Content;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Export.Scripts;

/// <summary>A script for R that fits the same model with OpenMx: every parameter as a path, starting near the estimates.</summary>
internal sealed partial class OpenMxScript
{
    private readonly Report report;
    private readonly AnalysedData data;
    private readonly Dictionary<string, string> labels;

    private OpenMxScript(Report report)
    {
        this.report = report;
        data = new(report);
        labels = Table.Rows.Where(row => row.IsFree && row.Label.Length > 0).Select(row => row.Label).Distinct()
            .Select((label, i) => (label, Name: Plain().IsMatch(label) ? label : string.Create(CultureInfo.InvariantCulture, $"label{i + 1}"))).ToDictionary(each => each.label, each => each.Name);
    }

    private ParameterTable Table => report.Fit.Table;

    private EstimationOptions Estimation => report.Fit.Options;

    // Covariances in place of cases: OpenMx multiplies their discrepancy by n - 1, as the Wishart likelihood does.
    private bool UsesCovariances => !data.HasCases || (Estimation.Likelihood == Likelihood.Wishart && Estimation.Method().HasLikelihood && !Table.HasMeanStructure);

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
        if (report.Fit.Method.IsRobust)
            yield return "Not expressed here: robust standard errors and the scaled test; the estimates are the same. imxRobustSE(fit) gives sandwich errors of complete raw data.";
        if (Estimation.Likelihood == Likelihood.Wishart && Table.HasMeanStructure)
            yield return "Not expressed here: the Wishart likelihood with means.";
        if (report.Run.Effects.Kinds.Any(kind => kind != Sem.Intervals.IntervalKind.Delta))
            yield return "Not expressed here: intervals of effects. mxBootstrap(fit) draws samples, mxCI and omxRunCI find profiles.";
    }

    private string Group(int number)
    {
        var rows = report.Fit.Estimates().Where(row => row.Group == number && row.Operator.IsModelParameter()).ToArray();
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"group{number} <- mxModel(\"group{number}\", type = \"RAM\", manifestVars = observed, latentVars = latent,\n");
        foreach (var row in rows)
            text.Append(CultureInfo.InvariantCulture, $"  {Path(row)},\n");
        if (!Table.HasMeanStructure && !UsesCovariances)
            text.Append(CultureInfo.InvariantCulture, $"  mxPath(\"one\", observed, values = {RText.Vector((report.Fit.Saturated[number - 1].Means ?? report.Fit.Sample[number - 1].Means!).Select(Rounded))}),\n");
        if (Estimation.Estimator == Estimator.ULS)
            text.Append("  mxFitFunctionWLS(\"ULS\"),\n");
        return text.Append("  ").Append(Data(number)).Append(")\n\n").ToString();
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
        var value = AnalysedData.Number(row.Parameter.IsFree ? Rounded(row.Value) : row.Value);
        return string.Create(CultureInfo.InvariantCulture, $"mxPath({RText.Quote(from)}, {RText.Quote(to)}, arrows = {arrows}, free = {RText.Truth(row.Parameter.IsFree)}, values = {value}{(row.Parameter.IsFree ? $", labels = \"{Label(row.Parameter)}\"" : "")})");
    }

    private string Label(Parameter row) => row.Label.Length > 0 ? labels[row.Label] : string.Create(CultureInfo.InvariantCulture, $"p{row.Free}");

    private string Data(int number)
    {
        var sample = data.Samples[number - 1];
        if (!UsesCovariances)
            return data.Group is { } group ? $"mxData(data[data[[{RText.Quote(group)}]] == {RText.Quote(sample.Group)}, observed], type = \"raw\")" : "mxData(data[, observed], type = \"raw\")";
        var means = Table.HasMeanStructure && sample.Means is { } known ? $", means = setNames({RText.Vector(known)}, observed)" : "";
        return string.Create(CultureInfo.InvariantCulture, $"mxData(matrix({RText.Vector(sample.Covariance.ToRowMajorArray())}, length(observed), dimnames = list(observed, observed)), type = \"cov\"{means}, numObs = {sample.Count})");
    }

    private string Whole()
    {
        string[] parts = [.. Enumerable.Range(1, Table.GroupCount).Select(number => string.Create(CultureInfo.InvariantCulture, $"group{number}"))];
        string[] constraints = [.. Table.Constraints.Where(each => each.IsFromUser).Select((each, i) => string.Create(CultureInfo.InvariantCulture, $"mxConstraint({Expression(each.Lhs)} {(each.IsEquality ? "==" : each.Operator == Operator.AtMost ? "<" : ">")} {Expression(each.Rhs)}, name = \"constraint{i + 1}\")"))];
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
