using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Influence;

/// <summary>
/// One-step approximations of what each case changes, without a refit: N/(N - 1) V s from the case's score s and the covariances V of the estimates, the
/// factor taken once; N/(N - 1) s'Vs for the distance; for the chi-square the case's own part of it, twice the difference of its log-likelihoods under the
/// saturated moments and under the model. The effect is computed at the approximate parameters.
/// </summary>
internal sealed class OneStep
{
    private readonly FitResult fit;
    private readonly Func<IReadOnlyList<double>, double> changeOfEffect;
    private readonly Matrix<double>? covariance;
    private readonly Matrix<double> scores;
    private readonly double[] parts;
    private readonly double factor;

    /// <summary>Of a complete sample; the function gives how much an effect changes when the parameters become others.</summary>
    public OneStep(FitResult fit, Func<IReadOnlyList<double>, double> changeOfEffect)
    {
        (this.fit, this.changeOfEffect, covariance) = (fit, changeOfEffect, ParameterCovariance.Of(fit));
        double n = fit.CaseCount;
        factor = n / (n - 1);
        scores = Matrix<double>.Build.DenseOfRowMajor(fit.CaseCount, fit.Values.Count, CaseScores.OfCases(fit.Structure, [.. fit.Values], fit.Sample[0]));
        parts = Parts();
    }

    /// <summary>The approximations of a case, counted from 0.</summary>
    public CaseChange? Of(int i)
    {
        if (covariance is null)
            return null;
        var score = scores.Row(i);
        var step = covariance * score;
        double[] changes = [.. step.Select(each => factor * each)];
        var ofEffect = changeOfEffect([.. fit.Values.Zip(changes, (value, change) => value - change)]);
        return new()
        {
            Effect = double.IsFinite(ofEffect) ? ofEffect : null,
            Parameters = changes,
            Standardized = [.. changes.Select((change, j) => LeaveOneOut.Ratio(change, covariance[j, j]))],
            GeneralizedCook = factor * (score * step),
            ChiSquare = parts[i],
        };
    }

    // ln|Sigma| + d'Sigma^-1 d - ln|S| - d'S^-1 d, whose sum over the cases is N F.
    private double[] Parts()
    {
        var sample = fit.Sample[0];
        Vector<double> means = sample.Means!, implied = fit.ImpliedMeans() ?? means;
        var (model, saturated) = (fit.ImpliedCovariance().Cholesky(), sample.With(Divisor.Count).Covariance.Cholesky());
        return
        [
            .. sample.Cases!.EnumerateRows().Select(row =>
                model.DeterminantLn + ((row - implied) * model.Solve(row - implied)) - saturated.DeterminantLn - ((row - means) * saturated.Solve(row - means))),
        ];
    }
}
