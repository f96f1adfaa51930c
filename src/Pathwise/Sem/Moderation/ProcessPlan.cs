namespace Pathwise.Sem.Moderation;

/// <summary>A model by the number that PROCESS (Hayes, 2022) gives it, and which variable plays which part.</summary>
[TypeFormatterSource]
public sealed record ProcessPlan
{
    /// <summary>The number of the model.</summary>
    public required int Number { get; init; }

    /// <summary>The cause.</summary>
    public required string X { get; init; }

    /// <summary>The outcome.</summary>
    public required string Y { get; init; }

    /// <summary>The mediators, side by side; in models 6 and 92 one after the other.</summary>
    public IReadOnlyList<string> Mediators { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>The first moderator, or null.</summary>
    public string? W { get; init; }

    /// <summary>The second moderator, or null.</summary>
    public string? Z { get; init; }

    /// <summary>What is held constant in every equation.</summary>
    public IReadOnlyList<string> Covariates { get; init => field = ValueList.Of(value); } = ValueList.Of<string>([]);

    /// <summary>The moderators that are named.</summary>
    public IReadOnlyList<string> Moderators => [.. new[] { W, Z }.OfType<string>()];
}
