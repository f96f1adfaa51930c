using System.Text.Json;
using Pathwise.Sem.Resampling;

namespace Pathwise.Cli.Models;

/// <summary>A power study as JSON: the contract of <c>pathwise power --format json</c>; fields may be added, none is renamed.</summary>
internal sealed class PowerJson(Utf8JsonWriter json, PowerResult result)
{
    public void Write()
    {
        json.WriteNumber("n", result.Options.Count);
        json.Object("samples", () =>
        {
            json.WriteNumber("requested", result.Options.Replicates);
            json.WriteNumber("drawn", result.Drawn);
            json.WriteNumber("converged", result.Converged);
            json.WriteNumber("improper", result.Improper);
            json.WriteNumber("seed", result.Options.Seed);
        });
        json.Rows("effects", result.Effects, WriteEffect);
    }

    private void WriteEffect(EffectPower each)
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
            json.WriteNumber("level", result.Options.Level);
            json.Number("power", interval.Power);
            json.Number("power.se", interval.PowerError);
            json.Number("coverage", interval.Coverage);
            json.Number("coverage.se", interval.CoverageError);
        });
    }
}
