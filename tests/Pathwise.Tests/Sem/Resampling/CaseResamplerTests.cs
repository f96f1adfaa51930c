using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class CaseResamplerTests
{
    [Fact]
    public void Draw_AnyStream_HasTheMomentsOfTheCasesThatItDrew()
    {
        // A mean of a million times the spread: sums of squares about zero would lose the digits.
        double[] cases = [.. Simulated.Blocks(40, 5, 2, 3).Select(value => value + 1e6)];
        var source = new CaseResampler(cases, 5);
        double[] covariance = new double[25], drawn = new double[200];
        for (var i = 0; i < 20; i++)
        {
            source.Draw(RandomStream.For(4, i), covariance, 39);
            source.DrawCases(RandomStream.For(4, i), drawn);
            AssertClose(Covariance(Matrix<double>.Build.DenseOfRowMajor(40, 5, drawn)), covariance);
            Assert.Equal(40, source.Counts.ToArray().Sum());
        }
    }

    [Fact]
    public void LeaveOut_EachCase_HasTheMomentsOfTheOthers()
    {
        var cases = Simulated.Blocks(12, 3, 3, 3);
        var (source, covariance) = (new CaseResampler(cases, 3), new double[9]);
        var matrix = Matrix<double>.Build.DenseOfRowMajor(12, 3, cases);
        for (var omitted = 0; omitted < 12; omitted++)
        {
            source.LeaveOut(omitted, covariance, 10);
            AssertClose(Covariance(matrix.RemoveRow(omitted)), covariance);
        }

        source.All(covariance, 11);
        AssertClose(Covariance(matrix), covariance);
        Assert.Equal(12, source.Count);
    }

    [Fact]
    public void Omit_SetsOfCases_HasTheMomentsOfTheOthersAlsoAfterOthersWereTaken()
    {
        double[] cases = [.. Simulated.Blocks(12, 3, 3, 3).Select(value => value + 1e5)], others = Simulated.Blocks(12, 3, 3, 8);
        var (source, covariance, means) = (new CaseResampler(cases, 3), new double[9], new double[3]);
        foreach (var values in new[] { cases, others })
        {
            source.Take(values);
            foreach (int[] omitted in new int[][] { [], [0], [3, 11], [1, 2, 5, 7] })
            {
                Assert.Null(source.Omit(omitted, covariance, 11 - omitted.Length));
                var left = Matrix<double>.Build.DenseOfRowVectors(Matrix<double>.Build.DenseOfRowMajor(12, 3, values).EnumerateRows().Where((_, i) => !omitted.Contains(i)));
                AssertClose(Covariance(left), covariance);
                source.CopyMeans(means);
                Assert.All(means.Zip(left.ColumnSums() / left.RowCount), pair => Assert.Equal(pair.Second, pair.First, 1e-8));
            }
        }
    }

    // Divisor n - 1.
    private static Matrix<double> Covariance(Matrix<double> cases)
    {
        var centred = cases - (Vector<double>.Build.Dense(cases.RowCount, 1).OuterProduct(cases.ColumnSums()) / cases.RowCount);
        return centred.TransposeThisAndMultiply(centred) / (cases.RowCount - 1);
    }

    private static void AssertClose(Matrix<double> expected, double[] actual) =>
        Assert.All(expected.ToRowMajorArray().Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 1e-8));
}
