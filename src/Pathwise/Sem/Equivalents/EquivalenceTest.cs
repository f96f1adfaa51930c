using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Equivalents;

/// <summary>
/// Whether two models can imply the same moments, decided by numbers and not by rules on arrows: each is fitted to what the other implies at
/// random values of its parameters, and where that leaves nothing, the derivatives of the moments by the parameters of both must
/// span one space. A random point of one model lies in the moments of another with as many dimensions with probability one or zero (our derivation, from
/// the moments being rational functions of the parameters), so that a few points that are reached decide; those that are not may
/// be a search's fault, as where a coefficient would have to be very large.
/// </summary>
internal sealed class EquivalenceTest
{
    // Of a case. A minimum of zero is reached to about 1e-14; a path of .001 between standardized variables leaves 1e-6.
    private const double Zero = 1e-9;

    private const int Draws = 3;

    private const int Enough = 2;

    // Values that imply no covariance matrix are drawn nearer to the estimates, this often.
    private const int Tries = 40;

    private static readonly int?[] RandomSeeds = [null, 1, 2, 3];

    private readonly FitResult own;
    private readonly IReadOnlyList<Drawn> drawn;

    /// <summary>Tests against this model, which has converged.</summary>
    public EquivalenceTest(FitResult own) => (this.own, drawn) = (own, Random(own, Draws));

    private sealed record Drawn(FitResult Of, IReadOnlyList<SampleMoments> Moments);

    private readonly record struct Found(bool Reached, bool Converged);

    /// <summary>True for an equivalent model, false for another one, null where the searches do not tell.</summary>
    public bool? IsEquivalent(FitResult other)
    {
        if (own.DegreesOfFreedom() != other.DegreesOfFreedom())
            return false;
        var (reached, missed) = (0, 0);
        foreach (var found in drawn.Zip(Random(other, Draws), (mine, theirs) => (IEnumerable<Found>)[Search(other, mine), Search(own, theirs)]).SelectMany(pair => pair))
        {
            reached += found.Reached ? 1 : 0;
            missed += found is { Reached: false, Converged: true } ? 1 : 0;
            if (reached >= Enough || (reached == 0 && missed >= Enough))
                break;
        }

        return reached >= Enough ? true : reached == 0 && missed > 0 ? false : null;
    }

    /// <summary>The values at which another model implies what this one implies at its estimates; null where there are none.</summary>
    public IReadOnlyList<double>? Matching(FitResult other) =>
        Moments(own) is { } moments ? Fits(other, new(own, moments)).FirstOrDefault(fit => fit.Discrepancy < Zero)?.Values : null;

    private static Found Search(FitResult model, Drawn point)
    {
        double? lowest = null;
        foreach (var fit in Fits(model, point))
        {
            if (fit.Discrepancy < Zero)
                return new(HaveOneTangent(point.Of, fit), true);
            if (!fit.HasConverged)
                continue;
            if (Math.Abs(fit.Discrepancy - lowest ?? double.NaN) < Zero)
                break;
            lowest = Math.Min(lowest ?? double.MaxValue, fit.Discrepancy);
        }

        return new(false, lowest is not null);
    }

    // Fits of a model to the moments of a point, one after the other as they are asked for.
    private static IEnumerable<FitResult> Fits(FitResult model, Drawn point)
    {
        var options = new EstimationOptions { MaximumIterations = model.Options.MaximumIterations };
        return new[] { NestingTest.MatchedValues(model, point.Of), [.. model.Values] }.Select(start => options with { StartingValues = start })
            .Concat(RandomSeeds.Select(seed => options with { RandomStartSeed = seed }))
            .Select(chosen => model.Table.Fit(point.Moments, chosen));
    }

    private static bool HaveOneTangent(FitResult one, FitResult other)
    {
        for (var group = 1; group <= one.Table.GroupCount; group++)
        {
            var (first, second) = (Derivatives(one, group), InOrder(one, other, group));
            var rank = NullSpace.RankOf(first);
            if (NullSpace.RankOf(second) != rank || NullSpace.RankOf(first.Append(second)) != rank)
                return false;
        }

        return true;
    }

    // Scaled, so that parameters of large and of small variables count alike in a rank.
    private static Matrix<double> Derivatives(FitResult fit, int group)
    {
        var all = MomentJacobian.Of(fit.Implied(group), MomentVector.Of(fit.Table), fit.Values.Count);
        return Matrix<double>.Build.DenseOfColumnVectors(all.EnumerateColumns().Where(column => column.L2Norm() > 0).Select(column => column.Normalize(2)));
    }

    // The moments of the other model in the order of the first one's.
    private static Matrix<double> InOrder(FitResult one, FitResult other, int group)
    {
        var derivatives = Derivatives(other, group);
        var (to, from) = (MomentVector.Of(one.Table), MomentVector.Of(other.Table));
        var place = Enumerable.Range(0, from.Count).ToDictionary(k => Key(other, from[k]));
        return Matrix<double>.Build.DenseOfRowVectors(Enumerable.Range(0, to.Count).Select(k => derivatives.Row(place[Key(one, to[k])])));
    }

    private static (MomentKind, string, string) Key(FitResult fit, Moment moment)
    {
        var (row, column) = (fit.Table.ObservedVariables[moment.Row], fit.Table.ObservedVariables[moment.Column]);
        return string.CompareOrdinal(row, column) < 0 ? (moment.Kind, row, column) : (moment.Kind, column, row);
    }

    private static List<Drawn> Random(FitResult fit, int count)
    {
        var points = new List<Drawn>();
        for (var draw = 0; draw < count; draw++)
        {
            var stream = RandomStream.For(1, draw);
            var reach = 1.0;
            for (var attempt = 0; attempt < Tries; attempt++, reach *= 0.9)
            {
                var point = fit.At(Values(fit, stream, reach));
                if (Moments(point) is not { } moments)
                    continue;
                points.Add(new(point, moments));
                break;
            }
        }

        return points;
    }

    // Parameters that constraints hold stay at their estimates, since any others might not meet them.
    private static double[] Values(FitResult fit, RandomStream stream, double reach)
    {
        double[] values = [.. fit.Values];
        HashSet<int> held = [.. fit.Table.Constraints.SelectMany(constraint => constraint.Difference.Positions)];
        foreach (var row in fit.Table.Rows.Where(row => row.IsFree && !held.Contains(row.Free - 1)))
        {
            var (value, unit, chance) = (values[row.Free - 1], fit.Units[row.Free - 1], reach * (stream.NextUniform() - 0.5));
            values[row.Free - 1] = row.Operator switch
            {
                Operator.Covariance when row.Lhs == row.Rhs => Math.Max(Math.Abs(value), 0.2 * unit) * (1 + chance),
                Operator.Loading => value * (1 + chance),
                _ => value + (chance * unit),
            };
        }

        return values;
    }

    // Null where they are no moments of anything.
    private static List<SampleMoments>? Moments(FitResult fit)
    {
        var result = new List<SampleMoments>();
        foreach (var (g, sample) in fit.Saturated.Index())
        {
            var covariance = fit.ImpliedCovariance(g + 1);
            if (!Cholesky.TryFactor(covariance.ToRowMajorArray(), covariance.RowCount))
                return null;
            result.Add(SampleMoments.OfCovariance(sample.Names, covariance, sample.Count, fit.ImpliedMeans(g + 1) ?? sample.Means, Divisor.Count, fit.Table.GroupLabels[g]));
        }

        return result;
    }
}
