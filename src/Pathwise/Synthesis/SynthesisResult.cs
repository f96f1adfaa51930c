namespace Pathwise.Synthesis;

/// <summary>How a synthesis ended.</summary>
public enum SynthesisEnd
{
    /// <summary>Every target is met.</summary>
    AllMet,

    /// <summary>The search gave up; the answers are the best it found.</summary>
    Missed,

    /// <summary>The search was interrupted; the answers are the best it had found.</summary>
    Interrupted,
}

/// <summary>A target, and what the synthetic answers give instead of the printed number.</summary>
[TypeFormatterSource]
public sealed record TargetOutcome(Target Target, double? Value, bool IsMet)
{
    /// <summary>The value printed as the target is.</summary>
    public string Printed => Value is { } value ? Target.Printed.Print(value) : "";

    /// <summary>Central range of repeated bootstraps, percentile intervals; null for targets of one fit.</summary>
    public (double Lower, double Upper)? Percentile { get; init; }

    /// <summary>Central range of repeated bootstraps, bias-corrected intervals; null for targets of one fit.</summary>
    public (double Lower, double Upper)? BiasCorrected { get; init; }
}

/// <summary>Synthetic answers, what they were made from, and how every target fares.</summary>
[TypeFormatterSource]
public sealed class SynthesisResult
{
    /// <summary>The targets.</summary>
    public required SynthesisTargets Targets { get; init; }

    /// <summary>The seed: the same targets and seed give the same answers.</summary>
    public required long Seed { get; init; }

    /// <summary>Names of the items, in the order of the columns.</summary>
    public required IReadOnlyList<string> Items { get; init; }

    /// <summary>Answers as they would be given, respondents by items: reverse-keyed items are not turned round.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Answers { get; init; }

    /// <summary>Every target in the order of the file.</summary>
    public required IReadOnlyList<TargetOutcome> Outcomes { get; init; }

    /// <summary>How the search ended.</summary>
    public required SynthesisEnd End { get; init; }

    /// <summary>The targets that are not met.</summary>
    public IEnumerable<TargetOutcome> Missed => Outcomes.Where(outcome => !outcome.IsMet);

    /// <summary>Writes the answers as comma-separated values, items in the first line.</summary>
    public void Write(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', Items) + "\n");
        foreach (var row in Answers)
            writer.Write(string.Join(',', row) + "\n");
    }
}
