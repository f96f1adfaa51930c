using Pathwise.Sem.Estimation;
using Pathwise.Studies;
using Xunit;

namespace Pathwise.Tests.Studies;

public sealed class StudyPlanTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-plan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_AWholeFile_GivesWhatItSays()
    {
        var plan = Read("""
            title: "Trust: a study"
            answers: raw/a.csv
            model: m.lav
            estimation: { estimator: MLR, likelihood: wishart, missing: fiml }
            bootstrap: { resamples: 300, seed: 7 }
            hypotheses:
              - { name: H1, path: "x->y", sign: positive }
              - { name: H2, path: "x -> m ->  y", sign: "-" }
              - { name: H3, path: "x ~~ y" }
            """);
        Assert.Equal(("Trust: a study", "raw/a.csv", "m.lav"), (plan.Title, plan.Answers, plan.Model));
        Assert.Equal((Estimator.MLR, Likelihood.Wishart, MissingData.Fiml), (plan.Estimation.Estimator, plan.Estimation.Likelihood, plan.Estimation.Missing));
        Assert.Equal((300, 7L), (plan.Bootstrap.Replicates, plan.Bootstrap.Seed));
        Assert.Equal([("x -> y", ExpectedSign.Positive), ("x -> m -> y", ExpectedSign.Negative), ("x ~~ y", ExpectedSign.Any)], plan.Hypotheses.Select(each => (each.Path, each.Sign)));
    }

    [Fact]
    public void Read_WhatNeedNotBeSaid_HasItsDefault()
    {
        var plan = Read("title: T\nanswers: a.csv\nmodel: m.lav\n");
        Assert.Equal((Estimator.ML, 2000, 0), (plan.Estimation.Estimator, plan.Bootstrap.Replicates, plan.Hypotheses.Count));
    }

    [Theory]
    [InlineData("title: T\nanswers: a.csv\n", "the study has no model")]
    [InlineData("title: T\nanswers: a.csv\nmodel: m\nsize: 3\n", "line 4: 'size' is not something that a study says here")]
    [InlineData("title: T\nanswers: a.csv\nmodel: m\nestimation: { estimator: XYZ }\n", "estimator is 'XYZ'; expected ML, ")]
    [InlineData("title: T\nanswers: a.csv\nmodel: m\nbootstrap: { resamples: many }\n", "line 4: ")]
    [InlineData("title: T\nanswers: a.csv\nmodel: m\nbootstrap: { resamples: 0 }\n", "at least 1 replicate")]
    [InlineData("title: T\nanswers: a.csv\nmodel: m\nhypotheses: [ { name: H1, path: x } ]\n", "hypothesis 'H1': 'x' is no path")]
    [InlineData("title: T\nanswers: a.csv\nmodel: m\nhypotheses: [ { name: H1, path: x -> y, sign: up } ]\n", "sign is 'up'; expected any, positive, negative")]
    [InlineData("title: T\nanswers: a.csv\nmodel: m\nhypotheses: [ { name: H1, path: x -> y }, { name: H1, path: y -> z } ]\n", "'H1' is given twice")]
    [InlineData("# nothing\n", "there is nothing in it")]
    public void Read_WhatCannotBeUnderstood_IsNamedWithItsFile(string text, string expected)
    {
        var mistake = Assert.Throws<InputException>(() => Read(text));
        Assert.StartsWith(Path.Combine(_folder, "study.yaml"), mistake.Message, StringComparison.Ordinal);
        Assert.Contains(expected, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ReadPublished_AFolderWithout_GivesNone() => Assert.Empty(StudyPlan.ReadPublished(_folder).Statistics);

    private StudyPlan Read(string text)
    {
        var path = Path.Combine(_folder, "study.yaml");
        File.WriteAllText(path, text);
        return StudyPlan.Read(path);
    }
}
