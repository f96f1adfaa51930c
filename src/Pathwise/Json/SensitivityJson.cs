using System.Text.Json;
using Pathwise.Numerics;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sensitivity;

namespace Pathwise.Json;

/// <summary>A sensitivity analysis as JSON: the contract of <c>pathwise sensitivity --format json</c>; fields may be added, none is renamed.</summary>
internal sealed class SensitivityJson(Utf8JsonWriter json, SensitivityResult result)
{
    /// <summary>Shares of a confounder with a path's cause at which contours are given.</summary>
    private static readonly double[] Shares = [.. Enumerable.Range(1, 19).Select(i => i / 20.0)];

    public void Write()
    {
        json.WriteNumber("nobs", result.Fit.CaseUse.Used);
        json.Cases(result.Fit.CaseUse);
        json.WriteString("effect", result.Effect.Name);
        json.Number("estimate", result.Estimate);
        json.Number("standardized", result.Standardized);
        json.WriteString("between", result.Between);
        json.WriteBoolean("saturated", result.IsSaturated);
        json.WriteString("reason", result.Reason);
        if (result.Bootstrap is { } bootstrap)
            json.Object("draws", () => WriteDraws(bootstrap));
        json.Rows("rho", result.Curve, WritePoint);
        json.Object("zero", WriteZero);
        if (result.Identified is { } identified)
            json.Object("identified", () => WriteIdentified(identified));
        json.Rows("mediators", result.Mediators, each =>
        {
            json.WriteString("mediator", each.Mediator);
            json.Number("weight", each.Weight);
            json.Number("alone", each.Alone);
        });
        json.Number("smallestShare", result.SmallestShare);
        json.Rows("robustness", result.Robustness, WriteRobustness);
        json.Rows("contours", result.Paths, WriteContour);
        json.Rows("benchmarks", result.Benchmarks, WriteBenchmark);
        if (result.Phantom is { } phantom)
            json.Object("phantom", () => WritePhantom(phantom));
        json.Rows("reliability", result.Reliability, WriteReliability);
        if (result.EValue is { } value)
            json.Object("evalue", () => WriteEValue(value));
        json.Warnings(result.Fit.Warnings);
        if (result.Bootstrap is not null)
            json.Path(FittingPath.Of(result.Bootstrap.Fit));
    }

    private void WriteDraws(BootstrapResult bootstrap)
    {
        json.WriteNumber("requested", bootstrap.Requested);
        json.WriteNumber("converged", bootstrap.Converged);
        json.WriteNumber("improper", bootstrap.Improper);
        json.Object("failed", () =>
        {
            foreach (var (reason, count) in bootstrap.Failures)
                json.WriteNumber(reason, count);
        });
        json.WriteNumber("seed", bootstrap.Seed);
        json.WriteString("rule", bootstrap.Rule.ToString().ToLowerInvariant());
        json.WriteNumber("used", bootstrap.Used);
        json.WriteString("interval", Sem.Intervals.IntervalKindText.Text(result.Options.Kind));
        json.WriteNumber("level", result.Options.Level);
    }

    private void WritePoint(RhoPoint point)
    {
        json.WriteNumber("rho", point.Rho);
        json.Number("indirect", point.Indirect);
        json.Number("standardized", point.Standardized);
        json.Number("direct", point.Direct);
        json.Number("lower", point.Lower);
        json.Number("upper", point.Upper);
        json.Number("chisq", point.ChiSquare);
        json.Number("draws", point.Draws);
        json.WriteString("reason", point.Reason);
    }

    private void WriteZero()
    {
        json.Number("rho", result.Zero.Rho);
        json.Number("lower", result.Zero.Lower);
        json.Number("upper", result.Zero.Upper);
        json.Number("residualShare", result.Zero.ResidualShare);
        json.Number("totalShare", result.Zero.TotalShare);
        WriteInterval("interval", result.Zero.Interval);
    }

    private void WriteIdentified(IdentifiedCorrelation identified)
    {
        json.Number("rho", identified.Rho);
        json.Number("se", identified.StandardError);
        json.Number("indirect", identified.Indirect);
        json.WriteNumber("chisq", identified.ChiSquare);
        json.WriteNumber("df", identified.DegreesOfFreedom);
        json.Number("chisqCorrelated", identified.ChiSquareCorrelated);
        json.Number("chisqDirect", identified.ChiSquareDirect);
        json.Number("difference", identified.Test?.ChiSquare);
        json.Number("p", identified.Test?.PValue);
        json.WriteBoolean("oneTest", identified.IsOneTest);
    }

    private void WriteRobustness(RobustnessValue each)
    {
        json.WriteString("path", each.Path);
        json.Number("estimate", each.Estimate);
        json.Number("partialR2", each.PartialR2);
        json.Number("value", each.Value);
        WriteInterval("interval", each.Interval);
    }

    private void WriteContour(ConfoundedPath path)
    {
        json.WriteString("path", path.Path);
        json.Number("estimate", path.Estimate);
        json.Number("partialR2", path.PartialR2);
        json.Number("ratio", path.Ratio);
        json.Rows("zero", Shares, share =>
        {
            json.WriteNumber("cause", share);
            json.Number("outcome", path.Contour(path.Rest, share) is var outcome and <= 1 ? outcome : null);
        });
    }

    private void WriteBenchmark(BenchmarkStrength each)
    {
        json.WriteString("column", each.Column);
        json.WriteString("path", each.Path);
        json.WriteNumber("n", each.Count);
        json.Number("cause", each.CauseR2);
        json.Number("outcome", each.OutcomeR2);
        json.Number("adjusted", each.Adjusted);
        json.Number("worst", each.Worst);
        json.Number("times", each.Times);
        json.WriteString("reason", each.Reason);
    }

    private void WritePhantom(PhantomFit phantom)
    {
        json.Rows("effects", phantom.Standardized, each =>
        {
            json.WriteString("variable", each.Key);
            json.WriteNumber("standardized", each.Value);
            json.Number("fixed", phantom.Loadings[each.Key]);
        });
        json.Number("indirect", phantom.Indirect);
        WriteInterval("interval", phantom.Interval);
        json.Number("chisq", phantom.ChiSquare);
        json.WriteNumber("df", phantom.DegreesOfFreedom);
        json.Texts("warnings", phantom.Warnings);
    }

    private void WriteReliability(ReliabilityPoint point)
    {
        json.WriteNumber("reliability", point.Reliability);
        json.Number("indirect", point.Indirect);
        json.Number("zero", point.Zero);
        json.Number("cancelling", point.Cancelling);
    }

    private void WriteEValue(MediationalEValue value)
    {
        json.Number("standardized", value.Standardized);
        json.Number("riskRatio", value.RiskRatio);
        json.Number("value", value.Value);
        json.Number("ofBound", value.OfBound);
    }

    private void WriteInterval(string name, Interval? interval)
    {
        if (interval is not { } bounds)
        {
            json.WriteNull(name);
            return;
        }

        json.Object(name, () =>
        {
            json.Number("lower", bounds.Lower);
            json.Number("upper", bounds.Upper);
            json.WriteNumber("level", bounds.Level);
        });
    }
}
