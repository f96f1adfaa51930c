using Pathwise.Auditing.Origins;
using Pathwise.Auditing.Reported;
using Xunit;

namespace Pathwise.Tests.Auditing.Origins;

/// <summary>The list of made data beside the published statistics, against the data of the repository.</summary>
public sealed class MadeDataTests
{
    private static readonly string Folder = Repository.Path("data", "published");

    [Fact]
    public void In_TheRepository_EverySyntheticFileIsListedWithItsContent()
    {
        var made = MadeData.In(Folder);
        Assert.Equal(["../raw/academics.csv", "../raw/executives.csv"], made.Select(data => data.Data).Order(StringComparer.Ordinal));
        Assert.All(made, data => Assert.True(data.IsThere(Folder)));
    }

    [Fact]
    public void Quantities_OfTheStudy_AreItsTargetsAndTheEntriesOfItsRecipes()
    {
        var given = MadeData.In(Folder).SelectMany(data => data.Quantities(Folder)).ToDictionary(quantity => quantity.Name, quantity => quantity.Origin);
        Assert.Equal("target S1.chisq of targets.json", given["S1.chisq"]);
        Assert.Equal("requirement htmt of targets.json, which is no printed value", given["htmt"]);
        Assert.Superset(new HashSet<string> { "targets.model", "targets.respondents", "executives.department", "executives.region", "academics.t05", "academics.ratings", "academics.wave" }, given.Keys.ToHashSet());
    }

    [Fact]
    public void Construction_OfTheStudy_KnowsEveryInputAndEveryTargetThatIsPublished()
    {
        var published = PublishedStatistics.Read(Folder);
        var construction = Construction.Of(published);
        Assert.NotNull(construction.Reason("S1.chisq"));
        Assert.NotNull(construction.Reason("S1.dept.sales.percent"));
        Assert.Null(construction.Reason("S2.processes.met"));
        Assert.Empty(published.Statistics.Where(statistic => statistic.Inputs.Count > 0 && construction.Reason(statistic.Id) is null).Select(statistic => statistic.Id));
    }
}
