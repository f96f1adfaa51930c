using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Evaluation;

/// <summary>Formulas of the indices of residual size (Bentler 1995; Bollen 1989; Mplus), averaged over groups by their cases.</summary>
internal static class ResidualFit
{
    /// <summary>All of them.</summary>
    public static ResidualIndices Of(FitResult fit)
    {
        var groups = Enumerable.Range(1, fit.Table.GroupCount).Select(group => OfGroup(fit, group)).ToArray();
        double? Mean(Func<ResidualIndices, double?> index) =>
            groups.Select((group, g) => index(group) * fit.Sample[g].Count / fit.CaseCount).Aggregate((sum, part) => sum + part);
        ResidualIndices mean = new(
            Mean(group => group.Rmr), Mean(group => group.RmrNoMean),
            Mean(group => group.SrmrBentler), Mean(group => group.SrmrBentlerNoMean),
            Mean(group => group.Crmr), Mean(group => group.CrmrNoMean),
            Mean(group => group.SrmrMplus), Mean(group => group.SrmrMplusNoMean));
        return fit.Structure.Responses is null ? mean : mean with { Srmr = mean.SrmrBentlerNoMean };
    }

    private static ResidualIndices OfGroup(FitResult fit, int group)
    {
        if (fit.Structure.Responses is not null)
            return ResponseResidualFit.OfGroup(fit, group);
        var (s, sigma) = (fit.Saturated[group - 1].Covariance, fit.ImpliedCovariance(group));
        var p = s.RowCount;
        double raw = 0, bentler = 0, correlation = 0, relative = 0;
        for (var i = 0; i < p; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                raw += Square(s[i, j] - sigma[i, j]);
                bentler += Square((s[i, j] - sigma[i, j]) / Scale(s, i, j));
                if (i != j)
                    correlation += Square((s[i, j] / Scale(s, i, j)) - (sigma[i, j] / Scale(sigma, i, j)));
            }

            relative += Square((s[i, i] - sigma[i, i]) / s[i, i]);
        }

        var (rawMeans, bentlerMeans, correlationMeans) = Means(fit, group, s, sigma);
        double count = p * (p + 1) / 2.0, pairs = p * (p - 1) / 2.0, means = fit.Table.HasMeanStructure ? p : 0;
        return new(
            Root(raw + rawMeans, count + means), Root(raw, count),
            Root(bentler + bentlerMeans, count + means), Root(bentler, count),
            Root(correlation + bentlerMeans, pairs + means), Root(correlation, pairs),
            Root(correlation + relative + correlationMeans, count + means), Root(correlation + relative, count));
    }

    private static (double Raw, double Bentler, double Correlation) Means(
        FitResult fit, int group, Matrix<double> s, Matrix<double> sigma)
    {
        double raw = 0, bentler = 0, correlation = 0;
        if (fit.ImpliedMeans(group) is not { } implied)
            return (0, 0, 0);
        var means = fit.Saturated[group - 1].Means!;
        for (var i = 0; i < means.Count; i++)
        {
            raw += Square(means[i] - implied[i]);
            bentler += Square((means[i] - implied[i]) / Math.Sqrt(s[i, i]));
            correlation += Square((means[i] / Math.Sqrt(s[i, i])) - (implied[i] / Math.Sqrt(sigma[i, i])));
        }

        return (raw, bentler, correlation);
    }

    private static double Scale(Matrix<double> matrix, int i, int j) => Math.Sqrt(matrix[i, i] * matrix[j, j]);

    private static double Square(double value) => value * value;

    private static double? Root(double sum, double count) => count > 0 ? Math.Sqrt(sum / count) : null;
}
