using System.Globalization;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Moderation;

public sealed class GroupContrastsTests
{
    private const string Labelled = "m ~ c(a1,a2)*x\ny ~ c(b1,b2)*m + x\nd := a1*b1 - a2*b2\nr := (a1*b1)/(a2*b2)";

    [Fact]
    public void CompareGroups_DifferenceAndRatio_AreThoseThatTheSyntaxDefines()
    {
        var fit = Moderated.Fit(Labelled, group: "z");
        var bootstrap = fit.Bootstrap(new() { Seed = 4, Replicates = 200 });
        var options = new EffectOptions { Kinds = [IntervalKind.Percentile, IntervalKind.Delta] };
        var defined = fit.EstimateEffects(options, bootstrap);
        var contrast = fit.CompareGroups(options, bootstrap).Single(each => each.Difference.Effect.Via.Count == 1);
        foreach (var (name, row) in new[] { ("d", contrast.Difference), ("r", contrast.Ratio) })
        {
            var expected = defined.Named(name);
            Oracle.Near(expected.Value, row.Value, 1e-10);
            Oracle.Near(expected.StandardError!.Value, row.StandardError, 1e-8);
            foreach (var kind in options.Kinds)
                Oracle.Near(expected.Interval(kind)!.Value.Lower, row.Interval(kind)!.Value.Lower, 1e-6);
        }
    }

    [Fact]
    public void CompareGroups_TestByConstraint_IsThatOfTheConstrainedModel()
    {
        var free = Moderated.Fit(Labelled, group: "z");
        var constrained = Moderated.Fit(Labelled + "\na1*b1 == a2*b2", group: "z");
        var test = free.Compare(constrained);
        var contrast = free.CompareGroups(new()).Single(each => each.Difference.Effect.Via.Count == 1);
        Oracle.Near(test.ChiSquare!.Value, contrast.ChiSquare, 1e-6);
        Oracle.Near(test.PValue!.Value, contrast.PValue, 1e-6);
    }

    // lavaan's optimizer stops about 1e-6 beside the minimum, and the difference of two chi-squares is small.
    [Theory]
    [InlineData("observed")]
    [InlineData("factors")]
    public void CompareGroups_ObservedAndLatent_IsLavaans(string name)
    {
        var fit = name == "observed"
            ? Moderated.Fit("m ~ x\ny ~ m + x", group: "z")
            : ModelSpecification.Parse("visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\ntextual ~ visual\nspeed ~ textual + visual")
                .Fit(DataTable.Read(Repository.Fixture("moderation", "invariance", "hs.csv")), null, new() { GroupEqual = [GroupEquality.Loadings] }, "school");
        var effect = name == "observed" ? "x -> m -> y" : "visual -> textual -> speed";
        var contrast = Assert.Single(fit.CompareGroups(new() { Effects = [effect] }));
        var cells = File.ReadLines(Repository.Fixture("moderation", "groups.csv")).Select(line => line.Split(',')).Single(row => row[0] == name);
        double?[] found = [contrast.Difference.Value, contrast.Difference.StandardError, contrast.Ratio.Value, contrast.Ratio.StandardError, contrast.ChiSquare, contrast.PValue];
        Assert.All(cells.Skip(1).Zip(found), pair => Oracle.Near(double.Parse(pair.First, CultureInfo.InvariantCulture), pair.Second!.Value, 2e-5));
    }

    [Fact]
    public void CompareGroups_WithModerator_ComparesAtItsValues()
    {
        var fit = Moderated.Fit("m ~ x + w + x:w\ny ~ m + x", group: "z");
        var options = new EffectOptions { Moderators = ["w"], At = ["4,6"] };
        var effects = fit.Moderation(options).Effects.Where(row => row.Effect.Kind == EffectKind.ConditionalIndirect && row.Effect.Cause == "x").ToArray();
        var contrasts = fit.CompareGroups(options).Where(each => each.Difference.Effect.Of == EffectKind.ConditionalIndirect && each.Difference.Effect.Cause == "x").ToArray();
        Assert.Equal(2, contrasts.Length);
        foreach (var contrast in contrasts)
        {
            double In(int group) => effects.Single(row => row.Effect.Group == group && row.Effect.Conditions[0] == contrast.Difference.Effect.Conditions[0]).Value;
            Oracle.Near(In(1) - In(2), contrast.Difference.Value, 1e-12);
        }
    }

    [Fact]
    public void CompareGroups_OneGroup_IsRefused() =>
        Assert.Contains("name their column", Assert.Throws<InputException>(() => Moderated.Fit("m ~ x\ny ~ m").CompareGroups(new())).Message, StringComparison.Ordinal);
}
