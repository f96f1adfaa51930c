using Pathwise.Numerics;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Reporting.Designs;

public sealed class RuleComparisonTests
{
    private static readonly EffectOptions Options = new() { Kinds = [IntervalKind.Delta, IntervalKind.BiasCorrected, IntervalKind.Percentile], Effects = ["col => per"] };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void CompareRules_RedrawnBootstrap_HasTheIntervalsOfEachRuleSideBySide(bool isStandardized)
    {
        var bootstrap = BootstrappingTests.StudyFit().Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 150, Rule = ImproperRule.Redraw });
        var table = bootstrap.CompareRules(Options with { IsStandardized = isStandardized });
        Assert.Equal(["Percentile", "Bias-corrected"], table.Groups);
        foreach (var (rule, column) in Enum.GetValues<ImproperRule>().Zip(table.Columns.Skip(1)))
        {
            var under = bootstrap.Under(rule);
            Assert.Equal($"{rule.ToString().ToLowerInvariant()} ({under.Used})", column.Heading);
            var effect = bootstrap.Fit.EstimateEffects(Options, under).Single(each => each.Effect.Name == "col => per");
            foreach (var kind in new[] { IntervalKind.Percentile, IntervalKind.BiasCorrected })
            {
                var interval = effect.Interval(kind, isStandardized)!.Value;
                var expected = $"[{NumberText.Number(interval.Lower, 3)}, {NumberText.Number(interval.Upper, 3)}]";
                Assert.Contains(expected, table.ToText(), StringComparison.Ordinal);
                Assert.Contains(expected.Replace('-', '−'), table.ToHtml(), StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void CompareRules_NothingRedrawn_LeavesThatRuleOut()
    {
        var bootstrap = BootstrappingTests.StudyFit().Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 60, Rule = ImproperRule.Drop });
        var table = bootstrap.CompareRules(Options);
        Assert.Equal(["keep", "drop"], table.Columns.Skip(1).Select(column => column.Heading.Split(' ')[0]));
        Assert.Equal([ImproperRule.Keep], bootstrap.EffectsUnderOtherRules(Options).Select(other => other.Bootstrap.Rule));
    }
}
