using System.Globalization;
using System.Text;
using Pathwise.Analyses;
using Pathwise.Export.Content;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Specification;

namespace Pathwise.Export.Scripts;

/// <summary>An input for Mplus: every parameter is written out, so that nothing depends on its defaults.</summary>
internal sealed class MplusScript
{
    private readonly Report report;
    private readonly AnalysedData data;
    private readonly MplusNames variables;
    private readonly MplusNames labels;
    private readonly MplusNames groups;

    private MplusScript(Report report)
    {
        this.report = report;
        data = new(report);
        variables = new([.. data.Names, .. report.Fit.Table.LatentVariables, .. data.Group is { } column ? [column] : Array.Empty<string>()]);
        labels = new(Table.Definitions.Select(definition => definition.Name).Concat(Table.Rows.Where(row => row.IsFree && row.Label.Length > 0).Select(row => row.Label)).Distinct());
        groups = new(Table.GroupLabels.Select((label, i) => Group(i)));
    }

    private ParameterTable Table => report.Fit.Table;

    private EstimationOptions Estimation => report.Fit.Options;

    /// <summary>The file of the values, without a header.</summary>
    public static string Data(Report report)
    {
        var data = new AnalysedData(report);
        return data.HasCases ? data.Plain() : Moments(report, data);
    }

    /// <summary>The input.</summary>
    public static string Of(Report report) => new MplusScript(report).Text();

    /// <summary>The name of that file.</summary>
    public static string FileName(Report report) => report.IsSynthetic ? "data.synthetic.dat" : "data.dat";

    private static string Moments(Report report, AnalysedData data)
    {
        var text = new StringBuilder();
        foreach (var sample in data.Samples)
        {
            if (HasMeans(report, data))
                text.AppendJoin(' ', sample.Means!.Select(AnalysedData.Number)).Append('\n');
            for (var i = 0; i < sample.Names.Count; i++)
                text.AppendJoin(' ', Enumerable.Range(0, i + 1).Select(j => AnalysedData.Number(sample.Covariance[i, j]))).Append('\n');
        }

        return text.ToString();
    }

    private static bool HasMeans(Report report, AnalysedData data) => report.Fit.Table.HasMeanStructure && data.Samples.All(sample => sample.Means is not null);

    private string Text()
    {
        var text = new StringBuilder();
        foreach (var comment in Comments())
            text.Append(MplusLines.Comment(comment));
        text.Append(MplusLines.Statement("TITLE:", $"{report.Run.Name}, as {Report.Program} fitted it", ends: false));
        text.Append("DATA:\n").Append(string.Concat(DataStatements().Select(statement => MplusLines.Statement("  ", statement))));
        text.Append("VARIABLE:\n").Append(string.Concat(VariableStatements().Select(statement => MplusLines.Statement("  ", statement))));
        text.Append("ANALYSIS:\n").Append(string.Concat(AnalysisStatements().Select(statement => MplusLines.Statement("  ", statement))));
        text.Append(Models());
        text.Append(Constraints());
        text.Append(Indirect());
        return text.Append("OUTPUT:\n").Append(MplusLines.Statement("  ", $"STANDARDIZED {Intervals()}")).ToString();
    }

