using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Evaluation;

/// <summary>
/// Share of the weighted squared sample moments that the model accounts for: 1 - e'We / s'Ws with normal-theory weights at the implied
/// covariances (Joreskog and Sorbom 1984; Tanaka and Huba 1985), or with the weights of the least squares that were used.
/// </summary>
internal static class GoodnessOfFit
{
    /// <summary>The index over all groups, each with its share of the cases.</summary>
    public static double? Of(FitResult fit)
    {
        double left = 0, all = 0;
        for (var g = 0; g < fit.Sample.Count; g++)
        {
            var (residual, total) = OfGroup(fit, g);
            left += residual * fit.GroupMultipliers[g];
            all += total * fit.GroupMultipliers[g];
        }

        return all > 0 ? 1 - (left / all) : null;
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
        var (residual, total) = (Squared(weight, s - sigma), Squared(weight, s));
        if (fit.ImpliedMeans(g + 1) is { } implied)
        {
            var means = fit.Saturated[g].Means!;
            residual += (means - implied) * weight * (means - implied);
            total += means * weight * means;
        }

        return (residual, total);
    }

    private static double Squared(Matrix<double> weight, Matrix<double> moments)
    {
        var product = weight * moments;
        return (product * product).Trace() / 2;
    }
}
