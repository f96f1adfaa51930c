using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Estimation;
using Xunit;

namespace Pathwise.Tests.Sem.Moments;

public sealed class SampleReadingTests
{
    private const string Model = "visual =~ x1 + c(a,b)*x2 + x3";
    private static readonly string[] Items = ["x1", "x2", "x3"];

    [Theory]
    [InlineData("emptyfirst_listwise", MissingData.Listwise)]
    [InlineData("emptyfirst_ml", MissingData.Fiml)]
    public void Fit_FirstCaseOfAGroupEmpty_GivesEachGroupItsOwnLabel(string id, MissingData missing)
    {
        var fit = ModelSpecification.Parse(Model).Fit(Edges.Data("emptyfirst"), new EstimationOptions { Missing = missing }, group: "school");
        Assert.Equal(["Grant-White", "Pasteur"], fit.Table.GroupLabels);
        Assert.Equal(fit.Table.GroupLabels, fit.Sample.Select(sample => sample.Group));
        Assert.Equal(Edges.Of(id)["nobs"].Numbers, fit.Sample.Select(sample => (double)sample.Count));
        Edges.AssertSame(id, fit, 1e-5, "=~");
    }

    [Fact]
    public void Bootstrap_FirstCaseOfAGroupEmpty_DrawsEachGroupsOwnCases()
    {
        var fit = ModelSpecification.Parse($"{Model}\nd := a - b").Fit(Edges.Data("emptyfirst"), group: "school");
        var drawn = fit.Bootstrap(new BootstrapOptions { Replicates = 200, Seed = 1 });
        var label = fit.EstimateEffects(new EffectOptions(), drawn).Single(effect => effect.Effect.Name == "d");
        Oracle.Near(0.896 - 0.769, label.Value, 1e-3);
    }

    [Fact]
    public void Samples_CodesThatAreEqualNumbers_AreOneGroup()
    {
        var data = Coded(["1", "1.0", "2", "1", "2.0", "2", "1.0", "1.0"]);
        var samples = data.Samples(Items, "group");
        Assert.Equal(["1", "2"], samples.Select(sample => sample.Group));
        Assert.Equal([5, 3], samples.Select(sample => sample.Count));
    }

    [Fact]
    public void Fit_GroupWithoutAnyAnswer_IsLeftOutAndNamed()
    {
        var fit = ModelSpecification.Parse("x1 ~ c(a,b)*x2").Fit(WithEmptyGroup(), group: "group");
        Assert.Equal(["one", "two"], fit.Table.GroupLabels);
        var warning = Assert.Single(fit.Warnings, warning => warning.Code == "group-left-out");
        Assert.Contains("group none", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_GroupWithoutAnyAnswerThatTheSyntaxCounts_IsNamedInTheRefusal()
    {
        var refusal = Assert.Throws<InputException>(() => ModelSpecification.Parse("x1 ~ c(a,b,c)*x2").Fit(WithEmptyGroup(), group: "group"));
        Assert.Contains("No case of group none has a value", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_SamplesInAnotherOrderThanTheTable_BelongToTheirLabels()
    {
        var samples = Edges.Data("emptyfirst").Samples(Items, "school");
        var table = ModelSpecification.Parse(Model).Table(null, ["Pasteur", "Grant-White"]);
        var fit = table.Fit(samples);
        Assert.Equal(["Pasteur", "Grant-White"], fit.Sample.Select(sample => sample.Group));
        Oracle.Near(0.769, fit.Estimates().Single(row => row.Label == "a").Value, 1e-3);
        Assert.Throws<InputException>(() => ModelSpecification.Parse(Model).Table(null, ["Pasteur", "Elsewhere"]).Fit(samples));
    }

    private static DataTable WithEmptyGroup() =>
        Read("group,x1,x2\nnone,,\n" + string.Concat(Enumerable.Range(0, 20).Select(i => FormattableString.Invariant($"{(i % 2 == 0 ? "one" : "two")},{i * i % 7},{i * 3 % 11}\n"))) + "none,NA,\n");

    private static DataTable Coded(string[] codes) =>
        Read("group,x1,x2,x3\n" + string.Concat(codes.Select((code, i) => FormattableString.Invariant($"{code},{i},{i * i % 5},{i * 3 % 7}\n"))));

    private static DataTable Read(string text)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".csv");
        try
        {
            File.WriteAllText(path, text);
            return DataTable.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
