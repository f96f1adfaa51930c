using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Multiverse.Universes;
using Pathwise.Numerics;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Reporting.Plots;

public sealed class MultiverseFigureTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(50, 50)]
    [InlineData(300, 300)]
    [InlineData(301, 300)]
    [InlineData(50_000, 300)]
    public void Columns_OfUniverses_KeepTheirOrderAndAreAtMostThreeHundred(int count, int expected)
    {
        foreach (var failed in new[] { 0, count / 10, count })
        {
            var columns = new UniverseColumns(count, count - failed, 300);
            int[] places = [.. Enumerable.Range(0, count).Select(columns.Of)];
            Assert.Equal(places.Order(), places);
            Assert.Equal(expected, columns.Count - columns.Gap);
            Assert.Equal(expected, places.Distinct().Count());
            Assert.True(places.GroupBy(place => place).Max(group => group.Count()) <= columns.Share);
        }
    }

    [Theory]
    [InlineData(50)]
    [InlineData(1_000)]
    public void Draw_Universes_GiveEachItsPlace(int count)
    {
        var result = Made(count);
        var figure = result.Draw();
        Assert.Equal(figure.ToSvg(), result.Draw().ToSvg());
        Assert.Contains("Published analysis", figure.ToSvg(), StringComparison.Ordinal);
        Assert.Contains("No estimate", figure.ToSvg(), StringComparison.Ordinal);
        Assert.Contains($"{count:N0} universes", figure.Title, StringComparison.Ordinal);
        Assert.Contains("without the first effect", figure.Note, StringComparison.Ordinal);
        Assert.Equal(340, figure.Narrow!.Width);
        Assert.NotEmpty(figure.ToPlotlyJson());
        if (Environment.GetEnvironmentVariable("PATHWISE_PICTURES") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, $"universes-{count}.svg"), figure.ToSvg());
    }

    [Fact]
    public void Draw_FiftyThousandUniverses_StaysAPictureOfThreeHundredColumns()
    {
        var svg = Made(50_000).Draw().ToSvg();
        Assert.InRange(svg.Length, 10_000, 3_000_000);
        if (Environment.GetEnvironmentVariable("PATHWISE_PICTURES") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, "universes-50000.svg"), svg);
    }

    [Fact]
    public void Draw_NoUniverseOfAType_IsAPictureOfThePublishedOneAlone() => Assert.Contains("1 universe of type N", Made(3).Draw(DecisionType.NotEquivalent).Title, StringComparison.Ordinal);

    /// <summary>A plan of decisions with invented effects, every twentieth universe failed and every ninth improper.</summary>
    internal static MultiverseResult Made(int count)
    {
        int[] sizes = [2, 3, 2, 4, 2, 3];
        var decisions = sizes.Select((size, k) => new Decision
        {
            Name = $"decision {k + 1}", Type = DecisionType.Equivalent,
            Options = [.. Enumerable.Range(0, size).Select(o => new DecisionOption { Name = $"option {"abcd"[o]}", IsReference = o == 0 })],
        }).Append(new Decision
        {
            Name = "resamples", Type = DecisionType.Equivalent,
            Options = [.. Enumerable.Range(0, Math.Max(2, (count + 287) / 288)).Take(4).Select(o => new DecisionOption { Name = $"{o + 1}000", IsReference = o == 0 })],
        }).ToList();
        var plan = new MultiversePlan
        {
            Source = "invented.yaml", Title = "Invented universes", Base = new() { Model = ModelSpecification.Parse("y ~ m + x\nm ~ x") }, Decisions = decisions,
            Claims = [new("H1", "x -> m -> y", ClaimDirection.Positive), new("H2", "x -> y", ClaimDirection.Absent), new("H3", "x => y", ClaimDirection.Positive)],
        };
        return new(plan, [.. Enumerable.Range(0, count).Select(i => Row(plan, i))], null, 0, 1);
    }

    private static UniverseRow Row(MultiversePlan plan, int i)
    {
        var stream = RandomStream.For(3, i);
        var (rest, value) = (i, 0.25);
        var choices = plan.Decisions.Select((decision, k) =>
        {
            var option = rest % decision.Options.Count;
            rest /= decision.Options.Count;
            value -= option * 0.03 * (k % 3);
            return new UniverseChoice(decision.Name, decision.Options[option].Name);
        }).ToList();
        var hasFailed = i % 20 == 19;
        double[] effects = [value + (0.03 * stream.NextNormal()), 0.1 + (0.1 * stream.NextNormal()), value + 0.12 + (0.05 * stream.NextNormal())];
        return new()
        {
            Key = $"{i:x64}", FitKey = $"{i:x64}", Choices = choices, Type = DecisionType.Equivalent, IsReference = i == 0, Count = 92,
            Status = hasFailed ? UniverseStatus.NotConverged : i % 9 == 8 ? UniverseStatus.Improper : UniverseStatus.Proper,
            Reason = hasFailed ? "no minimum found" : null,
            Effects = hasFailed ? [] : [.. plan.Claims.Select((claim, c) => Estimate(claim, c, effects[c]))],
            Claims = [.. plan.Claims.Select((claim, c) => hasFailed ? new(claim.Name, null, null, null, null, null, null, null) : Outcome(claim, effects[c]))],
        };
    }

    private static ClaimOutcome Outcome(Claim claim, double value) => new(
        claim.Name, claim.Effect, value, 0.06, NormalDistribution.TwoSided(value / 0.06), value - 0.12, value + 0.12, claim.Holds(value, NormalDistribution.TwoSided(value / 0.06), 0.95));

    private static EffectEstimate Estimate(Claim claim, int c, double value) => new()
    {
        Effect = new("y", "x", c == 0 ? EffectKind.SpecificIndirect : c == 1 ? EffectKind.Direct : EffectKind.Total, c == 0 ? ["m"] : [], 1),
        Value = value, StandardError = 0.06, RobustSpread = null, Standardized = value, StandardizedError = 0.06, StandardizedRobustSpread = null, Intervals = [],
    };
}
