using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Moments;

/// <summary>What a moment of observed variables is of.</summary>
internal enum MomentKind
{
    /// <summary>A covariance or, of a variable with itself, a variance.</summary>
    Covariance,

    /// <summary>A mean.</summary>
    Mean,
}

/// <summary>One moment.</summary>
/// <param name="Kind">What it is of.</param>
/// <param name="Row">The variable, counted from 0; of a covariance the later one.</param>
/// <param name="Column">The earlier variable of a covariance; of a mean the variable itself.</param>
internal readonly record struct Moment(MomentKind Kind, int Row, int Column);

/// <summary>
/// The moments of p observed variables as one vector, and which m of them count. This is the one place that knows their order: the covariances of the
/// lower triangle row by row, then the means.
/// </summary>
internal sealed class MomentVector
{
    private readonly IReadOnlyList<string> names;
    private readonly Moment[] kept;

    private MomentVector(IReadOnlyList<string> names, Predicate<Moment> isCounted)
    {
        this.names = names;
        All = [.. Covariances(names.Count), .. Enumerable.Range(0, names.Count).Select(i => new Moment(MomentKind.Mean, i, i))];
        Kept = [.. Enumerable.Range(0, All.Count).Where(k => isCounted(All[k]))];
        kept = [.. Kept.Select(k => All[k])];
    }

    /// <summary>Every moment, p (p + 1) / 2 + p of them.</summary>
    public IReadOnlyList<Moment> All { get; }

    /// <summary>Positions of the m moments that count among all of them, in their order.</summary>
    public IReadOnlyList<int> Kept { get; }

    /// <summary>Number of the moments that count, m.</summary>
    public int Count => kept.Length;

    /// <summary>True when means are among them.</summary>
    public bool HasMeans => kept.Any(moment => moment.Kind == MomentKind.Mean);

    /// <summary>Covariances and means, all of which count.</summary>
    public static MomentVector Whole(IReadOnlyList<string> names) => new(names, _ => true);

    /// <summary>What a model of this table is to explain of a group: the means where it has a mean structure, and not what it holds at the sample's.</summary>
    public static MomentVector Of(ParameterTable table)
    {
        var (names, held) = (table.ObservedVariables, table.HeldVariables());
        return new(names, moment => (moment.Kind == MomentKind.Covariance || table.HasMeanStructure)
            && !(held.Contains(names[moment.Row]) && held.Contains(names[moment.Column])));
    }

    /// <summary>The k-th moment that counts.</summary>
    public Moment this[int k] => kept[k];

    /// <summary>What a moment is called in the model's syntax: <c>x1 ~~ x2</c>, or of a mean <c>x1 ~1</c>, its right side empty.</summary>
    public (string Lhs, Operator Operator, string Rhs) Term(Moment moment) => moment.Kind == MomentKind.Mean
        ? (names[moment.Row], Operator.Intercept, "")
        : (names[moment.Column], Operator.Covariance, names[moment.Row]);

    /// <summary>Whether the k-th moment that counts is one of these variables alone.</summary>
    public bool IsOf(IReadOnlyCollection<string> variables, int k) => variables.Contains(names[this[k].Row]) && variables.Contains(names[this[k].Column]);

    /// <summary>Position of a covariance among all moments, its variables counted from 0 in either order.</summary>
    public static int PositionOfCovariance(int i, int j) => (Math.Max(i, j) * (Math.Max(i, j) + 1) / 2) + Math.Min(i, j);

    /// <summary>Position of a mean among all moments of so many variables.</summary>
    public static int PositionOfMean(int i, int variables) => PositionOfCovariance(variables, 0) + i;

    /// <summary>The values, m, from covariances, p x p, and means.</summary>
    public Vector<double> Values(Matrix<double> covariance, Vector<double>? means) => Vector<double>.Build.Dense(
        Count, k => this[k] is { Kind: MomentKind.Mean } mean ? means![mean.Row] : covariance[this[k].Column, this[k].Row]);

    /// <summary>The values of the moments that count, at their positions among all; NaN elsewhere.</summary>
    public double[] Place(IReadOnlyList<double> values)
    {
        var all = new double[All.Count];
        Array.Fill(all, double.NaN);
        for (var k = 0; k < Count; k++)
            all[Kept[k]] = values[k];
        return all;
    }

    private static IEnumerable<Moment> Covariances(int variables) =>
        from i in Enumerable.Range(0, variables)
        from j in Enumerable.Range(0, i + 1)
        select new Moment(MomentKind.Covariance, i, j);
}
