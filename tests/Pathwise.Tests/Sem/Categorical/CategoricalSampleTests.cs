using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Categorical;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class CategoricalSampleTests
{
    public static TheoryData<string> Ids => [.. Samples.Cases.Select(each => each["id"].Text)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Statistics_OfEachCase_AreLavaans(string id)
    {
        // Lavaan ends its search within 1e-7 of the most likely correlation; a variance of 25 scales that.
        var @case = Samples.Case(id);
        var samples = Samples.Of(@case);
        Assert.Equal(@case["groups"].Count, samples.Count);
        for (var g = 0; g < samples.Count; g++)
        {
            var expected = @case["groups"][g];
            Assert.Equal(expected["n"].Number, samples[g].Count);
            Assert.Equal(expected["group"].Text, samples[g].Group);
            Oracle.Near(expected["statistics"].Numbers, [.. samples[g].Statistics().Select(row => row.Value)], 1e-6);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Asymptotic_OfEachCase_IsLavaans(string id)
    {
        // Influences change with the correlation, lavaan's are 1e-7 off: their products to 1e-5.
        var @case = Samples.Case(id);
        var samples = Samples.Of(@case);
        for (var g = 0; g < samples.Count; g++)
        {
            var (expected, gamma) = (@case["groups"][g], samples[g].Asymptotic);
            Oracle.Near(expected["nacov_diag"].Numbers, [.. gamma.Diagonal()], 1e-5);
            var probe = Vector<double>.Build.Dense(gamma.RowCount, i => Math.Sin(i + 1));
            Oracle.Near(expected["nacov_times"].Numbers, [.. gamma * probe], 1e-4);
            Oracle.Near(expected["weights"].Numbers, [.. samples[g].DiagonalWeights()], 1e-5);
            if (expected.Has("nacov"))
                Assert.All(expected["nacov"].Rows.Zip(gamma.EnumerateRows()), rows => Oracle.Near(rows.First, [.. rows.Second], 2e-5));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Correlations_OfBruteForce_AreTheSame(int peer)
    {
        // Golden section of the likelihood finds its top to the root of the rounding error.
        var expected = Samples.Expected["peers"][peer];
        var sample = Samples.Of(Samples.Case(expected["id"].Text))[0];
        Oracle.Near(expected["brute"].Numbers, [.. sample.Pairs().Select(pair => pair.Correlation)], 1e-7);
    }

    [Fact]
    public void Correlations_OfPolycorAndPsych_AreTheSame()
    {
        // Both search by optimize with its default tolerance, which ends within 3e-5.
        var expected = Samples.Expected["peers"][0];
        var sample = Samples.Of(Samples.Case("sparse"))[0];
        Oracle.Near(expected["polycor"].Numbers, [.. sample.Pairs().Select(pair => pair.Correlation)], 3e-5);
        Assert.All(expected["psych"].Rows.Zip(sample.Correlations.EnumerateRows()), rows => Oracle.Near(rows.First, [.. rows.Second], 3e-5));
    }

    [Fact]
    public void MixedVariables_OfOpenMx_HaveTheSameCovariancesAndErrors()
    {
        // OpenMx ends its search within 5e-5.
        var expected = Oracle.Read("ordinal", "openmx.json");
        var sample = Samples.Of(Samples.Case("mixed"))[0];
        Assert.Equal(Samples.Texts(expected["variables"]), sample.Names);
        var deviations = sample.Variables.Select(variable => Math.Sqrt(variable.Variance ?? 1)).ToArray();
        Assert.All(expected["cov"].Rows.Select((row, i) => (row, i)), each => Oracle.Near(each.row, [.. each.row.Select((_, j) => sample.Correlations[each.i, j] * deviations[each.i] * deviations[j])], 2e-4));
        Assert.All(expected["diagonal"].Numbers.Zip(sample.Statistics()), pair => Assert.Equal(1, pair.Second.StandardError / Math.Sqrt(pair.First), 2e-4));
    }

    [Fact]
    public void StandardErrors_OfCorrelations_AreThoseOfTheStatistics()
    {
        var sample = Samples.Of(Samples.Case("sparse"))[0];
        var errors = sample.Statistics().Where(row => row.Name.Contains("~~", StringComparison.Ordinal)).Select(row => row.StandardError);
        Oracle.Near([.. errors], [.. sample.Pairs().Select(pair => pair.StandardError!.Value)], 1e-13);
        Assert.Equal(["a1|t1", "a1|t2", "a1|t3", "a1|t4", "a2|t1"], sample.Statistics().Take(5).Select(row => row.Name));
        Assert.Equal("b1~~b2", sample.Statistics()[^1].Name);
    }

    [Fact]
    public void Statistics_OfContinuousVariables_HaveTheMeansSignTurned()
    {
        var sample = Samples.Of(Samples.Case("mixed"))[0];
        var c2 = sample.Variables.Single(variable => variable.Name == "c2");
        Assert.Equal(-c2.Mean!.Value, sample.Statistics().Single(row => row.Name == "c2~1").Value);
        Assert.Equal(c2.Variance!.Value, sample.Statistics().Single(row => row.Name == "c2~~c2").Value);
        Assert.Equal([CorrelationKind.Polyserial, CorrelationKind.Polychoric, CorrelationKind.Polychoric, CorrelationKind.Polyserial], sample.Pairs().Take(4).Select(pair => pair.Kind));
    }

    [Fact]
    public void Variables_InAnotherOrder_GiveTheSameCorrelations()
    {
        string[] names = ["b2", "a1", "a3", "b1", "a2"];
        var (sample, other) = (Samples.Table("sparse").Polychoric(["a1", "a2", "a3", "b1", "b2"]), Samples.Table("sparse").Polychoric(names));
        Assert.All(other.Pairs(), pair => Assert.Equal(
            sample.Correlations[IndexOf(sample, pair.First), IndexOf(sample, pair.Second)], pair.Correlation, 1e-13));
    }

    [Fact]
    public void FullWeights_OfManyStatistics_AreNoneAndOfFewTheInverse()
    {
        Assert.Null(Samples.Of(Samples.Case("study"))[0].FullWeights());
        var mixed = Samples.Of(Samples.Case("mixed"))[0];
        var product = mixed.FullWeights()! * mixed.Asymptotic;
        Assert.InRange((product - Matrix<double>.Build.DenseIdentity(product.RowCount)).L2Norm(), 0, 1e-9);
    }

    [Fact]
    public void Table_OfTwoByTwoWithEqualMargins_IsItsClosedForm()
    {
        // Thresholds of zero: r = sin(2 pi (p11 - 1/4)).
        var rows = Rows((1, 1, 38), (1, 2, 12), (2, 1, 12), (2, 2, 38));
        Assert.Equal(Math.Sin(2 * Math.PI * (0.38 - 0.25)), DataTable.Of(["x", "y"], rows).Polychoric(["x", "y"]).Correlations[0, 1], 1e-14);
    }

    [Fact]
    public void Table_OfIndependentMargins_HasCorrelationZero()
    {
        var rows = Rows((1, 1, 8), (1, 2, 4), (1, 3, 12), (2, 1, 16), (2, 2, 8), (2, 3, 24));
        Assert.Equal(0, DataTable.Of(["x", "y"], rows).Polychoric(["x", "y"]).Correlations[0, 1], 1e-14);
    }

    [Fact]
    public void Correlations_OfVariablesThatAgreeInAllCases_EndAtTheBound()
    {
        var rows = Rows((1, 1, 10), (2, 2, 20), (3, 3, 15));
        var sample = DataTable.Of(["x", "y"], rows).Polychoric(["x", "y"]);
        var pair = sample.Pairs()[0];
        Assert.Equal((0.999, CorrelationOutcome.AtBound, null, 6), (pair.Correlation, pair.Outcome, pair.StandardError, pair.EmptyCells));
        Assert.Contains(sample.Warnings, warning => warning.Code == "at-bound");
    }

    private static int IndexOf(CategoricalSample sample, string name) => Array.IndexOf([.. sample.Names], name);

    internal static double[,] Rows(params (int X, int Y, int Count)[] cells)
    {
        var cases = cells.SelectMany(cell => Enumerable.Repeat((cell.X, cell.Y), cell.Count)).ToArray();
        var rows = new double[cases.Length, 2];
        for (var i = 0; i < cases.Length; i++)
            (rows[i, 0], rows[i, 1]) = cases[i];
        return rows;
    }
}
