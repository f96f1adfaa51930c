using Pathwise.Reporting.Tables;
using Pathwise.Sem.Evaluation;

namespace Pathwise.Reporting.Designs;

/// <summary>Fit measures in the order in which they are read: exact fit, comparison with the baseline, approximate fit, information.</summary>
internal static class FitTable
{
    private sealed record Line(string Measure, Cell Standard, Cell? Scaled = null, Cell? Robust = null);

    public static Table Of(FitIndices fit)
    {
        var lines = Lines(fit).ToList();
        var isScaled = fit.ScaledTest is not null;
        var isRobust = isScaled || fit.RobustRmsea is not null;
        List<Column> columns = [new("Measure", lines.Select(line => Cell.Text(line.Measure))), new(isRobust ? "Standard" : "Value", lines.Select(line => line.Standard))];
        if (isScaled)
            columns.Add(new("Scaled", lines.Select(line => line.Scaled ?? Cell.Number(null, 0))));
        if (isRobust)
            columns.Add(new("Robust", lines.Select(line => line.Robust ?? Cell.Number(null, 0))));
        return new Table("Fit", columns);
    }

    private static IEnumerable<Line> Lines(FitIndices fit) => [.. Tests(fit), .. Incremental(fit), .. Approximate(fit), .. Likelihoods(fit)];

    private static IEnumerable<Line> Tests(FitIndices fit)
    {
        yield return new("Chi-square", Cell.Number(fit.ChiSquare, 3), Number(fit.ScaledTest?.Value, 3));
        yield return new("Degrees of freedom", Cell.Count(fit.DegreesOfFreedom), fit.ScaledTest is { } test ? (test.AdjustedDegrees is { } own ? Cell.Number(own, 2) : Cell.Count(test.DegreesOfFreedom)) : null);
        yield return new("p of exact fit", Cell.PValue(fit.PValue), fit.ScaledTest is { } scaled ? Cell.PValue(scaled.PValue) : null);
        if (fit.ScaledTest is not null)
            yield return new("Scaling factor", Cell.Number(null, 0), Number(fit.ScaledTest.ScalingFactor, 3));
        yield return new("Baseline chi-square", Cell.Number(fit.Baseline.Value, 3), Number(fit.ScaledBaseline?.Value, 3));
        yield return new("Baseline degrees of freedom", Cell.Count(fit.Baseline.DegreesOfFreedom));
    }

    private static IEnumerable<Line> Incremental(FitIndices fit)
    {
        Line Of(string name, Func<IncrementalIndices, double?> index) =>
            new(name, Cell.Number(index(fit.Incremental), 3, isBounded: true), Index(fit.ScaledIncremental, index), Index(fit.RobustIncremental, index));

        yield return Of("CFI", index => index.Cfi);
        yield return Of("TLI", index => index.Tli);
    }

    private static IEnumerable<Line> Approximate(FitIndices fit)
    {
        Line Of(string name, Func<RmseaIndex, Cell> index) => new(
            name, index(fit.RmseaIndex), fit.ScaledRmsea is { } scaled ? index(scaled) : null, fit.RobustRmsea is { } robust ? index(robust) : null);

        yield return Of("RMSEA", index => Cell.Number(index.Value, 3, isBounded: true));
        yield return Of("RMSEA, 90 % interval", index => Cell.Interval(index.Lower, index.Upper, 3, isBounded: true));
        yield return Of("p of close fit (RMSEA ≤ .05)", index => Cell.PValue(index.ClosePValue));
        yield return new("SRMR", Cell.Number(fit.Srmr, 3, isBounded: true));
    }

    private static IEnumerable<Line> Likelihoods(FitIndices fit)
    {
        if (fit.LogLikelihood is null)
            yield break;
        yield return new("Log-likelihood", Cell.Number(fit.LogLikelihood, 3));
        yield return new("AIC", Cell.Number(fit.Aic, 3));
        yield return new("BIC", Cell.Number(fit.Bic, 3));
        yield return new("BIC, adjusted for N", Cell.Number(fit.AdjustedBic, 3));
    }

    private static Cell? Number(double? value, int decimals) => value is null ? null : Cell.Number(value, decimals);

    private static Cell? Index(IncrementalIndices? indices, Func<IncrementalIndices, double?> index) =>
        indices is null ? null : Cell.Number(index(indices), 3, isBounded: true);
}
