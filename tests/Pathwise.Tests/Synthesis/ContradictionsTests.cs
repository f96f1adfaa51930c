using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class ContradictionsTests
{
    private const string Model = """
        "f =~ a1 + a2 + a3", "g =~ b1 + b2 + b3", "g ~ f"
        """;

    [Theory]
    [InlineData("""{ "id": "r", "kind": "correlation", "of": "a1", "from": "b1", "printed": "1.2" }""", "'r' says 1.2, but a correlation lies between -1 and 1")]
    [InlineData("""{ "id": "df", "kind": "df", "printed": "9" }""", "'df' says 9 degrees of freedom, the model has 8")]
    [InlineData("""{ "id": "m", "kind": "mean", "of": "a1", "printed": "4.56" }""", "'m' says 4.56, which is not the mean of 20 whole answers (GRIM): 91/20 = 4.55 and 92/20 = 4.60")]
    [InlineData("""{ "id": "m", "kind": "mean", "of": "a1", "printed": "7.30" }""", "a mean on this scale lies between 1 and 7")]
    [InlineData("""{ "id": "m", "kind": "mean", "of": "a1", "printed": "6.90" }, { "id": "s", "kind": "sd", "of": "a1", "printed": "2.00" }""", "answers from 1 to 7 reach at most")]
    [InlineData("""{ "id": "x", "kind": "chisq", "printed": "12.00" }, { "id": "p", "kind": "pvalue", "printed": ".300" }""", "gives a p-value from 0.15", "'p' says .300")]
    [InlineData("""{ "id": "x", "kind": "chisq", "printed": "12.00" }, { "id": "r", "kind": "rmsea", "printed": ".100" }""", "gives an RMSEA", "'r' says .100")]
    [InlineData("""{ "id": "x", "kind": "chisq", "printed": "12.00" }, { "id": "c", "kind": "cfi", "printed": ".950" }, { "id": "t", "kind": "tli", "printed": ".940" }""", "no chi-square of the baseline model gives both")]
    [InlineData("""{ "id": "x", "kind": "chisq.diff", "adds": "a1 ~~ b1", "printed": "5.00" }, { "id": "p", "kind": "pvalue.diff", "adds": "a1 ~~ b1", "printed": ".100" }""", "'p' says .100")]
    [InlineData("""{ "id": "x", "kind": "df.diff", "adds": "a1 ~~ b1", "printed": "2" }""", "'x' says 2 degrees of freedom, the model has 1")]
    [InlineData("""{ "id": "x", "kind": "chisq.diff", "adds": "f ~~ 1*f", "printed": "5.00" }""", "frees nothing")]
    [InlineData("""{ "id": "x", "kind": "total.lower", "from": "f", "of": "g", "printed": ".30" }""", "bootstrap does not say how many samples")]
    [InlineData("""{ "id": "x", "kind": "total", "from": "f", "of": "h", "printed": ".30" }""", "'h' is not a latent variable")]
    [InlineData("""{ "id": "x", "kind": "srmr", "printed": "< -.1" }""", "a root mean square lies between 0 and")]
    [InlineData("""{ "id": "x", "kind": "srmr", "printed": ".05" }, { "id": "x", "kind": "cfi", "printed": ".95" }""", "the id 'x' stands twice")]
    public void Synthesize_ContradictoryTargets_AreRefusedWithTheContradictionNamed(string statistics, params string[] expected)
    {
        var targets = TargetsFile.Parse($$"""
            { "model": [{{Model}}], "respondents": 20, "scale": { "lowest": 1, "highest": 7 }, "statistics": [{{statistics}}] }
            """, "t.json");
        var refusal = Assert.ThrowsAny<InputException>(() => targets.Synthesize(seed: 1, stop: TestContext.Current.CancellationToken));
        Assert.StartsWith("t.json: ", refusal.Message, StringComparison.Ordinal);
        Assert.All(expected, text => Assert.Contains(text, refusal.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Refuse_TheStudysTargets_ContradictNothing() =>
        Contradictions.Refuse(new SynthesisPlan(SynthesisTargets.Read(Repository.Path("data", "published", "targets.json"))));
}
