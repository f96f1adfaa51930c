using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Invariance;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Invariance;

/// <summary>Real data sets against lavaan and against the syntax that semTools writes for the same levels.</summary>
public sealed class InvarianceOfMomentsTests
{
    private static readonly Dictionary<string, string> Models = new()
    {
        ["bfi"] = "agree =~ A1 + A2 + A3 + A4 + A5\nconsc =~ C1 + C2 + C3 + C4 + C5",
        ["sat"] = "ability =~ ACT + SATV + SATQ",
        ["school"] = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9",
    };

    // lavaan's optimizer stops about 1e-6 beside the minimum.
    [Theory]
    [InlineData("bfi")]
    [InlineData("sat")]
    [InlineData("school")]
    public void Levels_RealData_AreLavaansAndSemTools(string name)
    {
        var model = ModelSpecification.Parse(Models[name]);
        var result = MeasurementInvariance.Of(options => name == "school" ? model.Fit(School, null, options, "school") : model.Fit(Samples(name), null, options), new());
        var expected = Lines("moments-levels.csv").Where(cells => cells[0] == name).ToList();
        Assert.Equal(4, expected.Count);
        Assert.Equal(expected.Select(cells => cells[1]), result.Steps.Select(step => step.Level.Text()));
        foreach (var (step, cells) in result.Steps.Zip(expected))
        {
            Assert.Equal(Number(cells[3]), step.Indices.DegreesOfFreedom);
            Assert.Equal(Number(cells[8]), step.Indices.DegreesOfFreedom);
            Oracle.Near(Number(cells[2]), step.Indices.Test.Value, 1e-5);
            Oracle.Near(Number(cells[7]), step.Indices.Test.Value, 1e-5);
            Oracle.Near(Number(cells[4]), step.Indices.Incremental.Cfi, 1e-5);
            Oracle.Near(Number(cells[6]), step.Indices.Residuals.Srmr, 1e-5);
            if (step.Indices.DegreesOfFreedom > 0)
                Oracle.Near(Number(cells[5]), step.Indices.RmseaIndex.Value, 1e-5);
        }
    }

    private static DataTable School => DataTable.Read(Repository.Fixture("moderation", "invariance", "hs.csv"));

    private static List<SampleMoments> Samples(string name)
    {
        var lines = File.ReadLines(Repository.Fixture("moderation", "invariance", $"moments-{name}.csv")).Select(line => line.Split(',')).ToList();
        string[] variables = lines[0][4..];
        return [.. lines.Skip(1).GroupBy(cells => cells[1]).Select(group =>
        {
            double[][] rows = [.. group.Select(cells => cells[4..].Select(Number).ToArray())];
            return SampleMoments.OfCovariance(variables, Matrix<double>.Build.DenseOfRowArrays(rows[1..]), (int)Number(group.First()[2]), Vector<double>.Build.Dense(rows[0]), group: group.Key);
        })];
    }

    private static IEnumerable<string[]> Lines(string file) => File.ReadLines(Repository.Fixture("moderation", "invariance", file)).Skip(1).Select(line => line.Split(','));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
