using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>Fits replicates of one group's covariance structure with the compiled fitter. A replicate allocates nothing.</summary>
internal sealed class FastWorker : ReplicateWorker
{
    private readonly CovarianceFitter fitter;
    private readonly EffectEvaluator effects;
    private readonly ArgumentStandardizer? arguments;
    private readonly SampleSource source;
    private readonly double[] start;
    private readonly double[] covariance;
    private readonly double[] beta;
    private readonly double[] structural;
    private readonly int count;
    private readonly Divisor divisor;

    public FastWorker(FitResult fit, CovarianceModel model, LatentUnits units, EffectCatalogue catalogue, SampleSource source)
    {
        fitter = new CovarianceFitter(model, units);
        effects = new EffectEvaluator(fit.Table, catalogue);
        arguments = ArgumentStandardizer.Of(fit, catalogue);
        this.source = source;
        start = [.. fit.Values];
        covariance = new double[model.ObservedCount * model.ObservedCount];
        (beta, structural) = (new double[model.StructuralCount * model.StructuralCount], new double[model.StructuralCount * model.StructuralCount]);
        (count, divisor) = (fit.Sample[0].Count, fit.Sample[0].Divisor);
    }

    public override double Discrepancy => fitter.Discrepancy;

    /// <summary>
    /// The compiled model of a fit, or null where the general path is needed: other estimators, missing values, groups, means,
    /// constraints.
    /// </summary>
    public static CovarianceModel? Compile(FitResult fit) =>
        fit.Options.Estimator is Estimator.ML or Estimator.MLM or Estimator.MLR && !fit.Sample.Any(sample => sample.HasMissing)
            ? CovarianceModelCompiler.TryCompile(fit.Table, out _)
            : null;

    /// <summary>Units of the latent variables chosen at the estimates.</summary>
    public static LatentUnits Units(FitResult fit, CovarianceModel model)
    {
        var sample = fit.Sample[0].Covariance;
        var moments = fit.Implied(1);
        var m = moments.LatentSize;
        double Deviation(int k) => Math.Sqrt(Math.Abs(moments.LatentCovariance[(k * m) + k]));
        double[] values = [.. fit.Values];
        return LatentUnits.At(model, values, cell =>
        {
            var place = Array.IndexOf(model.Free, cell);
            var size = Math.Abs(place < 0 ? 1 : values[place]) * Deviation(cell.Column);
            return size / (cell.Matrix == ModelMatrix.Lambda ? Math.Sqrt(sample[cell.Row, cell.Row]) : Deviation(cell.Row));
        });
    }

    public override FitStatus Draw(RandomStream stream, Estimates target)
    {
        source.Draw(stream, covariance, divisor == Divisor.Count ? count : count - 1);
        return Fit(target);
    }

    public override FitStatus LeaveOut(int omitted, Estimates target)
    {
        ((CaseResampler)source).LeaveOut(omitted, covariance, divisor == Divisor.Count ? count - 1 : count - 2);
        return Fit(target);
    }

    private FitStatus Fit(Estimates target)
    {
        var status = fitter.Fit(covariance, start);
        if (!status.HasConverged())
            return status;
        fitter.Values.CopyTo(target.Values);
        fitter.CopyStructure(beta, structural);
        effects.Evaluate(1, beta, structural, target.Effects, target.Standardized);
        arguments?.Write(covariance, target);
        return status;
    }
}
