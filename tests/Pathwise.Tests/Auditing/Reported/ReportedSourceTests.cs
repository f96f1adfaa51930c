using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Reported;

public sealed class ReportedSourceTests
{
    [Fact]
    public void In_TheRepository_EveryStatisticHasItsSource()
    {
        var ids = ReportedSource.In(Repository.Path("data", "published")).Select(source => source.Id).ToList();
        var published = PublishedStatistics.Read(Repository.Path("data", "published"));
        Assert.All(published.Statistics, statistic => Assert.Contains(statistic.Id.Split('.')[0], ids));
    }

    [Fact]
    public void In_AFolderWithoutAList_IsEmptyAndAListOfAnotherFormIsAMistake()
    {
        using var folder = new StatisticsFolder();
        Assert.Empty(ReportedSource.In(folder.Path));
        folder.Write("sources.json", "[ { \"id\": \"S1\" } ]");
        Assert.Contains("citation", Assert.Throws<InputException>(() => ReportedSource.In(folder.Path)).Message, StringComparison.Ordinal);
    }
}
