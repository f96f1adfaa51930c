using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Effects;

public sealed class EffectCatalogueTests
{
    [Fact]
    public void Of_ModelWithoutLoops_HasAsManyPathsAsThePowersOfItsAdjacencyMatrix()
    {
        var table = Simulated.Table("x2 ~ x1\nx3 ~ x1 + x2\nx4 ~ x2 + x3\nx5 ~ x1 + x4\nx6 ~ x5 + x2");
        var catalogue = Of(table);
        var names = catalogue.Variables;
        var adjacency = Matrix<double>.Build.Dense(names.Count, names.Count);
        foreach (var (outcome, cause) in "21 31 32 42 43 51 54 65 62".Split(' ').Select(pair => ($"x{pair[0]}", $"x{pair[1]}")))
            adjacency[Place(names, outcome), Place(names, cause)] = 1;
        var (paths, power) = (adjacency.Clone(), adjacency);
        while ((power *= adjacency).Enumerate().Any(count => count > 0))
            paths += power;
        foreach (var cause in names)
        {
            foreach (var outcome in names)
            {
                var found = catalogue.Entries.Select(entry => entry.Effect).Where(effect => effect.Cause == cause && effect.Outcome == outcome).ToList();
                Assert.Equal((int)paths[Place(names, outcome), Place(names, cause)], found.Count(effect => effect.Kind is EffectKind.Direct or EffectKind.SpecificIndirect));
                var indirect = found.Count(effect => effect.Kind == EffectKind.SpecificIndirect);
                Assert.Equal(found.Count > 0 ? 1 : 0, found.Count(effect => effect.Kind == EffectKind.Total));
                Assert.Equal(indirect > 0 ? 1 : 0, found.Count(effect => effect.Kind == EffectKind.TotalIndirect));
                Assert.Equal(indirect * (indirect - 1) / 2, found.Count(effect => effect.Kind == EffectKind.Contrast));
                Assert.Equal(indirect > 0 && found.Any(effect => effect.Kind == EffectKind.Direct) ? 1 : 0, found.Count(effect => effect.Kind == EffectKind.ProportionMediated));
            }
        }
    }

    [Fact]
    public void Of_ChainOfManyMediators_ListsTheShortestPathsAndSaysWhatIsLeftOut()
    {
        // Every variable acts on every later one: 2^8 paths from the first of ten to the last, C(8, k) of them with k variables between.
        string[] names = [.. Enumerable.Range(0, 10).Select(i => $"v{i}")];
        var catalogue = Of(Simulated.Table(string.Join('\n', Enumerable.Range(1, 9).Select(i => $"v{i} ~ {string.Join(" + ", names.Take(i))}"))));
        var lengths = catalogue.Effects.Where(effect => effect.Cause == "v0" && effect.Outcome == "v9" && effect.Kind <= EffectKind.SpecificIndirect).Select(effect => effect.Via.Count).ToList();
        Assert.Equal(lengths.Order(), lengths);
        Assert.Equal([1, 8, 28, 56, 70, 37], lengths.GroupBy(length => length).Select(group => group.Count()));
        Assert.DoesNotContain(catalogue.Effects, effect => effect.Kind == EffectKind.Contrast && effect.Cause == "v0" && effect.Outcome == "v9");
        Assert.Equal(3, catalogue.Effects.Count(effect => effect.Kind == EffectKind.Contrast && effect.Cause == "v0" && effect.Outcome == "v3"));
        Assert.Contains("v0 reaches v9 along more than 200 paths: the shortest 200 are listed; totals hold all of them.", catalogue.Omissions);
        Assert.Contains("v0 reaches v8 along 127 indirect paths: their differences are left out; define those of interest with := in the model.", catalogue.Omissions);
        Assert.True(catalogue.Entries.Count < 2500);
        Assert.Empty(Of(Simulated.Table(Simulated.StudyLike)).Omissions);
    }

    [Fact]
    public void Of_LoadingsBetweenVariablesThatRegress_AreEffectsAndMeasurementIsNone()
    {
        var effects = Of(Simulated.Table(Simulated.StudyLike)).Entries.Select(entry => entry.Effect.Name).ToList();
        Assert.Equal(["col -> ali", "col => ali"], effects.Where(name => name.EndsWith(" ali", StringComparison.Ordinal)));
        Assert.DoesNotContain(effects, name => name.Contains("c1", StringComparison.Ordinal) || name.Contains("int", StringComparison.Ordinal));
        Assert.Equal("through", effects[^1]);
    }

    [Fact]
    public void Of_FeedbackLoop_WalksNoVariableTwice()
    {
        var effects = Of(Simulated.Table("x2 ~ x1 + x3\nx3 ~ x2")).Entries.Select(entry => entry.Effect).ToList();
        Assert.Equal(["x1 -> x2 -> x3"], effects.Where(effect => effect.Kind == EffectKind.SpecificIndirect).Select(effect => effect.Name));
    }

    internal static EffectCatalogue Of(Pathwise.Sem.Specification.ParameterTable table) => EffectCatalogue.Of(table, ModelStructure.Of(table).Latents);

    private static int Place(IReadOnlyList<string> names, string name) => names.ToList().IndexOf(name);
}
