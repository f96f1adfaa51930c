using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Numerics;

/// <summary>
/// A matrix as a function of one number e near zero, M0 + M1 e + M2 e^2, cut after a given power: arithmetic with such series gives exact derivatives along a
/// line. Immutable.
/// </summary>
internal sealed class MatrixSeries
{
    private readonly Matrix<double>?[] terms;

    private MatrixSeries(Matrix<double>?[] terms, int rows, int columns) => (this.terms, Rows, Columns) = (terms, rows, columns);

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The coefficient of a power; null where it is zero.</summary>
    public Matrix<double>? this[int power] => terms[power];

    /// <summary>Value plus slope times e, kept up to <paramref name="order"/>; a null slope is zero.</summary>
    public static MatrixSeries Of(Matrix<double> value, Matrix<double>? slope, int order)
    {
        var terms = new Matrix<double>?[order + 1];
        terms[0] = value;
        if (order > 0)
            terms[1] = slope;
        return new(terms, value.RowCount, value.ColumnCount);
    }

    /// <summary>The sum with another times a number.</summary>
    public MatrixSeries Plus(MatrixSeries other, double factor = 1) =>
        new([.. terms.Zip(other.terms, (one, two) => two is null ? one : one is null ? factor * two : one + (factor * two))], Rows, Columns);

    /// <summary>The product.</summary>
    public MatrixSeries Times(MatrixSeries other) => Product(other, (one, two) => one * two, Rows, other.Columns);

    /// <summary>The product with the transpose of another.</summary>
    public MatrixSeries TimesTransposed(MatrixSeries other) => Product(other, (one, two) => one.TransposeAndMultiply(two), Rows, other.Rows);

    /// <summary>The product of the transpose with another.</summary>
    public MatrixSeries TransposedTimes(MatrixSeries other) => Product(other, (one, two) => one.TransposeThisAndMultiply(two), Columns, other.Columns);

    /// <summary>The inverse: N0 = M0^-1, Nk = -N0 (M1 N(k-1) + ... + Mk N0); null where M0 has none.</summary>
    public MatrixSeries? Inverse()
    {
        var first = terms[0]!.Inverse();
        if (!first.Enumerate().All(double.IsFinite))
            return null;
        var inverse = new Matrix<double>?[terms.Length];
        inverse[0] = first;
        for (var k = 1; k < terms.Length; k++)
            inverse[k] = Sum(k, 1, (one, two) => one * two, inverse) is { } sum ? -(first * sum) : null;
        return new(inverse, Rows, Columns);
    }

    private MatrixSeries Product(MatrixSeries other, Func<Matrix<double>, Matrix<double>, Matrix<double>> multiply, int rows, int columns) =>
        new([.. Enumerable.Range(0, terms.Length).Select(k => Sum(k, 0, multiply, other.terms))], rows, columns);

    private Matrix<double>? Sum(int power, int from, Func<Matrix<double>, Matrix<double>, Matrix<double>> multiply, Matrix<double>?[] others)
    {
        Matrix<double>? sum = null;
        for (var i = from; i <= power; i++)
        {
            if (terms[i] is { } one && others[power - i] is { } two)
                sum = sum is null ? multiply(one, two) : sum + multiply(one, two);
        }

        return sum;
    }
}
