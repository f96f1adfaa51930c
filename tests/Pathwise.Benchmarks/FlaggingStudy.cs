using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Influence;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Benchmarks;

/// <summary>
/// How often the number of cases that carry an effect is called odd at .05 by either reference: in samples of a normal population, where nothing is odd, in
/// samples of a population with heavy tails, and in samples of which one or three cases carry much of the effect.
/// </summary>
internal static class FlaggingStudy
{
    private const int Reference = 99;
    private const int Cases = 50;

    /// <summary>Simulates so many samples of each population and prints Markdown.</summary>
    public static void Run(int samples)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.WriteLine("| population | samples | claim | median k | fitted model | same moments |\n|---|---|---|---|---|---|");
        Print("normal, both paths .5", samples, stream => Case(stream, 0.5, 1));
        Print("normal, both paths .35", samples, stream => Case(stream, 0.35, 1));
        Print("heavy tails (t, 4 degrees), both paths .5", samples, stream => Case(stream, 0.5, Math.Sqrt(4 / ChiSquare(stream, 4))));
        Print("no effect but in one case far out", samples, stream => Case(stream, 0, 1), 1);
        Print("no effect but in three cases far out", samples, stream => Case(stream, 0, 1), 3);
    }

    private static double[] Case(RandomStream stream, double path, double scale)
    {
        var rest = Math.Sqrt(1 - (path * path));
        var x = stream.NextNormal();
        var m = (path * x) + (rest * stream.NextNormal());
        return [scale * x, scale * m, scale * ((path * m) + (rest * stream.NextNormal()))];
    }

    private static double ChiSquare(RandomStream stream, int degrees)
    {
        var sum = 0.0;
        for (var i = 0; i < degrees; i++)
            sum += Math.Pow(stream.NextNormal(), 2);
        return sum;
    }

    private static void Print(string population, int samples, Func<RandomStream, double[]> draw, int odd = 0)
    {
        var results = Enumerable.Range(0, samples).Select(i => Sample(i, draw, odd)).Where(result => result.Effect.IsSignificant).ToList();
        foreach (var claim in new[] { DropClaim.Significance, DropClaim.Sign })
        {
            var needed = results.Select(result => result.Effect.Drop(claim).GreedyCount ?? Cases).Order().ToList();
            if (needed.Count > 0)
                Console.WriteLine($"| {population} | {results.Count} | {claim.Text()} | {needed[needed.Count / 2]} | {Share(results, ReferenceKind.FittedModel, claim)} | {Share(results, ReferenceKind.SameMoments, claim)} |");
        }
    }

    // Per cent, with its standard error from the number of samples.
    private static string Share(List<InfluenceResult> results, ReferenceKind kind, DropClaim claim)
    {
        var share = results.Average(result => result.Reference(kind, claim)?.PValue <= 0.05 ? 1.0 : 0);
        return $"{100 * share:0.0} ± {100 * Math.Sqrt(share * (1 - share) / results.Count):0.0}";
    }

    private static InfluenceResult Sample(int i, Func<RandomStream, double[]> draw, int odd)
    {
        var (stream, table) = (RandomStream.For(2026, i), ModelSpecification.Parse("m ~ x\ny ~ m").Table());
        var rows = Enumerable.Range(0, Cases).Select(row => row < odd ? [5 + stream.NextNormal(), 5 + stream.NextNormal(), 5 + stream.NextNormal()] : draw(stream)).ToList();
        int[] order = [.. table.ObservedVariables.Select(name => "xmy".IndexOf(name, StringComparison.Ordinal))];
        var cases = Matrix<double>.Build.Dense(Cases, 3, (row, j) => rows[row][order[j]]);
        var fit = table.Fit(SampleMoments.OfCases(table.ObservedVariables, cases, Divisor.Count));
        return fit.Influence(new InfluenceOptions { Effect = "x -> m -> y", Budget = Cases, ReferenceSamples = Reference, Seed = i });
    }
}
