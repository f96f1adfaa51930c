using System.Globalization;
using System.Text;
using Pathwise.Analyses;
using Pathwise.Export.Content;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;

namespace Pathwise.Export.Scripts;

/// <summary>A script for R that fits the same model with lavaan, with the same options, and prints the same numbers.</summary>
internal sealed class LavaanScript(Report report)
{
    private const string Prints = """
        estimates <- parameterEstimates(fit, standardized = TRUE, level = {0})
        print(estimates, nd = 6)
        measures <- fitMeasures(fit)
        shown <- c("chisq", "df", "pvalue", "chisq.scaled", "df.scaled", "pvalue.scaled", "cfi", "tli", "cfi.scaled", "tli.scaled", "cfi.robust", "tli.robust", "rmsea",
                   "rmsea.ci.lower", "rmsea.ci.upper", "rmsea.scaled", "rmsea.robust", "{1}", "aic", "bic")
        print(round(measures[intersect(shown, names(measures))], 6))

        """;

    private readonly AnalysedData data = new(report);

    private ParameterTable Table => report.Fit.Table;

    private EstimationOptions Estimation => report.Fit.Options;

    /// <summary>The script.</summary>
    public static string Of(Report report, ModelSpecification model) => new LavaanScript(report).Text(model);

    // lavaan holds the covariances of products of explained variables at zero, and those of what is named in a covariance.
    private string ProductCovariances()
    {
        Parameter[] added = [.. Table.Rows.Where(row => row is { Group: 1, Operator: Operator.Covariance, IsFromUser: false, IsFree: true } && row.Lhs != row.Rhs)];
        bool IsExogenous(Parameter row) => Table.ExogenousVariables.Contains(row.Lhs) && Table.ExogenousVariables.Contains(row.Rhs);
        bool HasProduct(Parameter row) => ProductName.IsProduct(row.Lhs) || ProductName.IsProduct(row.Rhs);
        return !added.Any(row => HasProduct(row) && !IsExogenous(row))
            ? "\n"
            : "\n\n# Free here, and zero in lavaan unless it is said:\n" + string.Concat(added.Where(row => HasProduct(row) || IsExogenous(row)).Select(row => $"{row.Lhs} ~~ {row.Rhs}\n"));
    }

    private string Text(ModelSpecification model)
    {
        var text = new StringBuilder();
        if (report.Notice is { } notice)
            text.Append(RText.Comment(notice));
        text.Append(RText.Comment($"{report.Run.Name}, as {Report.Program} fitted it, for lavaan. Run in this folder: Rscript model.R. Written for lavaan {Version}."));
        foreach (var problem in Inexpressible())
            text.Append(RText.Comment($"Not expressed here: {problem}"));
        text.Append("\nlibrary(lavaan)\n\nmodel <- ").Append(RText.Lines(model.Coded(Table.Options.Codings).Text.TrimEnd() + ProductCovariances())).Append("\n\n");
        text.Append(data.HasCases ? Cases() : Moments());
        text.Append(CultureInfo.InvariantCulture, $"arguments <- list(\n  {string.Join(",\n  ", Arguments())}\n)\nfit <- do.call(\"{Function()}\", arguments)\n\n");
        text.Append(Prints.Replace("{0}", AnalysedData.Number(Estimation.Level), StringComparison.Ordinal).Replace("{1}", Table.OrderedVariables.Count > 0 ? "srmr" : "srmr_bentler", StringComparison.Ordinal));
        return text.Append(new LavaanEffects(report, Function()).Text()).ToString();
    }

    private string Version => Estimation.BiasReduction == BiasReduction.None ? "0.6-14" : "0.7, whose estimator rbm no lavaan 0.6 has, and not run";

    private string Function() => Table.Options.Defaults switch
    {
        ModelDefaults.Growth => "growth",
        ModelDefaults.None => "lavaan",
        _ => "sem",
    };

    private string Cases()
    {
        var classes = data.Group is { } group ? $", colClasses = c({RText.Quote(group)} = \"character\")" : "";
        return $"data <- read.csv({RText.Quote(data.File)}, check.names = FALSE{classes})\n\n";
    }

    private string Moments()
    {
        var text = new StringBuilder(RText.Comment("Covariances are divided by n - 1, as lavaan expects them."));
        text.Append(CultureInfo.InvariantCulture, $"variables <- {RText.Vector(data.Names)}\nsquare <- function(values) matrix(values, length(variables), dimnames = list(variables, variables))\n");
        text.Append("covariances <- ").Append(List(sample => $"square({RText.Vector(sample.Covariance.ToRowMajorArray())})")).Append('\n');
        if (HasMeans)
            text.Append("means <- ").Append(List(sample => RText.Vector(sample.Means!))).Append('\n');
        return text.Append('\n').ToString();
    }

    private bool HasMeans => Table.HasMeanStructure && data.Samples.All(sample => sample.Means is not null);

    private string List(Func<Sem.Moments.SampleMoments, string> part) => data.Samples.Count == 1 ? part(data.Samples[0]) : $"list({string.Join(",\n  ", data.Samples.Select(part))})";

    private IEnumerable<string> Arguments()
    {
        yield return "model = model";
        foreach (var argument in data.HasCases ? OfCases() : OfMoments())
            yield return argument;
        foreach (var argument in OfEstimation().Concat(OfModel()).Concat(OfGroups()))
            yield return argument;
    }

