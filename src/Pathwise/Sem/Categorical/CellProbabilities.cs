using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>
/// The probabilities of the cells of two ordered variables as a function of the correlation of their responses, with first and second derivatives. At each
/// corner of four cells it keeps what the correlation adds to the product of the margins, and carries it from one correlation to the next by
/// integrating the density between them: a step of Newton's costs a few points. Scratch memory of one worker for tables of so many rows and columns at
/// most.
/// </summary>
internal sealed class CellProbabilities
{
    private const int Lanes = 4;

    // Half the square of a place so far away that the density is zero there.
    private const double Far = 1e6;

    private readonly double[] x, y, products, squares, gains, slopes, curvatures, givenFirst, givenSecond;
    private CategoryScale first, second;
    private int padded;
    private double position;

    public CellProbabilities(int rows, int columns)
    {
        (first, second) = (new(0), new(0));
        var most = Padded((rows - 1) * (columns - 1));
        (x, y, products, squares) = (new double[most], new double[most], new double[most], new double[most]);
        (gains, slopes, curvatures) = (new double[most], new double[most], new double[most]);
        (givenFirst, givenSecond) = (new double[most], new double[most]);
    }

    /// <summary>The correlation at hand.</summary>
    public double Correlation { get; private set; }

    /// <summary>The place of the outer edges, the last one.</summary>
    private int Edge => padded - 1;

    /// <summary>Takes two variables up, at a correlation of zero.</summary>
    public void Take(CategoryScale one, CategoryScale other)
    {
        (first, second, Correlation, position) = (one, other, 0, 0);
        ReadOnlySpan<double> rows = one.Thresholds, columns = other.Thresholds;
        padded = Padded(rows.Length * columns.Length);
        gains.AsSpan(0, padded).Clear();
        for (int a = 0, i = 0; a < rows.Length; a++)
        {
            for (var b = 0; b < columns.Length; b++, i++)
                Set(i, rows[a], columns[b]);
        }

        for (var i = rows.Length * columns.Length; i < padded; i++)
            (x[i], y[i], products[i], squares[i]) = (0, 0, 0, Far);
    }

    /// <summary>The corners of a cell.</summary>
    public CellCorners Cell(int row, int column)
    {
        var columns = second.Count - 1;
        var (isUp, isDown, isLeft, isRight) = (row > 0, row < first.Count - 1, column > 0, column < columns);
        var at = (row * columns) + column;
        return new(
            row,
            column,
            isDown && isRight ? at : Edge,
            isUp && isRight ? at - columns : Edge,
            isDown && isLeft ? at - 1 : Edge,
            isUp && isLeft ? at - columns - 1 : Edge,
            first.Shares[row] * second.Shares[column]);
    }

    /// <summary>The probability of a cell.</summary>
    public double Probability(in CellCorners cell) => Difference(gains, cell) + cell.Independent;

    /// <summary>Its derivative by the correlation.</summary>
    public double Slope(in CellCorners cell) => Difference(slopes, cell);

    /// <summary>Its second derivative.</summary>
    public double Curvature(in CellCorners cell) => Difference(curvatures, cell);

    /// <summary>Goes to a correlation between -1 and 1, which must lie inside.</summary>
    public void MoveTo(double correlation)
    {
        if (Math.Abs(correlation) <= BivariateNormal.Steep)
            Integrate(BivariateNormal.HalfTangent(correlation));
        else
            Recompute(correlation);
        Correlation = correlation;
        Differentiate();
    }

    /// <summary>Prepares <see cref="GivenFirst"/> and <see cref="GivenSecond"/> at the correlation at hand.</summary>
    public void Condition()
    {
        var (rho, root) = (Correlation, Math.Sqrt((1 - Correlation) * (1 + Correlation)));
        for (var i = 0; i < padded; i += Lanes)
        {
            var (a, b) = (Vector256.Create(x, i), Vector256.Create(y, i));
            VectorMath.NormalCdf((b - (rho * a)) / root).CopyTo(givenFirst, i);
            VectorMath.NormalCdf((a - (rho * b)) / root).CopyTo(givenSecond, i);
        }
    }

    /// <summary>Probability of the second variable's category where the first one's response is at the threshold above a category (-1: none below it).</summary>
    public double GivenFirst(int threshold, int column)
    {
        var (columns, row) = (second.Count - 1, threshold * (second.Count - 1));
        return (column < columns ? givenFirst[row + column] : 1) - (column > 0 ? givenFirst[row + column - 1] : 0);
    }

    /// <summary>Probability of the first variable's category where the second one's response is at the threshold above a category.</summary>
    public double GivenSecond(int row, int threshold)
    {
        var (rows, columns) = (first.Count - 1, second.Count - 1);
        return (row < rows ? givenSecond[(row * columns) + threshold] : 1) - (row > 0 ? givenSecond[((row - 1) * columns) + threshold] : 0);
    }

    // One place more than there are corners, for the outer edges.
    private static int Padded(int corners) => (corners + Lanes) / Lanes * Lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Difference(double[] corners, in CellCorners cell) =>
        corners[cell.Last] - corners[cell.Above] - corners[cell.Left] + corners[cell.First];

    private void Set(int corner, double a, double b) =>
        (x[corner], y[corner], products[corner], squares[corner]) = (a, b, a * b, 0.5 * ((a * a) + (b * b)));

    private void Integrate(double target)
    {
        if (Math.Abs(Correlation) > BivariateNormal.Steep)
        {
            position = 0;
            gains.AsSpan(0, padded).Clear();
        }

        var (rule, centre, half) = (BivariateNormal.RuleFor(position, target), 0.5 * (position + target), 0.5 * (target - position));
        for (var point = 0; point < rule.Points.Length; point++)
        {
            var (correlation, rest, slope) = BivariateNormal.AtHalfTangent(centre + (half * rule.Points[point]));
            var (weight, inverse) = (half * rule.Weights[point] * slope, 1 / rest);
            for (var i = 0; i < padded; i += Lanes)
                (Vector256.Create(gains, i) + (weight * Height(i, correlation, inverse))).CopyTo(gains, i);
        }

        position = target;
    }

    // The density at four corners, but for its factor.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Height(int corner, double correlation, double inverse) =>
        VectorMath.ExpOfNegative(((correlation * Vector256.Create(products, corner)) - Vector256.Create(squares, corner)) * inverse);

    private void Recompute(double correlation)
    {
        for (var i = 0; i < (first.Count - 1) * (second.Count - 1); i++)
            gains[i] = BivariateNormal.Cdf(x[i], y[i], correlation) - (NormalDistribution.Cdf(x[i]) * NormalDistribution.Cdf(y[i]));
    }

    private void Differentiate()
    {
        var rest = (1 - Correlation) * (1 + Correlation);
        var (inverse, height) = (1 / rest, BivariateNormal.OneBy2Pi / Math.Sqrt(rest));
        for (var i = 0; i < padded; i += Lanes)
        {
            var slope = height * Height(i, Correlation, inverse);
            var cross = (Vector256.Create(products, i) * (1 + (Correlation * Correlation))) - (Vector256.Create(squares, i) * (2 * Correlation));
            slope.CopyTo(slopes, i);
            (slope * (Vector256.Create(Correlation) + (cross * inverse)) * inverse).CopyTo(curvatures, i);
        }
    }
}
