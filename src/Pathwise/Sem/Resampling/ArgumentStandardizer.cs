using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// Standardizes the parameters of definitions that are not direct effects, in draws from one group's covariance matrices. One worker's.
/// A draw allocates only where moments of exogenous variables are the sample's (fixed.x), since they have to be filled in.
/// </summary>
internal sealed class ArgumentStandardizer
{
    private readonly FitResult fit;
    private readonly DefinitionArguments arguments;
    private readonly ModelStructure? unfilled;
    private readonly Standardization standardization;

    private ArgumentStandardizer(FitResult fit, DefinitionArguments arguments)
    {
        (this.fit, this.arguments) = (fit, arguments);
        unfilled = fit.Table.Rows.Any(row => row.IsSampleMoment) ? ModelStructure.Of(fit.Table) : null;
        standardization = new Standardization(fit.Structure);
    }

    /// <summary>The standardizer, or null when no definition needs one.</summary>
    public static ArgumentStandardizer? Of(FitResult fit, EffectCatalogue catalogue) =>
        catalogue.Arguments.Apart > 0 ? new ArgumentStandardizer(fit, catalogue.Arguments) : null;

    /// <summary>Writes the parameters of the target, standardized; the p x p sample matrix is that of the draw.</summary>
    public void Write(ReadOnlySpan<double> sample, Estimates target)
    {
        var moments = unfilled is null ? standardization : new Standardization(unfilled.With([Drawn(sample)]));
        moments.Update(target.Values);
        arguments.Write(moments, target.Values, target.Arguments);
    }

    private SampleMoments Drawn(ReadOnlySpan<double> sample)
    {
        var names = fit.Sample[0].Names;
        return SampleMoments.OfCovariance(names, Matrix<double>.Build.DenseOfRowMajor(names.Count, names.Count, sample.ToArray()), fit.Sample[0].Count);
    }
}
