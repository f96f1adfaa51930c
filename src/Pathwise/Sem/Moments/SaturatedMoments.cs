using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Moments;

/// <summary>
/// Maximum likelihood means and covariances of cases with missing values, without a model, by expectation-maximisation
/// (Dempster, Laird and Rubin 1977; Little and Rubin 2002), and how the search for them ended.
/// </summary>
/// <param name="Moments">The moments; the sample itself where nothing is missing.</param>
/// <param name="Steps">Steps taken.</param>
/// <param name="Change">The largest change of the last step, in standard deviations and correlations.</param>
internal sealed record SaturatedMoments(SampleMoments Moments, int Steps, double Change)
{
    /// <summary>Most steps before the search gives up.</summary>
    public const int MaximumSteps = 20_000;

    /// <summary>Most steps before the search in one of many samples gives up.</summary>
    public const int MaximumStepsOfOneOfMany = 2000;

    /// <summary>The change at which the search has converged.</summary>
    public const double Tolerance = 1e-11;

    /// <summary>True when the moments are the most likely ones as far as the changes tell.</summary>
    public bool HasConverged => Change < Tolerance;

    /// <summary>The sample as it stands.</summary>
    public static SaturatedMoments Itself(SampleMoments sample) => new(sample, 0, 0);

    /// <summary>The moments that make the sample most likely, searched from uncorrelated variables.</summary>
    public static SaturatedMoments Of(SampleMoments sample) => Of(sample, null);

    /// <summary>
    /// The same, searched from the moments of a sample like it, where there are any. One of many samples is then given up after fewer steps, and where its covariances become
    /// too nearly singular to be inverted: no model can be fitted to what is found there after many more.
    /// </summary>
    public static SaturatedMoments Of(SampleMoments sample, SampleMoments? near)
    {
        if (!sample.HasMissing)
            return Itself(sample);
        var units = new SampleUnits(sample);
        var search = new SaturatedSearch([.. sample.Patterns.Select(units.Inside)], sample.Names.Count);
        var (point, steps, change) = near is null ? search.Run(units.Uncorrelated(), MaximumSteps) : search.Run(units.Inside(near), MaximumStepsOfOneOfMany, isPatient: false);
        var (means, covariance) = units.Outside(point);
        return new(SampleMoments.OfCovariance(sample.Names, covariance, sample.Count, means, Divisor.Count, sample.Group), steps, change);
    }

    /// <summary>The means and deviations of a sample, in which the search works: neither matters to what it finds.</summary>
    private sealed class SampleUnits(SampleMoments sample)
    {
        private readonly double[] centre = sample.Means!.ToArray();
        private readonly double[] scale = [.. sample.Covariance.Diagonal().Select(Math.Sqrt)];

        private int Size => centre.Length;

        public MissingPattern Inside(MissingPattern pattern)
        {
            var (at, n) = (pattern.Observed, pattern.Observed.Length);
            return pattern with
            {
                Means = [.. pattern.Means.Select((mean, i) => (mean - centre[at[i]]) / scale[at[i]])],
                Covariance = [.. pattern.Covariance.Select((value, i) => value / (scale[at[i / n]] * scale[at[i % n]]))],
                Roots = [.. pattern.Roots.Select((value, i) => value / scale[at[i % n]])],
            };
        }

        public double[] Inside(SampleMoments moments)
        {
            var point = new double[Size + (Size * Size)];
            for (var i = 0; i < Size; i++)
            {
                point[i] = (moments.Means![i] - centre[i]) / scale[i];
                for (var j = 0; j < Size; j++)
                    point[Size + (i * Size) + j] = moments.Covariance[i, j] / (scale[i] * scale[j]);
            }

            return point;
        }

        public double[] Uncorrelated()
        {
            var point = new double[Size + (Size * Size)];
            for (var i = 0; i < Size; i++)
                point[Size + (i * (Size + 1))] = 1;
            return point;
        }

        public (Vector<double> Means, Matrix<double> Covariance) Outside(double[] point) => (
            Vector<double>.Build.Dense(Size, i => centre[i] + (scale[i] * point[i])),
            Matrix<double>.Build.Dense(Size, Size, (i, j) => scale[i] * scale[j] * point[Size + (i * Size) + j]));
    }
}