    private IEnumerable<string> OfCases()
    {
        yield return "data = data";
        if (data.Group is { } group)
            yield return $"group = {RText.Quote(group)}";
    }

    private IEnumerable<string> OfMoments()
    {
        yield return "sample.cov = covariances";
        yield return $"sample.nobs = c({string.Join(", ", data.Samples.Select(sample => sample.Count.ToString(CultureInfo.InvariantCulture)))})";
        if (HasMeans)
            yield return "sample.mean = means";
    }

    private IEnumerable<string> OfEstimation()
    {
        yield return $"estimator = \"{(Estimation.BiasReduction == BiasReduction.None ? Estimation.Estimator.ToString() : "rbm")}\"";
        if (Estimation.BiasReduction != BiasReduction.None)
            yield return $"estimator.args = list(rbm.method = \"{OptionWords.BiasReductions.Word(Estimation.BiasReduction)}\")";
        if (Estimation.Ridge != 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"ridge = TRUE, ridge.constant = {Estimation.Ridge:R}");
        if (Estimation.Bounds != BoundsKind.None)
            yield return $"bounds = \"{Estimation.Bounds.Text()}\"";
        if (Estimation.Method().HasLikelihood)
            yield return $"likelihood = \"{OptionWords.Likelihoods.Word(Estimation.Likelihood)}\"";
        if (data.HasCases)
            yield return $"missing = \"{(Estimation.Missing == MissingData.Fiml ? "ml" : OptionWords.Treatments.Word(Estimation.Missing))}\"";
        if (Estimation.Information is { } information)
            yield return $"information = \"{OptionWords.Matrices.Word(information)}\"";
    }

    private IEnumerable<string> OfModel()
    {
        var options = Table.Options;
        yield return $"meanstructure = {RText.Truth(Table.HasMeanStructure)}";
        yield return $"fixed.x = {RText.Truth(options.FixedX)}";
        yield return $"std.lv = {RText.Truth(options.StdLv)}";
        yield return $"orthogonal = {RText.Truth(options.Orthogonal)}";
        (string Name, bool? Value)[] open =
        [
            ("int.ov.free", options.FreeObservedIntercepts), ("int.lv.free", options.FreeLatentMeans), ("auto.fix.first", options.FixFirstLoading), ("auto.fix.single", options.FixSingleIndicator),
            ("auto.var", options.AutoVariances), ("auto.cov.lv.x", options.AutoExogenousCovariances), ("auto.cov.y", options.AutoEndogenousCovariances),
        ];
        if (Table.OrderedVariables.Count > 0)
        {
            yield return $"ordered = {RText.Vector(Table.OrderedVariables)}";
            if (Estimation.EmptyCells == EmptyCellRule.None)
                yield return "zero.add = c(0, 0)";
            yield return $"parameterization = \"{OptionWords.Parameterizations.Word(options.Parameterization)}\"";
        }

        foreach (var (name, value) in open.Where(each => each.Value is not null))
            yield return $"{name} = {RText.Truth(value!.Value)}";
    }

    private IEnumerable<string> OfGroups()
    {
        if (Table.Options.GroupEqual.Count > 0)
            yield return $"group.equal = {RText.Vector(Table.Options.GroupEqual.Select(equality => OptionWords.Equalities.Word(equality)))}";
        if (Table.Options.GroupPartial.Count > 0)
            yield return $"group.partial = {RText.Vector(Table.Options.GroupPartial)}";
    }

    private IEnumerable<string> Inexpressible()
    {
        if (Table.OrderedVariables.Count > 0 && Estimation.EmptyCells == EmptyCellRule.ShareOfCells)
            yield return "the rule for empty cells, 1/(rc) in each of a table of r x c; zero.add takes one number for all tables.";
        if (Estimation.StartingValues is not null || Estimation.RandomStartSeed is not null)
            yield return "the starting values of the search, which lavaan chooses itself.";
        if (Estimation.Auxiliary.Count > 0)
            yield return $"the auxiliary variables {string.Join(", ", Estimation.Auxiliary)}, which lavaan's first stage does not take; semTools::twostage(..., aux = {RText.Vector(Estimation.Auxiliary)}) has them, with errors from the information at the implied moments.";
        if (report.Run.Others.Count > 0)
            yield return $"the models compared ({string.Join(", ", report.Run.Others.Select(other => other.Name))}); put each in place of the model, then lavTestLRT(fit, other).";
        if (report.Run.BollenStine is { } stine)
            yield return string.Create(CultureInfo.InvariantCulture, $"the Bollen-Stine bootstrap of {stine.Requested} samples; add test = \"bollen.stine\", bootstrap = {stine.Requested} to the arguments, whose draws are other ones.");
        if (Table.OrderedVariables.Count > 0 && Table.Options.GroupEqual.Contains(GroupEquality.Thresholds))
            yield return "with equal thresholds, scales and intercepts that are free in later groups, before lavaan 0.7: this script has them from that version on.";
        if (report.Fit.CaseUse.Omitted.Count > 0)
            yield return $"the cases that were left out before: {report.Fit.CaseUse.Text}. {data.File} has those analysed.";
    }
}
