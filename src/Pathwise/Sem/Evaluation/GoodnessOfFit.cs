using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

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
        if (fit.Sample[g].Responses is { } responses)
            return OfResponses(fit, g, responses);
        var (s, sigma) = (fit.Saturated[g].Covariance, fit.ImpliedCovariance(g + 1));
        if (fit.Method.Weights(s, sigma) is not { } weight)
            return OfMoments(fit, g, s, sigma);
        if (fit.Options.Missing == MissingData.Fiml)
            return OfObserved(fit, g + 1);
        var (residual, total) = (Squared(weight, s - sigma), Squared(weight, WithoutFixed(fit, s)));
        if (fit.ImpliedMeans(g + 1) is { } implied)
        {
            var means = fit.Saturated[g].Means!;
            var held = fit.Table.HeldVariables();
            var counted = means.MapIndexed((i, value) => held.Contains(fit.Structure.Observed[i]) ? 0 : value, Zeros.Include);
            residual += (means - implied) * weight * (means - implied);
            total += counted * weight * counted;
        }

        return (residual, total);
    }

    private static (double Residual, double Total) OfResponses(FitResult fit, int g, ResponseStatistics responses)
    {
        var (weights, implied) = (ResponseWeights.Of(fit.Method.Responses!.Value, responses), new double[responses.Values.Length]);
        ImpliedResponses.Write(fit.Given(g + 1), implied);
        double[] residual = [.. responses.Values.Zip(implied, (sample, model) => sample - model)];
        return (VectorKernels.Dot(residual, weights.Times(residual)), VectorKernels.Dot(responses.Values, weights.Times(responses.Values)));
    }

    // With missing values, as lavaan has it: moments of the values that there are, weighted by the expected information in them.
    private static (double Residual, double Total) OfObserved(FitResult fit, int group)
    {
        var model = SaturatedGroup.AtModel(fit, group);
        var moments = model.Moments(fit.Sample[group - 1].Pairwise());
        return (model.Weighted(moments - model.Moments()), model.Weighted(moments));
    }

    // Moments of fixed exogenous variables are not explained.
    private static Matrix<double> WithoutFixed(FitResult fit, Matrix<double> moments)
    {
        var held = fit.Table.HeldVariables();
        bool IsHeld(int i) => held.Contains(fit.Structure.Observed[i]);
        return moments.MapIndexed((i, j, value) => IsHeld(i) && IsHeld(j) ? 0 : value, Zeros.Include);
    }

    private static (double Residual, double Total) OfMoments(FitResult fit, int g, Matrix<double> s, Matrix<double> sigma)
    {
        var vector = MomentVector.Of(fit.Table);
        var weights = MomentWeights.Of(fit.Method.Responses!.Value, fit.Sample[g], fit.Table.HasMeanStructure);
        double[] sample = [.. vector.Values(s, fit.Saturated[g].Means)], model = [.. vector.Values(sigma, fit.ImpliedMeans(g + 1))];
        double[] residual = [.. sample.Zip(model, (own, implied) => own - implied)];
        return (VectorKernels.Dot(residual, weights.Times(residual)), VectorKernels.Dot(sample, weights.Times(sample)));
    }

    private static double Squared(Matrix<double> weight, Matrix<double> moments)
    {
        var product = weight * moments;
        return (product * product).Trace() / 2;
    }
}
