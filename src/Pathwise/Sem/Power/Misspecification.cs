namespace Pathwise.Sem.Power;

/// <summary>What the population has and the model leaves out.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Level">Its level among those of its kind, counted from 1; 0 where the model holds.</param>
/// <param name="Parts">What is left out, in lavaan's syntax with standardized values, as <c>y ~ 0.3*x</c>; empty where the model holds.</param>
[TypeFormatterSource]
public sealed record Misspecification(MisspecificationKind Kind, int Level, string Parts)
{
    /// <summary>A name of a few words.</summary>
    public string Name => Kind == MisspecificationKind.None ? "none: the model holds" : $"{Kind.Text()}, level {Level}";
}
