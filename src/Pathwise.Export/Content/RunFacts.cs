using System.Globalization;
using Pathwise.Reporting.Designs;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Export.Content;

/// <summary>What a run says of itself, as sentences for checklists.</summary>
internal sealed class RunFacts(Report report)
{
    private readonly FitResult fit = report.Fit;

    /// <summary>The cases analysed and those left out.</summary>
    public string Cases => report.Run.Cleaning is { } cleaning
        ? string.Create(CultureInfo.InvariantCulture, $"{cleaning.Started} started, {cleaning.Usable} usable; analysed: {fit.CaseUse.Text}. Table 1 has the flow of cases.")
        : $"Analysed: {fit.CaseUse.Text}. Table 1.";

    public string Missing => string.Join(" ", [SampleTables.Treatment(fit), .. SampleTables.Reasons(report.Run.Cleaning), "Table 2 has the missing values of each variable. AUTHOR: why values are missing."]);

    public string Software => $"{Report.Program}; model.R{(fit.Table.OrderedVariables.Count > 0 ? "" : ", openmx.R")} and model.inp repeat the analysis with other programs.";

    public string Estimator => $"{FitSummary.Estimator(fit)}; {(fit.Options.InformationUsed() == Information.Observed ? "observed" : "expected")} information for standard errors.";

    public string Convergence => string.Create(CultureInfo.InvariantCulture, $"Converged after {fit.Termination.Iterations} iterations. ")
        + (fit.Warnings.Count == 0 ? "No warning." : string.Join(" ", fit.Warnings.Select(warning => warning.Message)));

    /// <summary>Free parameters, degrees of freedom and what the model makes equal.</summary>
    public string Specification
    {
        get
        {
            var table = fit.Table;
            var ties = table.Constraints.Count(constraint => constraint.IsEquality);
            return string.Create(CultureInfo.InvariantCulture, $"{table.ObservedVariables.Count} observed and {table.LatentVariables.Count} latent variables, {fit.ParameterCount()} free parameters, {fit.DegreesOfFreedom()} degrees of freedom{(ties > 0 ? $", {ties} equality constraints" : "")}; {(table.HasMeanStructure ? "with" : "without")} a mean structure; latent variables are scaled by {(table.Options.StdLv ? "variances of one" : "first loadings of one, unless the syntax says otherwise")}. paths.svg shows it.");
        }
    }

    public string? Groups => fit.Table.GroupCount == 1 ? null
        : $"{fit.Table.GroupCount} groups ({string.Join(", ", fit.Table.GroupLabels)}); equal over groups: {(fit.Table.Options.GroupEqual.Count > 0 ? string.Join(", ", fit.Table.Options.GroupEqual) : "nothing by option")}.";

    public string Fit => $"{string.Concat(ResultsText.Of(report)[1].Paragraphs[0].Where(letter => letter != '*'))} AUTHOR: the criteria, stated in advance.";

    /// <summary>The largest residuals, in correlations.</summary>
    public string Residuals
    {
        get
        {
            var largest = fit.ResidualsByMoment().Where(row => row.Lhs != row.Rhs && row.Operator == Operator.Covariance && row.Correlation is not null)
                .OrderByDescending(row => Math.Abs(row.Correlation!.Value)).Take(3)
                .Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Lhs} with {row.Rhs} {row.Correlation:0.00}")).ToArray();
            return largest.Length == 0 ? "There are none to report." : $"Largest residual correlations: {string.Join(", ", largest)}; all of them: fit --residuals.";
        }
    }

    public string? Compared => report.Run.Others.Count == 0 ? null : $"Beside the model: {string.Join(", ", report.Run.Others.Select(other => other.Name))}, in the table of fit. AUTHOR: why these; whether planned.";

    public string? Effects => report.Effects.Count == 0 ? null : $"{EffectTables.How(report)} {string.Join(" ", EffectTables.Draws(report.Run.Bootstrap))}".TrimEnd();

    /// <summary>Causes, mediators and outcomes of the paths.</summary>
    public string? Roles
    {
        get
        {
            var paths = report.Effects.Where(row => row.Effect.Kind == EffectKind.SpecificIndirect).Select(row => row.Effect).ToArray();
            return paths.Length == 0 ? null
                : $"Causes: {Names(paths.Select(path => path.Cause))}. Mediators: {Names(paths.SelectMany(path => path.Via))}. Outcomes: {Names(paths.Select(path => path.Outcome))}.";
        }
    }

    public string? Reliability => fit.Table.LatentVariables.Count == 0 ? null : $"{(fit.Table.OrderedVariables.Count > 0 ? "Categorical omega, ordinal alpha" : "Alpha")}, composite reliability and AVE stand with the correlations, loadings in the table of the measurement model. AUTHOR: origin of the items, response scale.";

    public string Data => report.IsSynthetic ? "The data are synthetic: nobody gave these answers." : "The values analysed stand beside the scripts, where cases are known. AUTHOR: whether and where they may be shared.";

    private string Names(IEnumerable<string> names) => string.Join(", ", names.Distinct().Select(report.Label));
}
