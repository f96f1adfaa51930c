using System.Runtime.Intrinsics;
using Pathwise.Numerics;

namespace Pathwise.Sem.Categorical;

/// <summary>
/// The probabilities of the r x c cells of two ordered variables as a function of the correlation of their responses, with first and second
/// derivatives. At each corner of four cells it keeps what the correlation adds to the product of the margins, and carries it from one
/// correlation to the next by integrating the density between them: a step of Newton's costs a few points.
/// </summary>
internal sealed class CellProbabilities
{
    private const int Lanes = 4;

    private readonly int rows, columns;
    private readonly double[] x, y, products, squares;
    private readonly double[] gains, slopes, curvatures;
    private readonly double[] independent;
    private double position;

    public CellProbabilities(OrderedMargin first, OrderedMargin second)
    {
        (rows, columns) = (first.Shares.Length, second.Shares.Length);
        (x, y) = (first.Thresholds, second.Thresholds);
        var corners = x.Length * y.Length;
        var padded = (corners + Lanes - 1) / Lanes * Lanes;
        (products, squares) = (new double[padded], new double[padded]);
        (gains, slopes, curvatures) = (new double[padded], new double[padded], new double[padded]);
        independent = new double[rows * columns];
        (Cells, CellSlopes, CellCurvatures) = (new double[rows * columns], new double[rows * columns], new double[rows * columns]);
        for (var i = 0; i < corners; i++)
        {
            var (a, b) = (x[i / y.Length], y[i % y.Length]);
            (products[i], squares[i]) = (a * b, 0.5 * ((a * a) + (b * b)));
        }

        for (var i = 0; i < independent.Length; i++)
            independent[i] = first.Shares[i / columns] * second.Shares[i % columns];
    }

    /// <summary>The correlation at hand.</summary>
    public double Correlation { get; private set; }

    /// <summary>Probabilities of the cells, row by row.</summary>
    public double[] Cells { get; }

    /// <summary>Their derivatives by the correlation.</summary>
    public double[] CellSlopes { get; }

    /// <summary>Their second derivatives.</summary>
    public double[] CellCurvatures { get; }

    /// <summary>Goes to a correlation between -1 and 1, which must lie inside.</summary>
    public void MoveTo(double correlation)
    {
        if (Math.Abs(correlation) <= BivariateNormal.Steep)
            Integrate(BivariateNormal.HalfTangent(correlation));
        else
            Recompute(correlation);
        Correlation = correlation;
        Differentiate();
        Fill(gains, Cells);
        Fill(slopes, CellSlopes);
        Fill(curvatures, CellCurvatures);
        for (var i = 0; i < Cells.Length; i++)
            Cells[i] += independent[i];
    }

    private void Integrate(double target)
    {
        if (Math.Abs(Correlation) > BivariateNormal.Steep)
        {
            position = 0;
            Array.Clear(gains);
        }

        var (rule, centre, half) = (BivariateNormal.RuleFor(position, target), 0.5 * (position + target), 0.5 * (target - position));
        for (var point = 0; point < rule.Points.Length; point++)
        {
            var (correlation, rest, slope) = BivariateNormal.AtHalfTangent(centre + (half * rule.Points[point]));
            var (weight, inverse) = (half * rule.Weights[point] * slope, 1 / rest);
            for (var i = 0; i < gains.Length; i += Lanes)
                (Vector256.Create(gains, i) + (weight * Height(i, correlation, inverse))).CopyTo(gains, i);
        }

        position = target;
    }

    // The density at four corners, but for its factor.
    private Vector256<double> Height(int corner, double correlation, double inverse) =>
        VectorMath.ExpOfNegative(((correlation * Vector256.Create(products, corner)) - Vector256.Create(squares, corner)) * inverse);

    private void Recompute(double correlation)
    {
        for (var i = 0; i < x.Length * y.Length; i++)
        {
            var (a, b) = (x[i / y.Length], y[i % y.Length]);
            gains[i] = BivariateNormal.Cdf(a, b, correlation) - (NormalDistribution.Cdf(a) * NormalDistribution.Cdf(b));
        }
    }

    private void Differentiate()
    {
        var rest = (1 - Correlation) * (1 + Correlation);
        var (inverse, height) = (1 / rest, BivariateNormal.OneBy2Pi / Math.Sqrt(rest));
        for (var i = 0; i < slopes.Length; i += Lanes)
        {
            var slope = height * Height(i, Correlation, inverse);
            var cross = (Vector256.Create(products, i) * (1 + (Correlation * Correlation))) - (Vector256.Create(squares, i) * (2 * Correlation));
            slope.CopyTo(slopes, i);
            (slope * (Vector256.Create(Correlation) + (cross * inverse)) * inverse).CopyTo(curvatures, i);
        }
    }

    // Differences of the corners, which are zero along the outer edges.
    private void Fill(double[] corners, double[] cells)
    {
        Array.Clear(cells);
        for (int a = 0, i = 0; a < rows - 1; a++)
        {
            for (var b = 0; b < columns - 1; b++, i++)
            {
                var cell = (a * columns) + b;
                cells[cell] += corners[i];
                cells[cell + 1] -= corners[i];
                cells[cell + columns] -= corners[i];
                cells[cell + columns + 1] += corners[i];
            }
        }
    }
}
