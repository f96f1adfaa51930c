namespace Pathwise.Sem.Effects;

/// <summary>
/// Where the estimates of one sample are written: free parameters, effects, standardized effects, and the standardized parameters that
/// definitions need besides (empty where nobody asks for them).
/// </summary>
internal readonly ref struct EstimateSpans(Span<double> values, Span<double> effects, Span<double> standardized, Span<double> arguments = default)
{
    public Span<double> Values { get; } = values;

    public Span<double> Effects { get; } = effects;

    public Span<double> Standardized { get; } = standardized;

    public Span<double> Arguments { get; } = arguments;
}
