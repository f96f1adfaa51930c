using System.Text.Json.Nodes;
using Pathwise.Analyses;
using Pathwise.Multiverse.Plans;
using Pathwise.Sem.Intervals;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Universes;

/// <summary>
/// The keys of analyses: the SHA-256 of their JSON with sorted members, as that of <see cref="Analysis.Key"/>. Parts that many universes share are
/// written once.
/// </summary>
internal sealed class UniverseKeys(JsonObject data)
{
    private readonly string cases = SortedJson.Of(data);
    private readonly Dictionary<PlanSettings, string> settings = new(ReferenceEqualityComparer.Instance);

    /// <summary>The key of what is fitted, and of which of its effects are looked at.</summary>
    public string Fit(UniverseSetting of)
    {
        var content = $$"""{"data":{{cases}},"model":{{SortedJson.Of(of.Model.ReplaceLineEndings("\n"))}},"rest":{{SortedJson.Of(Rest(of))}},"settings":{{Settings(of.Settings)}}}""";
        return Checksum.Of(content);
    }

    /// <summary>The key of the whole analysis, given that of its fit.</summary>
    public static string Whole(string fit, UniverseSetting of) => Checksum.Of(SortedJson.Of(new JsonObject
    {
        ["fit"] = fit,
        ["improper"] = OptionWords.Rules.Word(of.Improper),
        ["interval"] = of.Interval?.Text(),
        ["level"] = of.Level,
        ["resamples"] = of.Resamples,
        ["standardized"] = of.IsStandardized,
    }));

    private static JsonObject Rest(UniverseSetting of) => new()
    {
        ["derive"] = new JsonObject(of.Derive.Select(column => KeyValuePair.Create(column.Name, (JsonNode?)PlanForm.Column(column)))),
        ["drop.below"] = of.DropBelow,
        ["exclude"] = new JsonArray([.. of.Exclude.Select(PlanForm.Rule)]),
        ["keep"] = new JsonArray([.. of.Keep.Select(each => JsonValue.Create(each))]),
        ["effects"] = new JsonArray([.. of.Effects.Select(each => JsonValue.Create(each))]),
        ["measurement"] = MeasurementWords.All.Word(of.Measurement),
    };

    private string Settings(PlanSettings of)
    {
        if (!settings.TryGetValue(of, out var text))
        {
            settings.Add(of, text = SortedJson.Of(new JsonObject
            {
                ["completion"] = AnalysisForm.Completion.Write(of.Completion, isWhole: false),
                ["estimation"] = AnalysisForm.Estimation.Write(of.Estimation, isWhole: false),
                ["group"] = of.Group,
            }));
        }

        return text;
    }
}
