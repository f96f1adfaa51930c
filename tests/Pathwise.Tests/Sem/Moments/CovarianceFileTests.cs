using Pathwise.Sem.Moments;
using Xunit;

namespace Pathwise.Tests.Sem.Moments;

public sealed class CovarianceFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("a,b\n4,1\n1,9")]
    [InlineData("a,b\n4,\n1,9\n")]
    [InlineData("a,b\n4\n1,9\n")]
    [InlineData("a,b\n4,NA\n1,9\n")]
    [InlineData("a,b\n4,1\n,9\n")]
    [InlineData("\"\",\"a\",\"b\"\n\"a\",4,1\n\"b\",1,9\n")]
    [InlineData("variable,a,b\na,4\nb,1,9\n")]
    [InlineData("a,b\na,4,1\nb,1,9\n")]
    public void Read_EveryForm_GivesTheCovariances(string text)
    {
        var sample = Assert.Single(CovarianceFile.Read(Write("cov.csv", text), [50]));
        Assert.Equal(["a", "b"], sample.Names);
        Assert.Equal([4, 1, 1, 9], sample.Covariance.ToRowMajorArray());
        Assert.Equal((50, Divisor.CountLessOne, "", null), (sample.Count, sample.Divisor, sample.Group, sample.Means));
    }

    [Fact]
    public void Read_TwoGroupsWithMeans_StandOneBelowTheOther()
    {
        var samples = CovarianceFile.Read(Write("cov.csv", "a,b\n4\n1,9\n5\n2,7"), [50, 60], Write("means.csv", "b,a\n2,1\n4,3"));
        Assert.Equal([5, 2, 2, 7], samples[1].Covariance.ToRowMajorArray());
        Assert.Equal([3, 4], samples[1].Means!);
        Assert.Equal((60, "2"), (samples[1].Count, samples[1].Group));
    }

    [Theory]
    [InlineData("a,b,c\n4,1\n1,9", "3 variables (a, b, c) and 2 rows; expected one row for each variable, 3.")]
    [InlineData("a,b\n4,1\n2,9", "line 3: the covariance of b and a is 2 below the diagonal and 1 above")]
    [InlineData("a,b\n4,\n,9", "line 3: the covariance of b and a is missing.")]
    [InlineData("a,b\n4,1\n1,-9", "line 3: the variance of b is -9")]
    [InlineData("a,b\n4,1\n1,nine", "line 3: 'nine' is not a number.")]
    [InlineData("a,b\n4,1,3\n1,9,3", "line 2: 3 numbers for 2 variables.")]
    [InlineData("a,a\n4,1\n1,9", "two columns are named 'a'")]
    [InlineData("4,1\n1,9", "expected a header that names each variable")]
    [InlineData(",a,b\nb,4,1\na,1,9", "line 2: the row is named 'b'; expected 'a'")]
    public void Read_WhatIsNoCovarianceMatrix_IsRefused(string text, string reason)
    {
        var mistake = Assert.Throws<InputException>(() => CovarianceFile.Read(Write("cov.csv", text), [50]));
        Assert.Contains(reason, mistake.Message, StringComparison.Ordinal);
        Assert.Contains("cov.csv", mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\n1", "has no mean of b. It has: a.")]
    [InlineData("a,b\n1,2\n3,4", "2 rows of means; expected one for each group, 1.")]
    [InlineData("a,b\n1,", "line 2: the mean of b is missing.")]
    public void Read_MeansThatDoNotFit_AreRefused(string text, string reason)
    {
        var covariances = Write("cov.csv", "a,b\n4,1\n1,9");
        var mistake = Assert.Throws<InputException>(() => CovarianceFile.Read(covariances, [50], Write("means.csv", text)));
        Assert.Contains(reason, mistake.Message, StringComparison.Ordinal);
    }

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
