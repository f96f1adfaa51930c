namespace Pathwise.Sem.Compiled.FourAtOnce;

/// <summary>Where fits of many samples side by side set out: values and the first step from them. Immutable; any number of workers may share it.</summary>
internal sealed class LaneStart
{
    private readonly double[] values;

    private LaneStart(CovarianceModel working, DerivativeMap map, double[] values)
    {
        (Working, Map, this.values) = (working, map, values);
        Step = working.SampleMoments.Length > 0 ? null : FirstStep.From(working, map, values);
    }

    /// <summary>The working model.</summary>
    public CovarianceModel Working { get; }

    /// <summary>The derivatives of the working model.</summary>
    public DerivativeMap Map { get; }

    /// <summary>A value of each free parameter of the working model.</summary>
    public ReadOnlySpan<double> Values => values;

    /// <summary>The step from the values, where it is the same function of every sample: not where cells of the model hold moments of a sample.</summary>
    public FirstStep? Step { get; }

    /// <summary>Fits of a working model from the given values of it.</summary>
    public static LaneStart Of(CovarianceModel working, DerivativeMap map, ReadOnlySpan<double> values) => new(working, map, values.ToArray());
}
