using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Power;

/// <summary>Chi-square and fit indices of a model in simulated samples, by compiled code where the model has it. One worker's.</summary>
internal sealed class SimulatedFit
{
    private readonly FitResult fit;
    private readonly ImpliedMoments moments;
    private readonly CovarianceFitter? fitter;
    private readonly double[] start, values, covariance;
    private readonly int p, count, df;

    /// <summary>Of samples of so many cases.</summary>
    public SimulatedFit(FitResult fit, CompiledFit? compiled, int count)
    {
        (this.fit, this.count, p) = (fit, count, fit.Structure.Observed.Count);
        (df, moments, values, covariance) = (fit.DegreesOfFreedom(), new(fit.Structure, 0), [.. fit.Values], new double[p * p]);
        start = compiled is null ? [] : CompiledRefit.Start(fit, compiled.Model);
        if (compiled is { Groups: [{ Model.HasConstant: false } group] })
            fitter = new(group.Model, group.Units, group.Map);
    }

    /// <summary>Chi-square, CFI, RMSEA and SRMR of a sample drawn from a source; null where it cannot be fitted.</summary>
    public double[]? Draw(SampleSource source, RandomStream stream) => fitter is null ? General(source, stream) : Compiled(source, stream, fitter);

    private double[]? Compiled(SampleSource source, RandomStream stream, CovarianceFitter fitter)
    {
        if (source.Draw(stream, covariance, count) is not null || !fitter.Fit(covariance, start).HasConverged())
            return null;
        var found = fitter.Values;
        for (var j = 0; j < found.Length; j++)
            values[fitter.Model.Positions[j]] = found[j];
        return moments.Update(values) ? Of(count * fitter.Discrepancy, covariance, moments.Sigma) : null;
    }

    private double[]? General(SampleSource source, RandomStream stream)
    {
        var cases = new double[count * p];
        if (source.DrawCases(stream, cases) is not null)
            return null;
        try
        {
            var sample = SampleMoments.OfCases(fit.Structure.Observed, Matrix<double>.Build.DenseOfRowMajor(count, p, cases), Divisor.Count);
            var refit = ModelFitting.FitLike(fit.Table, [sample], [sample], new() { StartingValues = fit.Values });
            return refit.HasConverged && refit.Test().Value is { } value ? Of(value, sample.Covariance.ToRowMajorArray(), refit.ImpliedCovariance().ToRowMajorArray()) : null;
        }
        catch (Exception problem) when (NumericalTrouble.IsShownBy(problem))
        {
            return null;
        }
    }

    // The baseline model's chi-square is -N ln |R|; Bentler's SRMR, of means that fit exactly where there are any.
    private double[]? Of(double chiSquare, double[] s, double[] sigma)
    {
        var (sum, correlations) = (0.0, new double[p * p]);
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var scale = Math.Sqrt(s[(i * p) + i] * s[(j * p) + j]);
                correlations[(i * p) + j] = correlations[(j * p) + i] = s[(i * p) + j] / scale;
                sum += (s[(i * p) + j] - sigma[(i * p) + j]) / scale * ((s[(i * p) + j] - sigma[(i * p) + j]) / scale);
            }
        }

        if (!Cholesky.TryFactor(correlations, p))
            return null;
        double value = Math.Max(chiSquare, 0), misfit = Math.Max(value - df, 0), baseline = (-count * Cholesky.LogDeterminant(correlations, p)) - (p * (p - 1) / 2);
        var worst = Math.Max(misfit, baseline);
        return
        [
            value,
            worst > 0 ? 1 - (misfit / worst) : 1,
            RootMeanSquareError.Value(value, df, (double)count * df),
            Math.Sqrt(sum / ((p * (p + 1) / 2) + (fit.Table.HasMeanStructure ? p : 0))),
        ];
    }
}
