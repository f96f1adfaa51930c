using Pathwise.Numerics;
using Pathwise.Parallel;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Power;

/// <summary>Dynamic cut-offs of fit indices.</summary>
public static class FitCutoffs
{
    private const double Alpha = 0.05;
    private const int SamplesOfPiece = 25;

    private static readonly (string Name, bool IsWorseAbove, double Conventional)[] Indices = [("cfi", false, 0.95), ("rmsea", true, 0.06), ("srmr", true, 0.08)];

    /// <summary>
    /// Simulates samples of a fitted model's own estimates and number of cases in which it holds, and in which it leaves something out, fits the model to each, and finds for each fit index the cut-off that tells
    /// them apart with 5 % errors of either kind, or 10 % (McNeish and Wolf 2023: cross-loadings, or residual correlations of one factor). Direct paths that the model leaves out, .1, .3 and .5 of a standard
    /// deviation, are our addition.
    /// </summary>
    /// <exception cref="InputException">The model is not one of a single group of continuous variables by maximum likelihood, or has no degrees of freedom.</exception>
    public static CutoffResult SimulateCutoffs(this FitResult fit, CutoffOptions options, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(options);
        _ = options.Checked();
        Require(fit);
        var count = options.Count ?? fit.CaseCount;
        if (count <= fit.Structure.Observed.Count)
            throw new InputException($"Samples of {count} cases have no covariance matrix of {fit.Structure.Observed.Count} variables that could be fitted; more cases are needed.");
        var populations = new MisspecifiedPopulations(fit).All();
        var levels = options.Shapes.Distinct().SelectMany(shape => Levels(fit, populations, shape, count, options, cancellation));
        var own = fit.Indices();
        return new() { Options = options, CaseCount = count, Levels = [.. levels], Observed = [new("cfi", own.Incremental.Cfi), new("rmsea", own.RmseaIndex.Value), new("srmr", own.Srmr)] };
    }

    private static void Require(FitResult fit)
    {
        if (fit.Table.GroupCount > 1 || fit.Structure.Responses is not null || !fit.Method.HasLikelihood)
            throw new InputException("Cut-offs are simulated for a model of one group of continuous variables by maximum likelihood.");
        if (fit.Options.Ridge != 0)
            throw new InputException("Cut-offs are simulated from the model's own estimates, which have the ridge (--ridge) in their variances; leave it out.");
        if (fit.Table.Rows.Any(row => row.IsSampleMoment))
            throw new InputException("Cut-offs need a model whose exogenous variables are part of it (fixed.x off).");
        if (fit.DegreesOfFreedom() < 1)
            throw new InputException("A model without degrees of freedom fits any data; there is nothing to cut off.");
        _ = fit.RequireConverged();
    }

    private static IEnumerable<CutoffLevel> Levels(
        FitResult fit, IReadOnlyList<MisspecifiedPopulation> populations, AnswerShape shape, int count, CutoffOptions options, CancellationToken cancellation)
    {
        double[][]? own = null;
        foreach (var population in populations)
        {
            var drawn = Draw(fit, population, shape, count, options, cancellation);
            own ??= drawn;
            yield return Level(population.Misspecification, shape, options.Replicates, own, drawn, fit.DegreesOfFreedom());
        }
    }

    // Sample i of every population is made of the same normal numbers, so that differences between populations are not those of chance.
    private static double[][] Draw(FitResult fit, MisspecifiedPopulation population, AnswerShape shape, int count, CutoffOptions options, CancellationToken cancellation)
    {
        var (compiled, transforms) = (CompiledFit.Of(fit), ShapedSampler.Transforms(shape, fit.Sample[0]));
        double[] means = fit.Table.HasMeanStructure ? fit.Implied(1).Mu : new double[fit.Structure.Observed.Count];
        _ = new ShapedSampler(count, means, population.Covariance, transforms, fit.Structure.Observed);
        var pieces = Pieces.Map((options.Replicates + SamplesOfPiece - 1) / SamplesOfPiece, Piece, options.Threads, cancellation);
        return [.. pieces.SelectMany(piece => piece)];

        double[][] Piece(int piece)
        {
            var (worker, source) = (new SimulatedFit(fit, compiled, count), new ShapedSampler(count, means, population.Covariance, transforms, fit.Structure.Observed));
            var first = piece * SamplesOfPiece;
            return [.. Enumerable.Range(first, Math.Min(SamplesOfPiece, options.Replicates - first)).Select(i => worker.Draw(source, RandomStream.For(options.Seed, i))).OfType<double[]>()];
        }
    }

    private static CutoffLevel Level(Misspecification misspecification, AnswerShape shape, int replicates, double[][] own, double[][] drawn, int df)
    {
        var rejected = Share(drawn, each => ChiSquareDistribution.UpperTail(each[0], df) < Alpha);
        return new()
        {
            Misspecification = misspecification,
            Shape = shape,
            Drawn = replicates,
            Converged = drawn.Length,
            Rejected = rejected,
            RejectedError = Error(rejected, drawn.Length),
            Indices = own.Length < 2 || drawn.Length < 2 ? [] : [.. Indices.Select((_, k) => Index(k, own, drawn, misspecification.Level > 0))],
        };
    }

    private static IndexCutoff Index(int k, double[][] own, double[][] drawn, bool isMisspecified)
    {
        var (name, isWorseAbove, conventional) = Indices[k];

        // Turned so that more is worse.
        var sign = isWorseAbove ? 1 : -1;
        double[] right = [.. own.Select(each => sign * each[k + 1]).Order()], wrong = [.. drawn.Select(each => sign * each[k + 1]).Order()];
        double? error = !isMisspecified ? null : Separates(0.05) ? 0.05 : Separates(0.10) ? 0.10 : null;
        var worst = Quantiles.Type7(right, 1 - Alpha);
        var noticed = Share(wrong, value => value > worst);
        double low = sign * Quantiles.Type7(wrong, isWorseAbove ? 0.05 : 0.95), high = sign * Quantiles.Type7(wrong, isWorseAbove ? 0.95 : 0.05);
        return new(
            name, error is { } rate ? sign * Quantiles.Type7(wrong, rate) : null, error, noticed, Error(noticed, wrong.Length),
            Share(wrong, value => value > sign * conventional), low, sign * Quantiles.Type7(wrong, 0.5), high);

        bool Separates(double rate) => Quantiles.Type7(right, 1 - rate) < Quantiles.Type7(wrong, rate);
    }

    private static double Share<T>(T[] values, Func<T, bool> isCounted) => values.Length == 0 ? double.NaN : (double)values.Count(isCounted) / values.Length;

    private static double Error(double share, int count) => Math.Sqrt(share * (1 - share) / count);
}
