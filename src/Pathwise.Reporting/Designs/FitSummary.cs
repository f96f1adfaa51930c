using System.Globalization;
using Pathwise.Reporting.Exhibits;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;

namespace Pathwise.Reporting.Designs;

/// <summary>A fitted model for people: what to beware of, how well it fits, and what was estimated.</summary>
public static class FitSummary
{
    /// <summary>Warnings first, then fit, parameters by kind, explained variance and defined effects.</summary>
    public static Summary Summarize(this FitResult fit, string title = "Structural equation model") =>
        new(title, Parts(fit));

    private static IEnumerable<Exhibit> Parts(FitResult fit)
    {
        foreach (var warning in fit.Warnings)
            yield return new Paragraph(warning.Message, isWarning: true);
        yield return new Paragraph(HowFitted(fit));
        if (FirstStageFacts.Of(fit) is { } stage)
            yield return new Paragraph(stage.Text);
        foreach (var coding in fit.Table.Options.Codings)
            yield return new Paragraph(coding.Words);
        if (Stability(fit) is { } stability)
            yield return stability;
        yield return FitTable.Of(fit.Indices());
        foreach (var part in FitTestsTable.Of(fit))
            yield return part;
        for (var group = 1; group <= fit.Table.GroupCount; group++)
            yield return EstimatesTable.Of(fit, group);
        if (fit.RSquared().Count > 0)
            yield return ExplainedTable.Of(fit);
        if (fit.Effects().Count > 0)
            yield return EstimatesTable.OfEffects(fit);
    }

    /// <summary>The stability index in words; null for a model without feedback loops.</summary>
    internal static Paragraph? Stability(FitResult fit) => fit.StabilityIndex is { } index
        ? new(string.Create(CultureInfo.InvariantCulture, $"Stability index of the feedback loops: {index:0.000} (total effects exist below 1)."))
        : null;

    private static string HowFitted(FitResult fit)
    {
        var end = fit.HasConverged ? "converged" : "stopped";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Method(fit)}. {fit.CaseUse.Text}; {fit.ParameterCount()} parameters; {end} after {fit.Termination.Iterations} iterations.");
    }

    /// <summary>How a fit was estimated.</summary>
    internal static string Estimator(FitResult fit) =>
        fit.Method.Describe(fit.Options.Likelihood) + (fit.Options.BiasReduction == BiasReduction.None ? "" : $", bias reduced ({fit.Options.BiasReduction.ToString().ToLowerInvariant()} RBM)")
        + (fit.Options.Bounds == BoundsKind.None ? "" : $", within bounds ({fit.Options.Bounds.Text()})")
        + (fit.Options.Ridge == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", ridge {fit.Options.Ridge:G6}"));

    private static string Method(FitResult fit) => Estimator(fit) + (fit.Options.Missing == MissingData.Fiml ? ", full information for missing values" : "");
}