    private IEnumerable<string> Comments()
    {
        if (report.Notice is { } notice)
            yield return notice;
        foreach (var (old, made) in variables.Changed.Concat(labels.Changed).Concat(groups.Changed))
            yield return $"{made} is {old}";
        if (Estimation.BiasReduction != BiasReduction.None)
            yield return "Not expressed here: reduced-bias estimation, which Mplus does not have; its numbers are those of plain maximum likelihood.";
        if (Estimation.Ridge != 0)
            yield return "Not expressed here: the ridge that is added to the variances of the sample; the numbers differ.";
        if (Estimation.Bounds != BoundsKind.None)
            yield return $"Not expressed here: bounds made from the sample's variances ({Estimation.Bounds.Text()}); the numbers are the same where none holds a parameter.";
        if (Estimation.Likelihood == Likelihood.Wishart && Estimation.Method().HasLikelihood)
            yield return "Not expressed here: the Wishart likelihood. Mplus divides by n; its chi-square is n / (n - 1) times that of the tables, and variances differ by that factor.";
        foreach (var kind in report.Run.Effects.Kinds.Where(kind => kind is IntervalKind.MonteCarlo or IntervalKind.Profile or IntervalKind.BcA or IntervalKind.Basic or IntervalKind.Normal))
            yield return $"Not expressed here: intervals of the kind {kind.Text()}.";
        if (report.Run.Bootstrap is not null)
            yield return "Bootstrap: Mplus draws other samples, so that intervals agree within the error of simulation.";
        if (Estimation.Missing.HasTwoStages())
            yield return "Not expressed here: estimation in two stages, which Mplus does not have. This script uses full information, and its numbers differ.";
        if (report.Run.Others.Count > 0)
            yield return $"Not expressed here: the models compared ({string.Join(", ", report.Run.Others.Select(other => other.Name))}).";
        foreach (var problem in MplusResponses.Inexpressible(report.Fit))
            yield return $"Not expressed here: {problem}";
        if (OfMplus(Estimation.Estimator) != Estimation.Estimator)
            yield return $"Not expressed here: standard errors and test of {Estimation.Estimator}, which Mplus does not have; {OfMplus(Estimation.Estimator)} has the same estimates.";
        yield return "Written from the manual and not run: there was no Mplus to try it.";
    }

    private IEnumerable<string> DataStatements()
    {
        yield return $"FILE IS {FileName(report)}";
        if (data.HasCases)
        {
            if (Estimation.Missing == MissingData.Listwise)
                yield return "LISTWISE IS ON";
            yield break;
        }

        yield return HasMeans(report, data) ? "TYPE IS MEANS COVARIANCE" : "TYPE IS COVARIANCE";
        yield return $"NOBSERVATIONS ARE {string.Join(' ', data.Samples.Select(sample => sample.Count.ToString(CultureInfo.InvariantCulture)))}";
        if (data.Samples.Count > 1)
            yield return string.Create(CultureInfo.InvariantCulture, $"NGROUPS = {data.Samples.Count}");
    }

