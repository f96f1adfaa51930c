using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Multiverse.Plans;

public sealed class PlanFileTests
{
    [Theory]
    [InlineData("  - { name: a, type: X, options: [{ name: p, reference: true }, { name: q, estimator: ULS }] }", "line 14", "expected E, N, U")]
    [InlineData("  - { name: a, type: E, options: [{ name: p, reference: true }, { name: q, estimatr: ULS }] }", "line 14", "nearest name is estimator")]
    [InlineData("  - { name: a, type: E, options: [{ name: p, reference: true }, { name: q, estimator: ULX }] }", "line 14", "ML")]
    [InlineData("  - { name: a, type: E, options: [{ name: p, reference: true }, { name: q, reference: true, estimator: ULS }] }", "line 14", "two references")]
    [InlineData("  - { name: a, type: E, options: [{ name: p }, { name: q, estimator: ULS }] }", "line 14", "no reference")]
    [InlineData("  - { name: a, type: E, options: [{ name: p, reference: true }, { name: q }] }", "line 14", "no effect")]
    [InlineData("  - { name: a, type: E, options: [{ name: p, reference: true }, { name: q, estimator: ULS, when: { b: [c] } }] }", "line 14", "Not in the decisions")]
    [InlineData("  - { name: a, type: E, options: [{ name: p, reference: true }, { name: q, remove: dem65 =~ y99 }] }", "line 14", "no 'dem65=~y99'")]
    [InlineData("  - { name: a, type: E, options: [{ name: p, reference: true }, { name: q, drop: y99 }] }", "line 14", "Not in the items of the model: y99")]
    [InlineData("  - { name: a, type: E, options: [{ name: p, reference: true }, { name: q, add: dem65 ~ absent }] }", "line 14", "Not in")]
    [InlineData("  - { name: a, type: E, options: [{ name: p, reference: true }, { name: q, exclude: { rule: longstring, least: 99, items: [x1, x2] } }] }", "line 14", "cannot be met")]
    [InlineData("  - { name: a, type: E, options: [{ name: p, reference: true }, { name: q, exclude: { rule: irv, below: 1000 } }] }", "line 14", "no case")]
    [InlineData("  - { name: a, type: E, options: [{ name: p, reference: true }, { name: q, keep: [nothing] }] }", "line 14", "Not in the cleaning rules")]
    [InlineData("  - { name: a, type: E, options: [{ name: p, reference: true }, { name: q, interval: percentile }] }", "line 14", "--bootstrap")]
    [InlineData("  - { name: a, type: E, options: [{ name: p, reference: true }, { name: q, improper: redraw }] }", "line 14", "share the resamples")]
    [InlineData("  - { name: a, type: E, options: [{ name: p, reference: true }, { name: q, claims: { other: x } }] }", "line 14", "Not in the claims")]
    public void Plan_AMistake_IsRefusedWithItsLine(string decision, string line, string words)
    {
        var problem = Assert.ThrowsAny<InputException>(() => PreparedMultiverse.Of(PlanText.Read(decision), new()));
        Assert.Contains(line, problem.Message, StringComparison.Ordinal);
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public void Plan_TwoWaysToOneAnalysis_AreRefused()
    {
        const string Other = """
              - name: method
                type: E
                options:
                  - { name: p, reference: true }
                  - { name: q, estimator: ULS }
            """;
        var problem = Assert.ThrowsAny<InputException>(() => PreparedMultiverse.Of(PlanText.Read(PlanText.Estimators, Other), new()));
        Assert.Contains("two universes are the same analysis", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_AnEffectThatNoUniverseHas_IsRefused()
    {
        var text = PlanText.Base.Replace("effect: ind60 -> dem65,", "effect: ind60 -> dem66,", StringComparison.Ordinal);
        var problem = Assert.ThrowsAny<InputException>(() => PreparedMultiverse.Of(PlanText.ReadText(text + PlanText.Estimators), new()));
        Assert.Contains("the effects of any universe: ind60 -> dem66", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Hash_CommentsAndOrderOfFields_ArePartOfNoPlan()
    {
        var plan = PlanText.Read(PlanText.Estimators);
        var same = PlanText.ReadText("# a comment\n" + PlanText.Base + PlanText.Estimators.Replace("{ name: ULS, estimator: ULS }", "{ estimator: ULS, name: ULS }", StringComparison.Ordinal));
        Assert.Equal(plan.Hash, same.Hash);
        Assert.NotEqual(plan.Hash, PlanText.Read(PlanText.Estimators.Replace("type: E", "type: U", StringComparison.Ordinal)).Hash);
    }

    [Fact]
    public void Content_OfThePlansOfThisRepository_IsThePlanAgain()
    {
        foreach (var file in Directory.GetFiles(Repository.Path("data", "multiverse"), "*.yaml").Where(path => !path.EndsWith(Codebook.Ending, StringComparison.Ordinal)))
        {
            var plan = MultiversePlan.Read(file);
            Assert.Equal(plan.Hash, PlanFile.Parse("again", plan.Content.ToJsonString()).Hash);
        }
    }

    [Fact]
    public void Registration_AChangedPlan_IsNamedByItsPart()
    {
        var path = Path.GetTempFileName();
        Registration.Write(PlanText.Read(PlanText.Estimators, PlanText.Residuals), path);
        var record = Registration.Read(path);
        Assert.True(record.IsOf(PlanText.Read(PlanText.Estimators, PlanText.Residuals)));
        Assert.Equal(["decision 'residuals'"], record.Differences(PlanText.Read(PlanText.Estimators)));
        File.WriteAllText(path, File.ReadAllText(path).Replace("A plan", "A plot", StringComparison.Ordinal));
        Assert.Contains("was changed", Assert.ThrowsAny<InputException>(() => Registration.Read(path)).Message, StringComparison.Ordinal);
        File.Delete(path);
    }
}
