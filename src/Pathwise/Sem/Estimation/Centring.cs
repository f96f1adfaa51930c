using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// The same model on variables less a constant c. Where a mean is large beside its standard deviation, an intercept and the slopes beside it
/// can hardly be told apart in the raw variables; less their means they are apart. Slopes, loadings and covariances are the same, and the
/// intercepts follow: with d the change of the structural variables' means, those of structural variables change by (I - B) d, those of
/// indicators by c - Lambda d.
/// </summary>
internal sealed class Centring
{
    // Below, the raw variables lose fewer than half of the digits.
    private const double LargeMean = 1e3;

    private readonly ModelStructure structure;
    private readonly double[] constants;
    private readonly int[] observedOf;

    private Centring(ModelStructure structure, double[] constants)
    {
        (this.structure, this.constants) = (structure, constants);
        observedOf = [.. structure.Latents.Select(name => structure.Observed.ToList().IndexOf(name))];
    }

    /// <summary>The centring of a model whose every observed variable has an intercept of its own; null where none is needed or possible.</summary>
    public static Centring? Of(ModelStructure structure, IReadOnlyList<SampleMoments> samples)
    {
        if (structure.Responses is not null || !structure.HasMeans || samples.Any(sample => sample.Means is null) || !samples.Any(IsFarFromZero))
            return null;
        var means = Enumerable.Range(0, structure.Observed.Count).Select(i => samples.Average(sample => sample.Means![i])).ToArray();
        var centring = new Centring(structure, means);
        return centring.IsPossible() ? centring : null;
    }

    private static bool IsFarFromZero(SampleMoments sample) =>
        Enumerable.Range(0, sample.Names.Count).Any(i => Math.Abs(sample.Means![i]) > LargeMean * Math.Sqrt(sample.Covariance[i, i]));

    /// <summary>Samples of the variables less their constants.</summary>
    public IReadOnlyList<SampleMoments> Centred(IReadOnlyList<SampleMoments> samples) => [.. samples.Select(sample => sample.Plus(constants, -1))];

    /// <summary>Samples of the variables themselves.</summary>
    public IReadOnlyList<SampleMoments> Raw(IReadOnlyList<SampleMoments> samples) => [.. samples.Select(sample => sample.Plus(constants, 1))];

    /// <summary>The table for the centred variables: starting values of intercepts, which are the raw variables', are left out.</summary>
    public ParameterTable Table => structure.Table.With([.. structure.Table.Rows.Select(row => row.Operator == Operator.Intercept ? row with { Start = null } : row)]);

    /// <summary>The raw variables' parameters that belong to the centred ones'.</summary>
    public double[] Raw(double[] centred) => Moved(centred, 1);

    /// <summary>The centred variables' parameters that belong to the raw ones'.</summary>
    public double[] Centred(double[] raw) => Moved(raw, -1);

    /// <summary>Derivatives of the raw variables' parameters (rows) by the centred ones', t x t, at the parameters.</summary>
    public Matrix<double> Slopes(double[] free)
    {
        var slopes = Matrix<double>.Build.DenseIdentity(free.Length);
        var cells = structure.Groups.SelectMany(group => group).Where(cell => cell.Free >= 0 && cell.Matrix is ModelMatrix.Lambda or ModelMatrix.Beta);
        foreach (var k in cells.Select(cell => cell.Free).Distinct())
        {
            // The changes are of second degree in a coefficient at most along a path, and smooth: four points give them to twelve digits.
            var (point, width) = ((double[])free.Clone(), CentralDifference.Width(free[k], 1));
            CentralDifference.Walk(point, k, width, weight =>
            {
                var changes = Changes(point);
                for (var i = 0; i < point.Length; i++)
                    slopes[i, k] += weight * changes[i] / width;
            });
        }

        return slopes;
    }

    private double[] Moved(double[] free, double sign)
    {
        var changes = Changes(free);
        return [.. free.Select((value, i) => value + (sign * changes[i]))];
    }

    // By how much each free parameter is larger for the raw variables.
    private double[] Changes(double[] free)
    {
        var changes = new double[free.Length];
        for (var g = 0; g < structure.Groups.Count; g++)
        {
            var moments = new ImpliedMoments(structure, g);
            moments.Update(free);
            var shift = LatentShift(moments);
            foreach (var cell in structure.Groups[g].Where(cell => cell.Free >= 0 && cell.Matrix is ModelMatrix.Nu or ModelMatrix.Alpha))
                changes[cell.Free] = cell.Matrix == ModelMatrix.Nu ? constants[cell.Row] - Times(moments.Lambda, cell.Row, shift) : shift[cell.Row] - Times(moments.Beta, cell.Row, shift);
        }

        return changes;
    }

    // d: the constants of observed variables among the structural ones; latent variables follow from what affects them.
    private double[] LatentShift(ImpliedMoments moments)
    {
        var m = moments.LatentSize;
        var (system, inverse, rest) = (new double[m * m], new double[m * m], new double[m]);
        for (var i = 0; i < m; i++)
        {
            rest[i] = observedOf[i] >= 0 ? constants[observedOf[i]] : 0;
            for (var j = 0; j < m; j++)
                system[(i * m) + j] = (i == j ? 1 : 0) - (observedOf[i] >= 0 ? 0 : moments.Beta[(i * m) + j]);
        }

        FlatMatrix.TryInvertLoops(system, inverse, m);
        return [.. Enumerable.Range(0, m).Select(i => Times(inverse, i, rest))];
    }

    private static double Times(ReadOnlySpan<double> matrix, int row, double[] vector)
    {
        double sum = 0;
        for (var j = 0; j < vector.Length; j++)
            sum += matrix[(row * vector.Length) + j] * vector[j];
        return sum;
    }

    // An intercept that is fixed, or tied to another parameter, does not follow freely.
    private bool IsPossible()
    {
        var free = new double[structure.FreeCount];
        Array.Fill(free, 0.5);
        var tied = structure.Table.Constraints.SelectMany(constraint => Named(constraint, free)).ToHashSet();
        return structure.Groups.All(cells => Enumerable.Range(0, structure.Observed.Count).All(i => cells.Any(cell => IsIntercept(cell, i)
            && (cell.Free >= 0 ? !tied.Contains(cell.Free) : cell.TableRow >= 0 && structure.Table.Rows[cell.TableRow].IsSampleMoment))));
    }

    private bool IsIntercept(ModelCell cell, int observed) =>
        (cell.Matrix == ModelMatrix.Nu && cell.Row == observed) || (cell.Matrix == ModelMatrix.Alpha && observedOf[cell.Row] == observed);

    private static IEnumerable<int> Named(Constraint constraint, double[] free)
    {
        var gradient = new double[free.Length];
        constraint.Difference.Gradient(free, gradient);
        return Enumerable.Range(0, free.Length).Where(i => gradient[i] != 0);
    }
}

/// <summary>A fit to centred variables, and how its parameters become those of the raw ones.</summary>
internal sealed record CentredFit(FitResult Fit, Centring Centring)
{
    /// <summary>A covariance matrix of the centred variables' parameters as that of the raw ones'.</summary>
    public Matrix<double>? Raw(Matrix<double>? covariance)
    {
        var slopes = Centring.Slopes([.. Fit.Values]);
        return covariance is null ? null : slopes * covariance * slopes.Transpose();
    }
}