    private IEnumerable<string> VariableStatements()
    {
        var group = data is { HasCases: true, Group: { } column } ? variables[column] : null;
        yield return $"NAMES ARE {string.Join(' ', data.Names.Select(name => variables[name]).Append(group).OfType<string>())}";
        if (data.HasCases)
            yield return "MISSING ARE ALL (-999999)";
        if (Table.OrderedVariables.Count > 0)
            yield return $"CATEGORICAL ARE {string.Join(' ', Table.OrderedVariables.Select(name => variables[name]))}";
        if (group is not null)
            yield return $"GROUPING IS {group} ({string.Join(' ', Table.GroupLabels.Select((_, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1} = {groups[Group(i)]}")))})";
    }

    // Of the estimators that Mplus does not have, the one with the same estimates.
    private Estimator OfMplus(Estimator estimator) => estimator switch
    {
        Estimator.DWLS or Estimator.WLSMVS => Estimator.WLSMV,
        Estimator.ULSM or Estimator.ULSMVS => Estimator.ULSMV,
        Estimator.ULS when Table.OrderedVariables.Count > 0 => Estimator.ULSMV,
        Estimator.MLMVS => Estimator.MLMV,
        _ => estimator,
    };

    private IEnumerable<string> AnalysisStatements()
    {
        yield return $"ESTIMATOR = {OfMplus(Estimation.Estimator)}";
        if (Table.OrderedVariables.Count > 0)
            yield return $"PARAMETERIZATION = {OptionWords.Parameterizations.Word(Table.Options.Parameterization).ToUpperInvariant()}";
        yield return Table.HasMeanStructure ? "MODEL = NOCOVARIANCES" : "MODEL = NOMEANSTRUCTURE NOCOVARIANCES";
        if (!Estimation.Method().IsRobust && Estimation.Method().HasLikelihood)
            yield return $"INFORMATION = {(Estimation.InformationUsed() == Information.Observed ? "OBSERVED" : "EXPECTED")}";
        if (report.Run.Bootstrap is { } drawn)
            yield return string.Create(CultureInfo.InvariantCulture, $"BOOTSTRAP = {drawn.Requested}");
    }

    // Several groups: the first one's model for all, then each group's with all of its parameters.
    private string Models()
    {
        var text = new StringBuilder("MODEL:\n").Append(Model(1, Table.GroupCount == 1));
        for (var group = 1; Table.GroupCount > 1 && group <= Table.GroupCount; group++)
            text.Append(CultureInfo.InvariantCulture, $"MODEL {(data.HasCases ? groups[Group(group - 1)] : $"g{group}")}:\n").Append(Model(group, true));
        return text.ToString();
    }

    private string Model(int number, bool hasLabels) => string.Concat(
        from row in Table.Rows
        where row.Group == number && !row.IsSampleMoment && row.Operator.IsModelParameter() && MplusResponses.Has(Table, row)
        let value = row.IsFree ? row.Operator == Operator.Loading ? "*" : "" : $"@{AnalysedData.Number(row.FixedValue ?? 0)}"
        let label = hasLabels && row.IsFree && row.Label.Length > 0 ? $" ({labels[row.Label]})" : ""
        select MplusLines.Statement("  ", Statement(row, value) + label));

    private string Statement(Parameter row, string value) => row.Operator switch
    {
        Operator.Loading => $"{variables[row.Lhs]} BY {variables[row.Rhs]}{value}",
        Operator.Regression => $"{variables[row.Lhs]} ON {variables[row.Rhs]}{value}",
        Operator.Intercept => $"[{variables[row.Lhs]}{value}]",
        Operator.Threshold => $"[{variables[row.Lhs]}${row.Rhs[1..]}{value}]",
        Operator.Scale => $"{{{variables[row.Lhs]}{value}}}",
        _ when row.Lhs == row.Rhs => $"{variables[row.Lhs]}{value}",
        _ => $"{variables[row.Lhs]} WITH {variables[row.Rhs]}{value}",
    };

    private string Constraints()
    {
        var constraints = Table.Constraints.Where(constraint => constraint.IsFromUser).ToArray();
        if (constraints.Length + Table.Definitions.Count == 0)
            return "";
        var text = new StringBuilder("MODEL CONSTRAINT:\n");
        if (Table.Definitions.Count > 0)
            text.Append(MplusLines.Statement("  ", $"NEW({string.Join(' ', Table.Definitions.Select(definition => labels[definition.Name]))})"));
        foreach (var definition in Table.Definitions)
            text.Append(MplusLines.Statement("  ", $"{labels[definition.Name]} = {Expression(definition.Text)}"));
        foreach (var constraint in constraints)
            text.Append(MplusLines.Statement("  ", $"{(constraint.IsEquality ? "0 =" : constraint.Operator == Operator.AtMost ? "0 >" : "0 <")} {Expression($"({constraint.Lhs})-({constraint.Rhs})")}"));
        return text.ToString();
    }

    private string Expression(string text) => ExpressionText.Of(text.Replace("^", "**", StringComparison.Ordinal), Named).Replace(" *  * ", " ** ", StringComparison.Ordinal);

    // A label of a parameter that is fixed is its value.
    private string Named(string label) => labels.Has(label) ? labels[label]
        : Table.Rows.FirstOrDefault(row => row.Label == label) is { FixedValue: { } value } ? AnalysedData.Number(value) : label;

    private string Indirect()
    {
        if (Table.GroupCount > 1 || report.Effects.All(row => row.Effect.Kind != EffectKind.SpecificIndirect))
            return "";
        var pairs = report.Effects.Where(row => row.Effect.Kind == EffectKind.TotalIndirect).Select(row => $"{variables[row.Effect.Outcome]} IND {variables[row.Effect.Cause]}");
        return "MODEL INDIRECT:\n" + string.Concat(pairs.Select(pair => MplusLines.Statement("  ", pair)));
    }

    private string Intervals() => report.Run.Bootstrap is null ? "CINTERVAL"
        : report.Run.Effects.Kinds.Contains(IntervalKind.BiasCorrected) ? "CINTERVAL(BCBOOTSTRAP)" : "CINTERVAL(BOOTSTRAP)";

    private string Group(int index) => Table.GroupLabels[index] is { Length: > 0 } label ? label : string.Create(CultureInfo.InvariantCulture, $"g{index + 1}");
}
