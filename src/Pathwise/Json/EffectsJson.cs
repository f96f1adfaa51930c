using System.Text.Json;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Json;

/// <summary>Effects as JSON: the contract of <c>pathwise effects --format json</c>; fields may be added, none is renamed.</summary>
internal sealed class EffectsJson(Utf8JsonWriter json, EffectsReport report)
{
    public void Write()
    {
        json.WriteNumber("nobs", report.CaseUse.Used);
        json.Cases(report.CaseUse);
        if (report.Bootstrap is { } bootstrap)
            json.Object("draws", () => WriteDraws(bootstrap));
        var conditional = report.Moderation?.Effects ?? [];
        json.Rows("effects", report.Effects.Where(each => each.Effect.Kind <= EffectKind.Total).Concat(conditional.Where(each => each.Effect.Kind != EffectKind.ConditionalContrast)), each => EffectJson.Write(json, each, report.HasGroups));
        json.Rows("contrasts", report.Of(EffectKind.Contrast).Concat(conditional.Where(each => each.Effect.Kind == EffectKind.ConditionalContrast)), each => EffectJson.Write(json, each, report.HasGroups));
        json.Rows("proportions", report.Of(EffectKind.ProportionMediated), each => EffectJson.Write(json, each, report.HasGroups));
        json.Rows("defined", report.Of(EffectKind.Defined), each => EffectJson.WriteDefined(json, each));
        json.Rows("rules", report.OtherRules, other =>
        {
            json.WriteString("rule", Rule(other.Bootstrap.Rule));
            json.WriteNumber("used", other.Bootstrap.Used);
            json.Rows("effects", other.Effects.Where(each => each.Effect.Kind <= EffectKind.Total), each => EffectJson.Write(json, each, report.HasGroups));
            json.Rows("contrasts", other.Effects.Where(each => each.Effect.Kind == EffectKind.Contrast), each => EffectJson.Write(json, each, report.HasGroups));
            json.Rows("proportions", other.Effects.Where(each => each.Effect.Kind == EffectKind.ProportionMediated), each => EffectJson.Write(json, each, report.HasGroups));
            json.Rows("defined", other.Effects.Where(each => each.Effect.Kind == EffectKind.Defined), each => EffectJson.WriteDefined(json, each));
        });
        if (report.Stine is { } stine)
            json.Object("bollenStine", () => WriteStine(stine));
        if (report.Moderation is { } moderation)
            new ModerationJson(json, moderation).Write();
        if (report.Groups.Count > 0)
            json.Rows("groupContrasts", report.Groups, WriteContrast);
        new MediationJson(json, report.HasGroups).Write(report.Tests, report.Equivalences);
        if (report.Fit.EarlierStep is { } step)
            json.WriteString("sam", step.Description);
        json.Number("stability", report.Fit.StabilityIndex);
        json.Warnings(report.Fit.Warnings);
        json.Texts("omitted", report.Omitted);
        if (report.Bootstrap is not null)
            json.Path(report.Path);
    }

    private void WriteContrast(GroupContrast each)
    {
        json.Object("difference", () => EffectJson.Write(json, each.Difference, true));
        json.Object("ratio", () => EffectJson.Write(json, each.Ratio, true));
        json.Number("chisq", each.ChiSquare);
        json.WriteNumber("df", 1);
        json.Number("p", each.PValue);
    }

    private static string Rule(ImproperRule rule) => rule.ToString().ToLowerInvariant();

    private void WriteDraws(BootstrapResult bootstrap)
    {
        json.WriteNumber("requested", bootstrap.Requested);
        json.WriteNumber("drawn", bootstrap.Drawn);
        json.WriteNumber("converged", bootstrap.Converged);
        json.WriteNumber("improper", bootstrap.Improper);
        json.Object("failed", () => WriteCounts(bootstrap.Failures));
        json.WriteNumber("seed", bootstrap.Seed);
        json.WriteString("rule", Rule(bootstrap.Rule));
        json.WriteNumber("used", bootstrap.Used);
        json.WriteString("resampling", bootstrap.Options.Kind.ToString().ToLowerInvariant());
        json.Object("improperByReason", () => WriteCounts(bootstrap.ImproperByReason));
        if (bootstrap.BoundedByReason is { } within)
            json.Object("bounded", () => WriteCounts(within));
        if (bootstrap.LostCategories is { } lost)
        {
            json.WriteNumber("lostCategories", lost);
            json.WriteNumber("notPositiveDefinite", bootstrap.NotPositiveDefinite!.Value);
            json.WriteNumber("atBound", bootstrap.AtBound!.Value);
        }

        json.WriteBoolean("complete", bootstrap.IsComplete);
    }

    private void WriteStine(BootstrapResult stine)
    {
        json.WriteNumber("requested", stine.Requested);
        json.WriteNumber("converged", stine.Converged);
        json.WriteNumber("improper", stine.Improper);
        json.Object("failed", () => WriteCounts(stine.Failures));
        json.WriteNumber("seed", stine.Seed);
        json.Number("chisq", stine.Fit.Multiplier * stine.Fit.Discrepancy);
        json.Number("p", stine.Used > 0 ? stine.ChiSquarePValue() : null);
        json.WriteNumber("drawn", stine.Drawn);
        json.WriteNumber("used", stine.Used);
        json.WriteBoolean("complete", stine.IsComplete);
    }

    private void WriteCounts(IReadOnlyDictionary<string, int> counts)
    {
        foreach (var (reason, count) in counts)
            json.WriteNumber(reason, count);
    }
}
