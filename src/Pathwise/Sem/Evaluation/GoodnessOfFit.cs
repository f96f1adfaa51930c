using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Evaluation;

/// <summary>
/// Share of the weighted squared sample moments that the model accounts for: 1 - e'We / s'Ws with normal-theory weights at the implied
/// covariances (Joreskog and Sorbom 1984; Tanaka and Huba 1985), or with the weights of the least squares that were used.
/// </summary>
internal static class GoodnessOfFit
{
    /// <summary>The mean of the groups' indices, weighted by their cases.</summary>
    public static double Of(FitResult fit)
    {
        double sum = 0;
        for (var g = 0; g < fit.Sample.Count; g++)
        {
            var (residual, total) = OfGroup(fit, g);
            sum += (1 - (residual / total)) * fit.Sample[g].Count / fit.CaseCount;
        }

        return sum;
    }

    private static (double Residual, double Total) OfGroup(FitResult fit, int g)
    {
        var (s, sigma) = (fit.Saturated[g].Covariance, fit.ImpliedCovariance(g + 1));
        var weight = fit.Options.Estimator switch
        {
            Estimator.ULS => Matrix<double>.Build.DenseIdentity(s.RowCount),
            Estimator.GLS => s.Inverse(),
            _ => sigma.Inverse(),
        };
        var (residual, total) = (Squared(weight, s - sigma), Squared(weight, WithoutFixed(fit, s)));
        if (fit.ImpliedMeans(g + 1) is { } implied)
        {
            var means = fit.Saturated[g].Means!;
            residual += (means - implied) * weight * (means - implied);
            total += means * weight * means;
        }

        return (residual, total);
    }

    // Moments of fixed exogenous variables are not explained.
    private static Matrix<double> WithoutFixed(FitResult fit, Matrix<double> moments)
    {
        var held = fit.Table.Rows.Where(row => row.IsSampleMoment).Select(row => row.Lhs).ToHashSet();
        bool IsHeld(int i) => held.Contains(fit.Structure.Observed[i]);
        return moments.MapIndexed((i, j, value) => IsHeld(i) && IsHeld(j) ? 0 : value, Zeros.Include);
    }

    private static double Squared(Matrix<double> weight, Matrix<double> moments)
    {
        var product = weight * moments;
        return (product * product).Trace() / 2;
    }
}
