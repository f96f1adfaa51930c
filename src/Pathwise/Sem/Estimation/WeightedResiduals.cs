using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Estimation;

/// <summary>Least squares of the saturated moments of all groups with given weights V: value, slopes and D' W D with the normal-theory weights that V makes.</summary>
internal static class WeightedResiduals
{
    /// <summary>Weighted by a p x p matrix for each group, counted from 0.</summary>
    public static Objective Of(FitResult fit, Func<int, Matrix<double>> weights)
    {
        var groups = fit.Saturated.Select((sample, g) => (GroupDiscrepancy)new LeastSquaresDiscrepancy(
            sample.Covariance.ToRowMajorArray(),
            sample.Means?.ToArray() ?? new double[sample.Names.Count],
            weights(g).ToRowMajorArray(),
            fit.Table.HasMeanStructure));
        double[] shares = [.. fit.GroupMultipliers.Select(multiplier => multiplier / fit.Multiplier)];
        return new(fit.Structure, [.. groups], shares, shares);
    }

    /// <summary>D' W D at a fit's estimates, the weights those of its sample's moments, t x t.</summary>
    public static double[] InformationAtSample(FitResult fit)
    {
        var objective = Of(fit, g => fit.Saturated[g].Covariance.Inverse());
        objective.Value([.. fit.Values]);
        return objective.Information();
    }
}
