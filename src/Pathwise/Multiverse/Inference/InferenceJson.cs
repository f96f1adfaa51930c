using System.Text.Json;
using Pathwise.Json;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;

namespace Pathwise.Multiverse.Inference;

/// <summary>What follows from all universes of a multiverse, as JSON: one object for each claim and type of universe; fields may be added, none is renamed.</summary>
internal sealed class InferenceJson(Utf8JsonWriter json, MultiverseResult result, ForcedNulls? nulls)
{
    /// <summary>Writes the list under a name.</summary>
    public void Write(string name, IReadOnlyList<CurveInference> curves) => json.Rows(name, curves, Write);

    private void Write(CurveInference curve)
    {
        json.WriteString("claim", curve.Claim.Name);
        json.WriteString("effect", curve.Claim.Effect);
        json.WriteString("direction", curve.Claim.Direction.Text());
        json.WriteString("type", curve.Type.Text());
        json.WriteNumber("universes", curve.Rows.Count);
        json.WriteNumber("failed", curve.Failed);
        json.WriteNumber("improper", curve.Improper);
        json.WriteNumber("fits", curve.Fits);
        json.WriteNumber("judged", curve.Judged);
        json.WriteNumber("holding", curve.Holding);
        json.Object("spread", () =>
        {
            json.Number("sd", curve.Spread.Deviation);
            json.Number("se", curve.Spread.TypicalError);
            json.Number("ratio", curve.Spread.Ratio);
        });
        json.Object("vibration", () => WriteVibration(curve.Vibration));
        if (curve.Shortest is { } shortest)
            json.Object("shortest", () => WriteShortest(shortest));
        if (curve.Type == DecisionType.Equivalent)
            WriteJoint(curve);
    }

    private void WriteVibration(Vibration vibration)
    {
        json.Number("p1", vibration.Estimates.Count > 0 ? vibration.Estimates[0] : null);
        json.Number("median", vibration.Estimates.Count > 0 ? vibration.Estimates[1] : null);
        json.Number("p99", vibration.Estimates.Count > 0 ? vibration.Estimates[2] : null);
        json.Number("ratio", vibration.Ratio);
        json.Number("log10p", vibration.PValueRange);
        json.WriteBoolean("janus", vibration.IsJanus);
        json.WriteNumber("significantlyPositive", vibration.SignificantlyPositive);
        json.WriteNumber("significantlyNegative", vibration.SignificantlyNegative);
    }

    private void WriteShortest(ShortestChange shortest)
    {
        json.WriteBoolean("holdsInReference", shortest.HoldsInReference);
        json.Number("changes", shortest.Changes);
        json.Rows("universes", shortest.Universes, row =>
        {
            json.WriteString("key", result.Rows[row].Key);
            json.Object("choices", () =>
            {
                foreach (var choice in result.Rows[row].Choices.Except(result.Reference.Choices))
                    json.WriteString(choice.Decision, choice.Option);
            });
        });
    }

    private void WriteJoint(CurveInference curve)
    {
        json.WriteNumber("replicates", curve.Replicates);
        if (curve.Band is { } band)
            json.Object("band", () => WriteBand(band, curve));
        if (curve.Every is { } every)
        {
            json.Object("every", () =>
            {
                json.WriteBoolean("holds", every.Holds);
                json.Number("pvalue", every.PValue);
                json.WriteNumber("alpha", every.Alpha);
                json.WriteNumber("untested", every.Untested);
            });
        }

        var curves = nulls?.Of(curve.Claim);
        json.Rows("tests", [.. curve.Tests, .. curves?.Tests ?? []], test => WriteTest(json, test));
        if (curves is not null)
            json.Object("null", () => WriteNull(curves));
        json.Rows("shares", curve.Shares, each =>
        {
            json.WriteString("decision", each.Decision);
            json.Number("share", each.Share);
            json.Number("lower", each.Interval?.Lower);
            json.Number("upper", each.Interval?.Upper);
        });
        json.Rows("flips", curve.Flips, each =>
        {
            json.WriteString("decision", each.Decision);
            json.WriteNumber("pairs", each.Pairs);
            json.WriteNumber("flips", each.Flips);
        });
    }

    private void WriteBand(SimultaneousBand band, CurveInference curve)
    {
        json.WriteNumber("level", band.Level);
        json.Number("critical", band.Critical);
        json.Number("criticalIfFailuresExceed", band.CriticalIfFailuresExceed);
        json.WriteNumber("replicatesWithFailures", band.ReplicatesWithFailures);
        json.Number("lower", band.Outermost?.Lower);
        json.Number("upper", band.Outermost?.Upper);
        json.WriteNumber("rejected", curve.PValues.Count(p => p <= 1 - band.Level));
        var at = curve.Rows.ToList().FindIndex(row => result.Rows[row].IsReference);
        json.Number("referenceLower", at >= 0 ? curve.Bounds[at]?.Lower : null);
        json.Number("referenceUpper", at >= 0 ? curve.Bounds[at]?.Upper : null);
        json.Number("referencePvalue", at >= 0 ? curve.PValues[at] : null);
    }

    private void WriteNull(NullCurves curves)
    {
        json.Object("branches", () => WriteCounts(curves.Branches));
        json.Object("leftOut", () => WriteCounts(curves.LeftOut));
    }

    private void WriteCounts(IReadOnlyDictionary<string, int> counts)
    {
        foreach (var (name, count) in counts)
            json.WriteNumber(name, count);
    }

    /// <summary>The members of a test.</summary>
    public static void WriteTest(Utf8JsonWriter json, CurveTest test)
    {
        json.WriteString("statistic", test.Statistic.Text());
        json.WriteString("null", test.Null.Text());
        json.Number("value", test.Value);
        json.Number("pvalue", test.PValue);
        json.WriteNumber("replicates", test.Replicates);
        json.WriteNumber("universes", test.Universes);
    }
}
