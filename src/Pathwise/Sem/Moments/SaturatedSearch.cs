using Pathwise.Numerics;

namespace Pathwise.Sem.Moments;

/// <summary>
/// Expectation-maximisation for the moments of cases with missing values, sped up by Anderson's extrapolation: where that lowers the likelihood or
/// leaves the positive definite matrices, the search goes on from the last plain step (Henderson and Varadhan 2019). A point holds p means, then p x p
/// covariances.
/// </summary>
internal sealed class SaturatedSearch
{
    private const int Depth = 10;
    private const double Slack = 1e-10;

    private readonly int p;
    private readonly CompletedMoments completed;
    private readonly RegressedMoments regressed;
    private readonly AndersonAcceleration acceleration;
    private readonly double[] image, plain, extrapolated, factor;

    public SaturatedSearch(IReadOnlyList<MissingPattern> patterns, int size)
    {
        p = size;
        (completed, regressed) = (new(patterns, size), new(patterns, size));
        var count = p + (p * p);
        acceleration = new(count, Depth);
        (image, plain, extrapolated, factor) = (new double[count], new double[count], new double[count], new double[p * p]);
    }

    /// <summary>
    /// Searches from a point; returns the last image, the steps taken and the largest change of the last one. One that is not patient ends, without a change that is known,
    /// where the covariances are too nearly singular.
    /// </summary>
    public (double[] Point, int Steps, double Change) Run(double[] start, int most, bool isPatient = true)
    {
        var (point, value, change, isExtrapolated) = (start.ToArray(), 0.0, double.PositiveInfinity, false);
        for (var step = 1; step <= most; step++)
        {
            var isRegular = TryStep(point, isPatient);
            if (isExtrapolated && !(isRegular && completed.Value <= value + Slack))
            {
                acceleration.Reset();
                plain.CopyTo(point, 0);
                isExtrapolated = false;
                continue;
            }

            if (!isRegular && !isPatient)
                return (point, step, double.PositiveInfinity);
            change = Change(point);
            if (change < SaturatedMoments.Tolerance)
                return (image, step, change);
            value = completed.Value;
            image.CopyTo(plain, 0);
            isExtrapolated = isRegular && acceleration.TryNext(point, image, extrapolated) && IsDefinite(extrapolated);
            (isExtrapolated ? extrapolated : image).CopyTo(point, 0);
        }

        return (plain, most, change);
    }

    // The image of a point; false where the covariances are too nearly singular to be inverted, and the slower regressions are taken.
    private bool TryStep(double[] point, bool isPatient)
    {
        if (!completed.TryUpdate(point.AsSpan(0, p), point.AsSpan(p)))
        {
            acceleration.Reset();
            if (isPatient)
                regressed.Step(point, image);
            return false;
        }

        for (var i = 0; i < p; i++)
        {
            image[i] = point[i] + completed.Shift[i];
            for (var j = 0; j < p; j++)
            {
                var at = (i * p) + j;
                image[p + at] = completed.Spread[at] + completed.Within[at] - (completed.Shift[i] * completed.Shift[j]);
            }
        }

        return true;
    }

    private bool IsDefinite(double[] point)
    {
        point.AsSpan(p).CopyTo(factor);
        return Cholesky.TryFactor(factor, p);
    }

    private double Change(double[] point)
    {
        double largest = 0;
        for (var i = 0; i < p; i++)
        {
            var deviation = Math.Sqrt(image[p + (i * (p + 1))]);
            largest = Math.Max(largest, Math.Abs(image[i] - point[i]) / deviation);
            for (var j = 0; j <= i; j++)
            {
                var at = p + (i * p) + j;
                largest = Math.Max(largest, Math.Abs(image[at] - point[at]) / (deviation * Math.Sqrt(image[p + (j * (p + 1))])));
            }
        }

        return largest;
    }
}
