using System.Text.Json;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Power;
using Pathwise.Sem.Specification;

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
        WritePopulation(result.Options);
        if (result.Options.HasTests)
        {
            json.Rows("tests", result.Tests, each =>
            {
                json.WriteString("test", each.Name);
                json.WriteNumber("count", each.Count);
                json.Number("rejected", each.Rejected);
                json.Number("rejected.se", each.RejectedError);
            });
        }

        if (result.Options.IndirectTests.Count > 0)
            json.Rows("indirect.tests", result.IndirectTests, WriteIndirect);
        if (result.Options.Equivalence is not null)
            json.Rows("equivalence", result.DirectPaths, WriteDirect);
        if (result.Options.HasParameters)
            json.Rows("parameters", result.Parameters, each => WriteParameter(each, result.Options.Level));
        json.Rows("effects", result.Effects, each => WriteEffect(each, result.Options.Level));
    }

    private void WritePopulation(PowerOptions options)
    {
        if (options.HasTests || options.IndirectTests.Count > 0 || options.Equivalence is not null || options.Shape != AnswerShape.Normal || options.LeftOut.Length > 0)
        {
            json.WriteString("answers", options.Shape.Text());
            json.WriteString("left.out", options.LeftOut);
        }

        if (options.Coefficients.Count > 0)
            json.Texts("set", options.Coefficients);
        if (options.BiasReduction != BiasReduction.None)
            json.WriteString("rbm.method", options.BiasReduction.ToString().ToLowerInvariant());
    }

    private void WriteIndirect(IndirectTestPower each)
    {
        json.WriteString("name", each.Effect.Name);
        json.WriteString("lhs", each.Effect.Outcome);
        json.WriteString("rhs", each.Effect.Cause);
        json.Texts("via", each.Effect.Via);
        json.WriteString("test", each.Kind.Text());
        json.Number("population", each.Population);
        json.WriteNumber("count", each.Count);
        json.Number("rejected", each.Rejected);
        json.Number("rejected.se", each.RejectedError);
        WriteWithout(each.Without);
    }

    private void WriteDirect(DirectPathPower each)
    {
        json.WriteString("lhs", each.Outcome);
        json.WriteString("rhs", each.Cause);
        json.Number("bound", each.Bound);
        json.WriteString("interval", (each.IsOfDraws ? IntervalKind.Percentile : IntervalKind.Delta).Text());
        json.Number("population", each.Population);
        json.WriteNumber("count", each.Count);
        json.Number("negligible", each.Negligible);
        json.Number("negligible.se", each.NegligibleError);
        WriteWithout(each.Without);
    }

    private void WriteWithout(IReadOnlyDictionary<string, int> without) => json.Object("without", () =>
    {
        foreach (var (reason, count) in without)
            json.WriteNumber(reason, count);
    });

    private void WriteParameter(ParameterPower each, double level)
    {
        json.WriteString("lhs", each.Lhs);
        json.WriteString("op", each.Operator.Text());
        json.WriteString("rhs", each.Rhs);
        WriteEstimate(each, level);
    }

    private void WriteEffect(EffectPower each, double level)
    {
        json.WriteString("name", each.Effect.Name);
        json.WriteString("lhs", each.Effect.Outcome);
        json.WriteString("rhs", each.Effect.Cause);
        json.Texts("via", each.Effect.Via);
        json.WriteBoolean("standardized", each.IsStandardized);
        WriteEstimate(each, level);
    }

    private void WriteEstimate(EstimatePower each, double level)
    {
        json.Number("population", each.Population);
        json.Number("mean", each.Mean);
        json.Number("bias", each.Bias);
        json.Number("bias.se", each.BiasError);
        json.Number("relative.bias", each.RelativeBias);
        json.Number("mse", each.MeanSquaredError);
        json.Number("mse.se", each.MeanSquaredErrorError);
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
