using Pathwise.Notebooks.Replication;
using Xunit;

namespace Pathwise.Tests.Notebooks.Replication;

public sealed class StudyTests
{
    [Fact]
    public void Around_AFolderBelowTheRoot_FindsTheRoot() =>
        Assert.Equal(Repository.Root, Study.Around(Repository.Path("src", "Pathwise")).Root);

    [Fact]
    public void Around_AFolderElsewhere_SaysSo() =>
        Assert.Contains("Not inside the repository", Assert.Throws<InputException>(() => Study.Around(Path.GetTempPath())).Message, StringComparison.Ordinal);

    [Fact]
    public void RequireNotebooks_WhereThereAreNone_SaysWhereTheyBelong()
    {
        var folder = Path.GetTempPath();
        Assert.Contains(Path.Combine(folder, "notebooks"), Assert.Throws<InputException>(() => new Study(folder).RequireNotebooks()).Message, StringComparison.Ordinal);
    }
}
