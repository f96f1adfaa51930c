using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Power;
using Pathwise.Sem.Specification;
using Pathwise.Shards;
using Xunit;

namespace Pathwise.Tests.Sem.Power;

public sealed class TestPowerTests
{
    private const string Model = "f =~ start(1)*x1 + start(1)*x2 + start(1)*x3\ng =~ start(1)*x4 + start(1)*x5 + start(1)*x6\nh =~ start(1)*x7 + start(1)*x8 + start(1)*x9\ng ~ start(0.5)*f\nh ~ start(0.5)*g\n";

    // What a study counts is what fits of the same samples show.
    [Fact]
    public void Rejections_AreThoseOfFitsOfTheSameSamples()
    {
        var (table, values) = Population();
        var options = new PowerOptions { Count = 60, Seed = 4, Replicates = 12, HasTests = true, Shape = AnswerShape.SevenPoints, LeftOut = "direct-path:3" };
        var result = table.SimulatePower(values, options);
        var population = new SimulatedPopulation(table, values, AnswerShape.SevenPoints, "direct-path:3");
        var counts = SimulatedTests.Names.ToDictionary(name => name, _ => 0);
        for (var i = 0; i < 12; i++)
        {
            var cases = new double[60 * 9];
            Assert.Null(population.Sampler(60).DrawCases(RandomStream.For(4, i), cases));
            var fit = ModelSpecification.Parse(Model).Fit([SampleMoments.OfCases(table.ObservedVariables, MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfRowMajor(60, 9, cases), Divisor.Count)], null, new() { FixedX = false });
            foreach (var each in fit.Tests().Where(each => each.Test.PValue < .05 && counts.ContainsKey(each.Name)))
                counts[each.Name]++;
        }

        Assert.Equal(SimulatedTests.Names, result.Tests.Select(each => each.Name));
        Assert.All(result.Tests, each => Assert.Equal(counts[each.Name] / 12.0, each.Rejected, 1e-12));
        Assert.Contains(result.Tests, each => each.Rejected > 0);
    }

    [Theory]
    [InlineData("m ~ start(0.5)*x\ny ~ start(0.5)*m + start(0.1)*x\n")]
    [InlineData("f =~ start(1)*x1 + start(1)*x2 + start(1)*x3\n")]
    public void SimulatePower_OfTestsWithoutDegreesOfFreedom_IsRefused(string model)
    {
        var table = ModelSpecification.Parse(model).Table(new ModelOptions { FixedX = false }, [""]);
        var values = table.Rows.Where(row => row.IsFree).Select(row => row.Operator == Operator.Covariance ? 1.0 : 0.5).ToArray();
        var problem = Assert.Throws<InputException>(() => table.SimulatePower(values, new PowerOptions { Count = 60, Seed = 1, HasTests = true }));
        Assert.Contains("without degrees of freedom", problem.Message, StringComparison.Ordinal);
        Assert.True(table.SimulatePower(values, new PowerOptions { Count = 60, Seed = 1, Replicates = 5 }).Converged > 0);
    }

    [Fact]
    public void Shards_OfTests_MergeToTheBitsOfOneRun()
    {
        var (table, values) = Population();
        var options = new PowerOptions { Count = 50, Seed = 9, Replicates = 10, HasTests = true, Shape = AnswerShape.Skewed };
        var sizes = PowerSizes.Of(table, values, [50], options);
        var all = new PowerShard(sizes);
        foreach (var number in new[] { 1, 2, 3 })
        {
            var part = new PowerShard(sizes);
            part.Draw(new Shard(number, 3), null, CancellationToken.None);
            using var memory = new MemoryStream();
            using (var writer = new BinaryWriter(memory, System.Text.Encoding.UTF8, leaveOpen: true))
                part.Write(writer);
            memory.Position = 0;
            var read = new PowerShard(sizes);
            read.Read(new BinaryReader(memory));
            all.Add(read);
        }

        Assert.Equal(table.SimulatePower(values, options).Tests, all.Curve().Results[0].Tests);
        Assert.Equal(table.SimulatePower(values, options with { Threads = 2 }).Tests, all.Curve().Results[0].Tests);
    }

    // Without tests nothing is counted, and compiled code draws the same samples of other shapes as the general path.
    [Fact]
    public void CompiledSamples_OfAnotherShape_AreThoseOfTheGeneralPath()
    {
        var (table, values) = Population();
        var options = new PowerOptions { Count = 80, Seed = 2, Replicates = 20, Shape = AnswerShape.Skewed, LeftOut = "cross-loadings:1" };
        var (compiled, general) = (table.SimulatePower(values, options), table.SimulatePower(values, options with { HasTests = true }));
        Assert.Empty(compiled.Tests);
        Assert.True(compiled.Path.IsCompiled);
        Assert.False(general.Path.IsCompiled);
        Assert.All(compiled.Effects.Zip(general.Effects), pair => Assert.Equal(pair.First.Mean, pair.Second.Mean, 1e-5));
    }

    [Theory]
    [InlineData("direct-path:0", "not what a model can leave out")]
    [InlineData("paths:1", "not what a model can leave out")]
    [InlineData("direct-path:9", "cannot leave out direct-path:9")]
    [InlineData("residual-correlations:1", "2 of cross-loadings, 3 of omitted direct path")]
    public void LeftOut_ThatTheModelDoesNotHave_IsRefused(string words, string message)
    {
        var (table, values) = Population();
        Assert.Contains(message, Assert.Throws<InputException>(() => table.SimulatePower(values, new PowerOptions { Count = 50, Seed = 1, LeftOut = words })).Message);
    }

    [Fact]
    public void Points_WithoutData_AreRefused()
    {
        var (table, values) = Population();
        Assert.Throws<InputException>(() => table.SimulatePower(values, new PowerOptions { Count = 50, Seed = 1, Shape = AnswerShape.Points }));
    }

    private static (ParameterTable Table, double[] Values) Population()
    {
        var table = ModelSpecification.Parse(Model).Table(new ModelOptions { FixedX = false }, [""]);
        return (table, [.. table.Rows.Where(row => row.IsFree).OrderBy(row => row.Free).Select(row => row.Start ?? (row.Operator == Operator.Covariance ? .8 : 1))]);
    }
}
