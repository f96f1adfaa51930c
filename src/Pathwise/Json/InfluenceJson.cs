using System.Globalization;
using System.Text.Json;
using Pathwise.Sem.Influence;
using Pathwise.Sem.Intervals;

namespace Pathwise.Json;

/// <summary>Influential cases as JSON: the contract of <c>pathwise influence --format json</c>; fields may be added, none is renamed.</summary>
internal sealed class InfluenceJson(Utf8JsonWriter json, InfluenceResult result)
{
    /// <summary>The effect with what must go, its reference, every case, then the other effects, the model and what was tried.</summary>
    public void Write()
    {
        WriteEffect(result.Effect);
        WriteReference();
        json.Rows("cases", result.Cases, WriteCase);
        json.Rows("effects", result.Others, WriteEffect);
        WriteModel();
        json.Texts("parameters", result.Parameters);
        json.Texts("effectNames", result.Effects.Select(each => each.Name));
        WriteSearch();
        json.Path(result.Path);
    }

    private void WriteEffect(EffectDrops each)
    {
        json.WriteString("effect", each.Effect.Name);
        json.WriteNumber("n", result.Count);
        json.Number("estimate", each.Estimate);
        json.Number("se", each.StandardError);
        json.Number("statistic", each.Statistic);
        json.WriteBoolean("significant", each.IsSignificant);
        json.Object("drop", () =>
        {
            foreach (var drop in each.Drops)
                WriteDrop(drop);
        });
        json.Rows("steps", each.Path, step =>
        {
            json.Number("k", step.Count);
            json.Number("case", step.Case?.Line);
            json.Number("estimate", step.Estimate);
            json.Number("se", step.StandardError);
        });
    }

    private void WriteDrop(DroppedCases drop) => json.Object(drop.Claim.Text(), () =>
    {
        json.Number("k", drop.Count);
        json.WriteStartArray("cases");
        foreach (var each in drop.Cases)
            json.WriteNumberValue(each.Line);
        json.WriteEndArray();
        json.WriteBoolean("exact", drop.IsExact);
        json.WriteNumber("atLeast", drop.AtLeast);
        json.Number("greedy", drop.GreedyCount);
        json.Number("improper", drop.ImproperCount);
        json.WriteStartArray("ids");
        foreach (var each in drop.Cases)
            json.WriteStringValue(each.Identifier);
        json.WriteEndArray();
        if (drop.Confirmation is { } made)
            WriteConfirmation(made);
        else
            json.WriteNull("refit");
    });

    private void WriteConfirmation(DropConfirmation made) => json.Object("refit", () =>
    {
        json.WriteString("status", made.Status.ToString());
        json.Number("estimate", made.Estimate);
        json.Number("se", made.StandardError);
        json.Number("lower", made.Interval?.Lower);
        json.Number("upper", made.Interval?.Upper);
        json.Number("p", made.PValue);
        json.WriteBoolean("confirmed", made.IsConfirmed);
    });

    // The first is what the significance of the effect needs under the fitted model.
    private void WriteReference()
    {
        if (result.Reference(ReferenceKind.FittedModel) is not { } first)
        {
            json.WriteNull("reference");
            return;
        }

        json.Object("reference", () =>
        {
            WriteCounts(first);
            json.Rows("all", result.References, each =>
            {
                json.WriteString("samples", each.Kind.Text());
                json.WriteString("claim", each.Claim.Text());
                json.WriteNumber("requested", each.Requested);
                json.WriteNumber("used", each.Used);
                WriteCounts(each);
            });
            json.WriteNumber("seed", result.Options.Seed);
        });
    }

    private void WriteCounts(DropReference each)
    {
        json.Object("k", () =>
        {
            foreach (var quantile in each.Quantiles)
                json.Number(quantile.Probability.ToString(CultureInfo.InvariantCulture), quantile.Count);
        });
        json.Number("p", each.PValue);
    }

    private void WriteCase(CaseInfluence each)
    {
        json.WriteNumber("case", each.Case.Line);
        json.Number("change", each.Change?.Effect);
        json.Number("gcd", each.Change?.GeneralizedCook);
        json.Number("chisq", each.Change?.ChiSquare);
        json.WriteString("id", each.Case.Identifier);
        json.WriteString("status", each.Status.ToString());
        json.Number("rmsea", each.Measures?.Rmsea);
        json.Number("cfi", each.Measures?.Cfi);
        json.Number("tli", each.Measures?.Tli);
        json.Number("srmr", each.Measures?.Srmr);
        WriteNumbers("raw", each.Change?.Parameters.Select(value => (double?)value));
        WriteNumbers("dfthetas", each.Change?.Standardized);
        WriteNumbers("effects", each.Effects.Select(value => (double?)value));
        if (each.OneStep is { } step)
            json.Object("oneStep", () => WriteStep(step));
    }

    private void WriteStep(CaseChange step)
    {
        json.Number("change", step.Effect);
        json.Number("gcd", step.GeneralizedCook);
        json.Number("chisq", step.ChiSquare);
        WriteNumbers("raw", step.Parameters.Select(value => (double?)value));
        WriteNumbers("dfthetas", step.Standardized);
    }

    private void WriteNumbers(string name, IEnumerable<double?>? numbers)
    {
        json.WriteStartArray(name);
        foreach (var number in numbers ?? [])
        {
            if (number is { } value && double.IsFinite(value))
                json.WriteNumberValue(value);
            else
                json.WriteNullValue();
        }

        json.WriteEndArray();
    }

    private void WriteModel() => json.Object("model", () =>
    {
        json.Number("chisq", result.Model.ChiSquare);
        json.WriteNumber("df", result.Model.DegreesOfFreedom);
        json.Number("p", result.Model.PValue);
        json.Object("drop", () =>
        {
            if (result.Model.Rejection is { } drop)
                WriteDrop(drop);
        });
    });

    private void WriteSearch() => json.Object("search", () =>
    {
        json.WriteString("rule", result.Options.Rule.Text());
        json.WriteNumber("level", result.Options.Level);
        json.WriteString("interval", result.Options.Interval.Text());
        json.WriteNumber("budget", result.Options.Budget);
        json.WriteNumber("enumerated", result.Search.Enumerated);
        json.WriteNumber("fits", result.Search.Fits);
        json.WriteNumber("improper", result.Search.Improper);
        json.WriteBoolean("improperSample", result.IsImproper);
        json.WriteBoolean("complete", result.IsComplete);
        json.Object("failed", () =>
        {
            foreach (var (reason, count) in result.Search.Failures)
                json.WriteNumber(reason, count);
        });
    });
}
