using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Tests.Sem.Influence;

/// <summary>
/// A mediation of three observed variables, by the formulas of least squares alone: maximum likelihood of m ~ x and y ~ m + x (or y ~ m) has their
/// coefficients, and errors with the number of cases as divisor.
/// </summary>
internal sealed class SmallMediation
{
    public const string Partial = "m ~ x\ny ~ m + x";
    public const string Full = "m ~ x\ny ~ m";

    private readonly double[][] cases;

    private SmallMediation(double[][] cases) => this.cases = cases;

    /// <summary>Cases of x, m and y from a stream of their own, some of them odd.</summary>
    public static SmallMediation Of(int count, long seed, double effect = 0.6)
    {
        var stream = RandomStream.For(seed, 77);
        return new([.. Enumerable.Range(0, count).Select(i =>
        {
            var x = stream.NextNormal();
            var m = (effect * x) + (0.7 * stream.NextNormal());
            var y = (effect * m) + (0.2 * x) + (0.7 * stream.NextNormal());
            return i % 9 == 4 ? new[] { 2.5 + x, 2 + m, 3 + y } : [x, m, y];
        })]);
    }

    /// <summary>Cases without an effect but for the last, which is far out.</summary>
    public static SmallMediation OneOddCase(int count, long seed)
    {
        var stream = RandomStream.For(seed, 78);
        return new([.. Enumerable.Range(0, count - 1).Select(_ => new[] { stream.NextNormal(), stream.NextNormal(), stream.NextNormal() }), [8, 8, 9]]);
    }

    public int Count => cases.Length;

    public FitResult Fit(string syntax, EstimationOptions? options = null)
    {
        var table = ModelSpecification.Parse(syntax).Table();
        var ordered = table.ObservedVariables.Select(name => "xmy".IndexOf(name, StringComparison.Ordinal)).ToArray();
        var matrix = Matrix<double>.Build.Dense(Count, 3, (i, j) => cases[i][ordered[j]]);
        return table.Fit(SampleMoments.OfCases(table.ObservedVariables, matrix, Divisor.Count), options);
    }

    /// <summary>Indirect, direct and total effect with their errors, and the likelihood-ratio chi-square of leaving out the direct path.</summary>
    public Values Without(IReadOnlyCollection<int> omitted, bool isFull)
    {
        var left = cases.Where((_, i) => !omitted.Contains(i)).ToArray();
        double n = left.Length;
        double Mean(int j) => left.Average(row => row[j]);
        double[] means = [Mean(0), Mean(1), Mean(2)];
        double S(int j, int k) => left.Sum(row => (row[j] - means[j]) * (row[k] - means[k])) / n;
        double xx = S(0, 0), xm = S(0, 1), mm = S(1, 1), xy = S(0, 2), my = S(1, 2), yy = S(2, 2);
        var a = xm / xx;
        var varianceOfA = (mm - (a * xm)) / (n * xx);
        var determinant = (mm * xx) - (xm * xm);
        var (b, c) = (((my * xx) - (xy * xm)) / determinant, ((xy * mm) - (my * xm)) / determinant);
        var residual = yy - (b * my) - (c * xy);
        var chiSquare = n * Math.Log((yy - (my * my / mm)) / residual);
        if (isFull)
        {
            (b, c, residual) = (my / mm, 0, yy - (my * my / mm));
            var error = Math.Sqrt((a * a * residual / (n * mm)) + (b * b * varianceOfA));
            return new((a * b, error), (0, 0), (a * b, error), chiSquare);
        }

        double ofB = residual * xx / (n * determinant), ofC = residual * mm / (n * determinant), both = -residual * xm / (n * determinant);
        return new(
            (a * b, Math.Sqrt((a * a * ofB) + (b * b * varianceOfA))),
            (c, Math.Sqrt(ofC)),
            (c + (a * b), Math.Sqrt(ofC + (a * a * ofB) + (2 * a * both) + (b * b * varianceOfA))),
            chiSquare);
    }

    /// <summary>Every set of cases of a size.</summary>
    public IEnumerable<int[]> Sets(int size, int begin = 0) => size == 0 ? [Array.Empty<int>()] :
        from first in Enumerable.Range(begin, Math.Max(Count - begin, 0))
        from rest in Sets(size - 1, first + 1)
        select rest.Prepend(first).ToArray();

    internal sealed record Values((double Value, double Error) Indirect, (double Value, double Error) Direct, (double Value, double Error) Total, double ChiSquare);
}
