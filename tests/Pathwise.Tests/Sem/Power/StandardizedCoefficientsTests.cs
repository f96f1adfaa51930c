using Pathwise.Sem.Effects;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Power;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Power;

public sealed class StandardizedCoefficientsTests
{
    private const string Model = """
        f =~ 1*x1 + start(0.8)*x2 + start(1.1)*x3
        g =~ 1*x4 + start(0.7)*x5 + start(1.2)*x6
        f ~~ start(1.5)*f
        g ~ start(0.5)*f + start(0.3)*z
        y ~ start(0.6)*g + start(0.2)*f
        w ~ start(0.4)*y + start(0.1)*g
        z ~~ start(2)*z + start(0.4)*f
        g ~~ start(0.7)*g
        y ~~ start(1.1)*y
        w ~~ start(0.9)*w
        y ~~ start(0.2)*g
        x1 ~~ start(0.5)*x1
        x2 ~~ start(0.5)*x2
        x3 ~~ start(0.5)*x3
        x4 ~~ start(0.5)*x4
        x5 ~~ start(0.5)*x5
        x6 ~~ start(0.5)*x6
        """;

    [Fact]
    public void Apply_SetsTheCoefficientsAndKeepsVariancesAndAllOthers()
    {
        var (table, values) = Of(Model);
        var set = StandardizedCoefficients.Apply(table, values, ["g~f=0", " y ~ g = -.35 "]);
        var (before, after) = (Moments(table, values), Moments(table, [.. set]));
        for (var j = 0; j < before.LatentSize; j++)
            Assert.Equal(before.LatentCovariance[(j * before.LatentSize) + j], after.LatentCovariance[(j * before.LatentSize) + j], 1e-10);
        var (old, made) = (Standardized(table, values), Standardized(table, [.. set]));
        Assert.Equal(0, made["f -> g"], 1e-12);
        Assert.Equal(-0.35, made["g -> y"], 1e-10);
        foreach (var name in (string[])["z -> g", "f -> y", "y -> w", "g -> w"])
            Assert.Equal(old[name], made[name], 1e-10);
        for (var i = 0; i < before.Size; i++)
            Assert.Equal(before.Sigma[(i * before.Size) + i], after.Sigma[(i * before.Size) + i], 1e-10);
    }

    [Fact]
    public void Apply_NothingSet_ChangesNothing()
    {
        var (table, values) = Of(Model);
        Assert.Same(values, StandardizedCoefficients.Apply(table, values, []));
    }

    [Theory]
    [InlineData("g~f", "does not set a standardized coefficient")]
    [InlineData("g~f=x", "does not set a standardized coefficient")]
    [InlineData("g~f~z=1", "does not set a standardized coefficient")]
    [InlineData("=0.3", "does not set a standardized coefficient")]
    [InlineData("g~f=NaN", "does not set a standardized coefficient")]
    [InlineData("f~g=0.3", "no free coefficient f ~ g that could be set. There are: g ~ f, g ~ z, y ~ g, y ~ f, w ~ y, w ~ g")]
    [InlineData("g~f=0.99", "they explain too much")]
    public void Apply_WhatCannotBeSet_IsRefused(string text, string message)
    {
        var (table, values) = Of(Model);
        Assert.Contains(message, Assert.Throws<InputException>(() => StandardizedCoefficients.Apply(table, values, [text])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("m ~ start(0.4)*a*x\ny ~ start(0.4)*a*m\nx ~~ start(1)*x\nm ~~ start(1)*m\ny ~~ start(1)*y", "m~x=0.1", "is constrained")]
    [InlineData("m ~ start(0.4)*x\ny ~ start(0.4)*m\nx ~~ start(1)*x\nm ~~ 1*m\ny ~~ start(1)*y", "m~x=0.1", "residual variance of m is not free")]
    [InlineData("m ~ start(0.4)*x\nm ~ start(0.1)*y\ny ~ start(0.4)*m\nx ~~ start(1)*x\nm ~~ start(1)*m\ny ~~ start(1)*y", "m~x=0.1", "without feedback loops")]
    public void Apply_ModelThatLeavesNoRoom_IsRefused(string model, string text, string message)
    {
        var (table, values) = Of(model);
        Assert.Contains(message, Assert.Throws<InputException>(() => StandardizedCoefficients.Apply(table, values, [text])).Message, StringComparison.Ordinal);
    }

    private static (ParameterTable Table, double[] Values) Of(string model)
    {
        var table = ModelSpecification.Parse(model).Table(new ModelOptions { FixedX = false }, [""]);
        return (table, [.. table.Rows.Where(row => row.IsFree).OrderBy(row => row.Free).Select(row => row.Start!.Value)]);
    }

    private static ImpliedMoments Moments(ParameterTable table, double[] values)
    {
        var moments = new ImpliedMoments(ModelStructure.Of(table), 0);
        _ = moments.Update(values);
        return moments;
    }

    private static Dictionary<string, double> Standardized(ParameterTable table, double[] values)
    {
        var population = new SimulatedPopulation(table, values);
        return population.Catalogue.Effects.Select((effect, k) => (effect, k)).Where(each => each.effect.Kind == EffectKind.Direct).ToDictionary(each => each.effect.Name, each => population.Effects.Effect(0, each.k, true));
    }
}
