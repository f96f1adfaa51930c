using System.Text.Json;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Universes;
using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;

namespace Pathwise.Multiverse.Runs;

/// <summary>
/// Reads lines that <see cref="UniverseLine"/> wrote. What many lines say alike (choices, names, effects) is kept once, so that a hundred thousand of them have
/// room. One worker's.
/// </summary>
/// <param name="hasIntervals">Whether the intervals of effects are read; those of claims always are.</param>
internal sealed class UniverseLineReader(bool hasIntervals = true)
{
    private static readonly Dictionary<string, DecisionType> Types = Enum.GetValues<DecisionType>().ToDictionary(each => each.Text());

    private static readonly Dictionary<string, UniverseStatus> Statuses = Enum.GetValues<UniverseStatus>().ToDictionary(each => each.Text());

    private static readonly Dictionary<string, IntervalKind> Kinds = Enum.GetValues<IntervalKind>().ToDictionary(each => each.Text());

    private static readonly IReadOnlyList<EffectInterval> None = ValueList.Of<EffectInterval>([]);

    private readonly Dictionary<UniverseChoice, UniverseChoice> choices = [];
    private readonly Dictionary<Effect, Effect> effects = [];
    private readonly Dictionary<string, string> texts = [];

    /// <summary>The universe of a line, or null where it is not whole.</summary>
    public UniverseRow? Read(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            return Row(document.RootElement);
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private UniverseRow Row(JsonElement of) => new()
    {
        Key = of.GetProperty("key").GetString()!,
        FitKey = of.GetProperty("fit").GetString()!,
        Choices = [.. of.GetProperty("choices").EnumerateObject().Select(each => Once(choices, new UniverseChoice(each.Name, each.Value.GetString()!)))],
        Type = Types[of.GetProperty("type").GetString()!],
        IsReference = of.GetProperty("reference").GetBoolean(),
        Status = Statuses[of.GetProperty("status").GetString()!],
        Reason = Text(of, "reason"),
        Count = Whole(of, "n"), ParameterCount = Whole(of, "npar"), ChiSquare = Real(of, "chisq"), DegreesOfFreedom = Whole(of, "df"),
        Cfi = Real(of, "cfi"), Rmsea = Real(of, "rmsea"), Srmr = Real(of, "srmr"),
        Effects = [.. of.GetProperty("effects").EnumerateArray().Select(Effect)],
        Claims = [.. of.GetProperty("claims").EnumerateArray().Select(Claim)],
        ReplicatesUsed = Whole(of, "used"),
    };

    private ClaimOutcome Claim(JsonElement of) => new(
        Text(of, "claim")!, Text(of, "effect"), Real(of, "est"), Real(of, "se"), Real(of, "p"), Real(of, "lower"), Real(of, "upper"),
        of.GetProperty("holds") is { ValueKind: JsonValueKind.True or JsonValueKind.False } holds ? holds.GetBoolean() : null);

    private EffectEstimate Effect(JsonElement of)
    {
        var standardized = of.GetProperty("std");
        return new()
        {
            Effect = Once(effects, Named(of)),
            Value = Real(of, "est") ?? double.NaN, StandardError = Real(of, "se"), RobustSpread = Real(of, "mad"), Outlying = Whole(of, "outlying"),
            Standardized = Real(standardized, "est"), StandardizedError = Real(standardized, "se"), StandardizedRobustSpread = Real(standardized, "mad"),
            StandardizedOutlying = Whole(standardized, "outlying"), JointPValue = Real(of, "jointp"),
            Intervals = hasIntervals ? [.. of.GetProperty("intervals").EnumerateArray().Select(Interval)] : None,
        };
    }

    private static Effect Named(JsonElement of)
    {
        if (of.TryGetProperty("name", out var name))
            return new(name.GetString()!, "", EffectKind.Defined, [], 1);
        string[] via = [.. of.GetProperty("via").EnumerateArray().Select(each => each.GetString()!)];
        var kind = of.GetProperty("kind").GetString() switch
        {
            "direct" => EffectKind.Direct,
            "indirect" => via.Length > 0 ? EffectKind.SpecificIndirect : EffectKind.TotalIndirect,
            "total" => EffectKind.Total,
            "contrast" => EffectKind.Contrast,
            _ => EffectKind.ProportionMediated,
        };
        var label = of.TryGetProperty("groupLabel", out var group) ? group.GetString()! : "";
        return new(of.GetProperty("lhs").GetString()!, of.GetProperty("rhs").GetString()!, kind, via, Whole(of, "group") ?? 1) { GroupLabel = label };
    }

    private static EffectInterval Interval(JsonElement of) => new(
        Kinds[of.GetProperty("type").GetString()!], of.GetProperty("standardized").GetBoolean(),
        new Interval(Real(of, "lower") ?? double.NaN, Real(of, "upper") ?? double.NaN, of.GetProperty("level").GetDouble()), Real(of, "p"));

    private string? Text(JsonElement of, string name) => of.GetProperty(name).GetString() is { } text ? Once(texts, text) : null;

    private static T Once<T>(Dictionary<T, T> known, T item)
        where T : notnull
    {
        if (!known.TryGetValue(item, out var first))
            known.Add(item, first = item);
        return first;
    }

    private static double? Real(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static int? Whole(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;
}
