using Pathwise.Sem.Compiled;

namespace Pathwise.Sem.Sam;

/// <summary>Both steps on the cases of a single group, each weighted, by compiled code. One worker's.</summary>
internal sealed class SamEstimator
{
    private readonly CompiledSam shared;
    private readonly CovarianceFitter[] fitters;
    private readonly int[][] rows;
    private readonly double[][] blocks;
    private readonly double[][] values;
    private readonly LatentMapping mapping;
    private readonly ProductMoments? products;
    private readonly WeightedCases cases;
    private readonly bool[] isFactor;
    private readonly double[] scores;
    private readonly double[] fitted;
    private readonly int[] order;

    public SamEstimator(CompiledSam shared)
    {
        this.shared = shared;
        var (design, solution) = (shared.Solution.Design, shared.Solution);
        var sample = solution.Samples[0];
        string[] names = [.. sample.Names];
        fitters = [.. shared.Blocks.Select(block => block.Fitter())];
        rows = [.. shared.Blocks.Select(block => block.Model.Observed.Select(name => Array.IndexOf(names, name)).ToArray())];
        blocks = Array.ConvertAll(rows, each => new double[each.Length * each.Length]);
        values = [.. shared.Blocks.Select(block => new double[block.Model.FreeCount])];
        mapping = new LatentMapping([.. solution.Blocks.Select(fit => fit.Structure)], design.Parts, names, design.Variables, 0, design.Options);
        products = design.Parts.Products.Count > 0 ? new ProductMoments(design.Variables, design.Parts.Products) : null;
        cases = new WeightedCases(sample.Cases!.ToRowMajorArray(), names.Length);
        (isFactor, scores) = (MappedScores.IsFactor(design), products is null ? [] : new double[sample.Count * design.Variables.Count]);
        string[] given = [.. design.Variables, .. design.Parts.Products];
        order = [.. shared.Structure.Model.Observed.Select(name => Array.IndexOf(given, name))];
        fitted = new double[given.Length * given.Length];
        Structure = shared.Structure.Fitter();
    }

    /// <summary>The fitter of the structural model, at the last estimates.</summary>
    public CovarianceFitter Structure { get; }

    /// <summary>Estimates both steps for cases that count so often; an improper step of measurement is named before the structural one.</summary>
    /// <param name="weights">The weight of each case.</param>
    /// <param name="n">The number of cases that corrections for small samples know of.</param>
    public FitStatus Estimate(ReadOnlySpan<double> weights, int n)
    {
        var status = FitStatus.Proper;
        cases.Weigh(weights);
        for (var b = 0; b < fitters.Length; b++)
        {
            Select(cases.Covariance, cases.Columns, rows[b], blocks[b]);
            var found = fitters[b].Fit(blocks[b], shared.Blocks[b].Start);
            if (!found.HasConverged())
                return found;
            status = status == FitStatus.Proper ? found : status;
            Place(b);
        }

        if (!mapping.TryUpdate(values, cases.Covariance, n))
            return FitStatus.Breakdown;
        Products(weights);
        var last = Structure.Fit(fitted, shared.Structure.Start);
        return !last.HasConverged() || status == FitStatus.Proper ? last : status;
    }

    private void Place(int b)
    {
        var found = fitters[b].Values;
        var positions = shared.Blocks[b].Model.Positions;
        for (var j = 0; j < found.Length; j++)
            values[b][positions[j]] = found[j];
    }

    private void Products(ReadOnlySpan<double> weights)
    {
        var (k, p) = (isFactor.Length, cases.Columns);
        if (products is null)
        {
            Select(mapping.Covariance, k, order, fitted);
            return;
        }

        MappedScores.Write(cases.Values, cases.Means, mapping.Matrix, p, k, isFactor, scores);
        products.Update(mapping, scores, weights, shared.Solution.Design.Options);
        Select(products.Covariance, order.Length, order, fitted);
    }

    private static void Select(double[] matrix, int size, int[] rows, double[] target)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < rows.Length; j++)
                target[(i * rows.Length) + j] = matrix[(rows[i] * size) + rows[j]];
        }
    }
}
