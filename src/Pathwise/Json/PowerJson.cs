using System.Text.Json;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Power;

namespace Pathwise.Json;

/// <summary>A power study as JSON: the contract of <c>pathwise power --format json</c>; fields may be added, none is renamed.</summary>
internal sealed class PowerJson(Utf8JsonWriter json, PowerResult answer, PowerCurve curve, double power)
{
    /// <summary>The study that answers (of the largest number of cases, or of the one found), then every study made and the cases needed.</summary>
    /// <param name="use">How many cases the population's values rest on; null when the model states them.</param>
    public void Write(CaseUse? use = null)
    {
        if (use is not null)
            json.Object("data", () => json.Cases(use));
        WriteStudy(answer);
        json.Rows("sizes", curve.Results, WriteStudy);
        json.WriteNumber("power", power);
        json.Rows("needed", Needed(), each =>
        {
            json.WriteString("name", each.Effect.Effect.Name);
            json.WriteBoolean("standardized", each.Effect.IsStandardized);
            json.WriteString("type", each.Kind.Text());
            json.Number("n", curve.CountFor(each.Effect.Effect, each.Effect.IsStandardized, each.Kind, power));
        });
    }

    private IEnumerable<(EffectPower Effect, IntervalKind Kind)> Needed() => curve.Results.Count == 1
        ? []
        : from each in answer.Effects
          from interval in each.Intervals
          select (each, interval.Kind);

    private void WriteStudy(PowerResult result)
    {
        json.WriteNumber("n", result.Options.Count);
        json.Object("samples", () =>
        {
            json.WriteNumber("requested", result.Options.Replicates);
            json.WriteNumber("drawn", result.Drawn);
            json.WriteNumber("converged", result.Converged);
            json.WriteNumber("improper", result.Improper);
            json.WriteNumber("seed", result.Options.Seed);
            json.Object("failed", () =>
            {
                foreach (var (reason, count) in result.Failures)
                    json.WriteNumber(reason, count);
            });
        });
        json.Path(result.Path);
        if (result.Options.HasTests)
        {
            json.WriteString("answers", result.Options.Shape.Text());
            json.WriteString("left.out", result.Options.LeftOut);
            json.Rows("tests", result.Tests, each =>
            {
                json.WriteString("test", each.Name);
                json.WriteNumber("count", each.Count);
                json.Number("rejected", each.Rejected);
                json.Number("rejected.se", each.RejectedError);
            });
        }

        json.Rows("effects", result.Effects, each => WriteEffect(each, result.Options.Level));
    }

    private void WriteEffect(EffectPower each, double level)
    {
        json.WriteString("name", each.Effect.Name);
        json.WriteString("lhs", each.Effect.Outcome);
        json.WriteString("rhs", each.Effect.Cause);
        json.Texts("via", each.Effect.Via);
        json.WriteBoolean("standardized", each.IsStandardized);
        json.Number("population", each.Population);
        json.Number("mean", each.Mean);
        json.Number("bias", each.Bias);
        json.Number("sd", each.Deviation);
        json.Number("meanse", each.MeanError);
        json.Rows("intervals", each.Intervals, interval =>
        {
            json.WriteString("type", interval.Kind.Text());
            json.WriteNumber("level", level);
            json.Number("power", interval.Power);
            json.Number("power.se", interval.PowerError);
            json.Number("coverage", interval.Coverage);
            json.Number("coverage.se", interval.CoverageError);
            json.Number("below", interval.Below);
            json.Number("above", interval.Above);
            json.WriteNumber("samples", interval.Count);
        });
    }
}
