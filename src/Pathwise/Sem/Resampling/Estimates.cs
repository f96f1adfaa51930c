namespace Pathwise.Sem.Resampling;

/// <summary>Where the estimates of one sample are written: free parameters, effects, standardized effects.</summary>
internal readonly ref struct Estimates(Span<double> values, Span<double> effects, Span<double> standardized)
{
    public Span<double> Values { get; } = values;

    public Span<double> Effects { get; } = effects;

    public Span<double> Standardized { get; } = standardized;
}
