using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Intervals;

/// <summary>
/// Effects at parameters drawn from their estimated normal distribution (MacKinnon, Lockwood and Williams, 2004; Preacher and Selig,
/// 2012). Draw i follows from (seed, i).
/// </summary>
internal sealed class MonteCarloEffects
{
    private readonly ReplicateTable table;

    private MonteCarloEffects(ReplicateTable table) => this.table = table;

    public static MonteCarloEffects Draw(FitResult fit, EffectCatalogue catalogue, Matrix<double> covariance, int draws, long seed)
    {
        var t = fit.Values.Count;
        var table = new ReplicateTable(draws, catalogue);
        var (effects, root, normal) = (new EffectPoint(fit.Structure, catalogue), Root(fit.Centred is null ? covariance : ParameterCovariance.Of(fit.Working) ?? covariance), new double[t]);
        for (var i = 0; i < draws; i++)
        {
            var stream = RandomStream.For(seed, i);
            for (var k = 0; k < t; k++)
                normal[k] = stream.NextNormal();
            var row = table.Row(i);
            var drawn = new double[t];
            for (var j = 0; j < t; j++)
                drawn[j] = fit.Working.Values[j] + VectorKernels.Dot(root.AsSpan(j * t, t), normal);
            (fit.Centred is { } centred ? centred.Centring.Raw(drawn) : drawn).CopyTo(row.Values);
            effects.Evaluate(row);
        }

        return new MonteCarloEffects(table);
    }

    /// <summary>The draws, a row for each.</summary>
    public ReplicateTable Table => table;

    /// <summary>An effect in every draw where it exists.</summary>
    public IReadOnlyList<double> Of(int effect, bool isStandardized) =>
        [.. Enumerable.Range(0, table.Count).Select(i => table.Effect(i, effect, isStandardized)).Where(double.IsFinite)];

    // A root of a matrix that equality constraints may have made singular: eigenvectors times roots of eigenvalues.
    private static double[] Root(Matrix<double> covariance)
    {
        var t = covariance.RowCount;
        var eigen = SymmetricEigen.Of(covariance.ToRowMajorArray(), t);
        var root = new double[t * t];
        for (var k = 0; k < t; k++)
        {
            var scale = Math.Sqrt(Math.Max(eigen.Values[k], 0));
            for (var j = 0; j < t; j++)
                root[(j * t) + k] = scale * eigen.Vectors[(k * t) + j];
        }

        return root;
    }
}
