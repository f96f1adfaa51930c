using System.Text.RegularExpressions;
using Pathwise.Auditing.Reported;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Replication;
using Xunit;

namespace Pathwise.Tests.Architecture;

/// <summary>What a notebook reads off its own settings, model or codebook is declared as taken from the paper.</summary>
public sealed partial class TakenValuesTests
{
    // What the analysis was told, and not what it found.
    private static readonly string[] Settings =
        [".Options.", ".Requested", ".Used", ".Codebook", "scale.", "scales.", ".Table.", "reversed.Any", "new[]"];

    private static readonly PublishedStatistics Published = PublishedStatistics.Read(Repository.Path("data", "published"));

    private static readonly (string Id, string Expression)[] Checks =
        [.. new Study(Repository.Root).Notebooks.SelectMany(path => NotebookReader.Read(path).Cells).SelectMany(ChecksIn)];

    [Fact]
    public void Checks_OfSettings_AreDeclaredAsTaken()
    {
        Assert.Superset(new HashSet<string> { "S1.chisq", "S1.estimator", "S2.topics", "S2.processes" }, Checks.Select(check => check.Id).ToHashSet());
        Assert.Empty(Checks.Where(check => Settings.Any(check.Expression.Contains) && Published[check.Id].Taken is null).Select(check => check.Id));
    }

    [Fact]
    public void CountsOfTables_MadeByOurselves_AreDeclaredAsTaken() => Assert.Empty(Published.Statistics
        .Where(statistic => statistic.Place.EndsWith("rows counted", StringComparison.Ordinal) && statistic.Taken is null).Select(statistic => statistic.Id));

    private static IEnumerable<(string Id, string Expression)> ChecksIn(Cell cell)
    {
        var call = cell.Source.IndexOf("published.Check(", StringComparison.Ordinal);
        if (cell.Kind != CellKind.Code || call < 0)
            return [];
        return Check().Matches(cell.Source, call).Select(match => (match.Groups["id"].Value, match.Groups["expression"].Value));
    }

    [GeneratedRegex("""\("(?<id>[\w.-]+)", (?<expression>.*?)(?=,\s*\("[\w.-]+", |\)\s*$)""", RegexOptions.Singleline)]
    private static partial Regex Check();
}
