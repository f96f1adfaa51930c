using Pathwise.Sem.Categorical;
using Pathwise.Tables;
using Pathwise.Teaching;
using Xunit;

namespace Pathwise.Tests.Teaching;

public sealed class LatentResponsesTests
{
    private static readonly DataTable Answers = DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s03_study92", "data.csv"));

    [Fact]
    public void Response_OfAVariable_HasItsThresholds()
    {
        var sample = Answers.Polychoric(["ali1", "ali2"]);
        Assert.Equal(sample.Variables[1].Thresholds, sample.Response("ali2").Variable.Thresholds);
    }

    [Fact]
    public void Response_OfAContinuousOrAnUnknownVariable_IsRefused()
    {
        var sample = Answers.Polychoric(["ali1", "ali2"], new() { Ordered = ["ali1"] });
        Assert.Contains("continuous", Assert.Throws<InputException>(() => sample.Response("ali2")).Message, StringComparison.Ordinal);
        Assert.Contains("ali1", Assert.Throws<InputException>(() => sample.Response("ali3")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resample_ByASeedAndANumber_HasAsManyCasesAndIsTheSameEachTime()
    {
        var (first, again, other) = (Answers.Resample(3, 1), Answers.Resample(3, 1), Answers.Resample(3, 2));
        Assert.Equal(Answers.Count, first.Count);
        Assert.Equal(first.Lines, again.Lines);
        Assert.NotEqual(first.Lines, other.Lines);
        Assert.True(first.Lines.Distinct().Count() < Answers.Count);
        Assert.Subset(Answers.Lines.ToHashSet(), first.Lines.ToHashSet());
    }
}
