namespace Pathwise.Synthesis;

/// <summary>
/// How printed bootstrap bounds were made, and how they are checked: a bound is met when it lies in the central part of the
/// distribution of that bound over repeated bootstraps of the synthetic answers.
/// </summary>
[TypeFormatterSource]
public sealed record BootstrapDesign
{
    /// <summary>Samples of one bootstrap, as published.</summary>
    public required int Samples { get; init; }

    /// <summary>Level of the printed intervals.</summary>
    public double Level { get; init; } = 0.95;

    /// <summary>Bootstraps that are made for the check.</summary>
    public int Repeats { get; init; } = 1000;

    /// <summary>The central share of the repeated bounds in which the printed one must lie.</summary>
    public double Central { get; init; } = 0.95;
}
