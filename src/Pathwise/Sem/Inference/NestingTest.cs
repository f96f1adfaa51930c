using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>
/// The NET procedure (Bentler and Satorra 2010): the full model, fitted to the moments that the restricted one implies, leaves no discrepancy if
/// the restricted one is nested in it. Semi-numerical: it speaks of the models at these estimates.
/// </summary>
internal sealed record NestingTest(ModelNesting Nesting, double? ChiSquare, IReadOnlyList<double>? Values)
{
    // Of a case. A minimum of zero is reached to about 1e-14; a path of .001 between standardized variables leaves 1e-6.
    private const double Zero = 1e-9;

    private static readonly int?[] RandomSeeds = [null, 1, 2];

    /// <summary>Of two converged models with the same variables and groups, the full one having no more degrees of freedom.</summary>
    public static NestingTest Of(FitResult full, FitResult restricted)
    {
        if (!full.HasConverged || !restricted.HasConverged || Implied(full, restricted) is not { } samples)
            return new(ModelNesting.Undetermined, null, null);
        var best = Nearest(full, restricted, samples);
        if (!double.IsFinite(best.Discrepancy))
            return new(ModelNesting.Undetermined, null, null);
        var isZero = best.Discrepancy < Zero;
        var nesting = !isZero ? ModelNesting.NotNested : full.DegreesOfFreedom() == restricted.DegreesOfFreedom() ? ModelNesting.Equivalent : ModelNesting.Nested;
        return new(nesting, best.Test().Value, isZero ? best.Values : null);
    }

    // From the restricted estimates, which nested parameters reproduce at once, then from the full ones, and as any model is started.
    private static FitResult Nearest(FitResult full, FitResult restricted, IReadOnlyList<SampleMoments> samples)
    {
        var options = full.Structure.Responses is null
            ? new EstimationOptions { MaximumIterations = full.Options.MaximumIterations }
            : full.Options with { StartingValues = null, RandomStartSeed = null };
        var tries = new[] { MatchedValues(full, restricted), [.. full.Values] }.Select(start => options with { StartingValues = start })
            .Concat(RandomSeeds.Select(seed => options with { RandomStartSeed = seed }));
        FitResult? best = null;
        foreach (var attempt in tries.Select(chosen => full.Structure.Responses is null ? full.Table.Fit(samples, chosen) : ModelFitting.FitPrepared(full.Table, samples, chosen)))
        {
            if (best is null || attempt.Discrepancy < best.Discrepancy)
                best = attempt;
            if (best.Discrepancy < Zero)
                break;
        }

        return best!;
    }

    /// <summary>
    /// Values of the full model's free parameters, those of the restricted model where it has them, and zero where it leaves them out.
    /// </summary>
    public static double[] MatchedValues(FitResult full, FitResult restricted)
    {
        var known = new Dictionary<(string, string, Operator, string), double>();
        foreach (var row in restricted.Table.Rows.Where(row => row.Operator.IsModelParameter() && !row.IsSampleMoment))
        {
            var value = row.IsFree ? restricted.Values[row.Free - 1] : row.FixedValue ?? 0;
            known[Key(restricted, row.Group, row.Lhs, row.Operator, row.Rhs)] = value;
            if (row.Operator == Operator.Covariance)
                known[Key(restricted, row.Group, row.Rhs, row.Operator, row.Lhs)] = value;
        }

        var result = full.Values.ToArray();
        foreach (var row in full.Table.Rows.Where(row => row.IsFree))
        {
            if (known.TryGetValue(Key(full, row.Group, row.Lhs, row.Operator, row.Rhs), out var value))
                result[row.Free - 1] = value;
            else if (row.Operator != Operator.Intercept && row.Lhs != row.Rhs)
                result[row.Free - 1] = 0;
        }

        return result;
    }

    private static (string, string, Operator, string) Key(FitResult fit, int group, string lhs, Operator kind, string rhs) =>
        (fit.Table.GroupLabels[group - 1], lhs, kind, rhs);

    // In the order of the full model's groups; null where they are not positive definite.
    private static List<SampleMoments>? Implied(FitResult full, FitResult restricted)
    {
        var result = new List<SampleMoments>();
        foreach (var label in full.Table.GroupLabels)
        {
            var group = restricted.Table.GroupLabels.ToList().IndexOf(label) + 1;
            var (sample, covariance) = (restricted.Saturated[group - 1], restricted.ImpliedCovariance(group));
            if (!Numerics.Cholesky.TryFactor(covariance.ToRowMajorArray(), covariance.RowCount))
                return null;
            if (sample.Responses is { } responses)
            {
                result.Add(OfResponses(restricted, group, responses));
                continue;
            }

            result.Add(SampleMoments.OfCovariance(sample.Names, covariance, sample.Count, restricted.ImpliedMeans(group) ?? sample.Means, Divisor.Count, label));
        }

        return result;
    }

    // What the restricted model implies in place of what the sample has, with the weights of the sample.
    private static SampleMoments OfResponses(FitResult restricted, int group, ResponseStatistics responses)
    {
        var (moments, values) = (restricted.Given(group), new double[responses.Values.Length]);
        ImpliedResponses.Write(moments, values);
        return restricted.Sample[group - 1].WithResponses(
            restricted.ImpliedCovariance(group), restricted.ImpliedMeans(group)!, responses.At(values));
    }
}
