namespace Pathwise.Auditing.Reported;

/// <summary>
/// The statistics that papers report, by id, in the order of the files: each kept as the text that was printed, with its
/// place. Read from a file (CSV or YAML) or from all such files of a folder.
/// </summary>
[TypeFormatterSource]
public sealed class PublishedStatistics
{
    private static readonly string[] Extensions = [".csv", ".yaml", ".yml"];
    private readonly Dictionary<string, ReportedStatistic> byId;

    private PublishedStatistics(IReadOnlyList<ReportedStatistic> statistics, Dictionary<string, ReportedStatistic> byId, string folder)
    {
        Statistics = statistics;
        this.byId = byId;
        Folder = folder;
    }

    /// <summary>All of them, in the order of the files (by name) and of their lines.</summary>
    public IReadOnlyList<ReportedStatistic> Statistics { get; }

    /// <summary>The folder that paths in the statistics' details start from.</summary>
    public string Folder { get; }

    /// <summary>The statistic with this id; an unknown id is an <see cref="InputException"/>.</summary>
    public ReportedStatistic this[string id] => byId.TryGetValue(id, out var statistic)
        ? statistic
        : throw new InputException($"No published statistic has the id '{id}'.");

    /// <summary>
    /// Reads a file of statistics, or every .csv, .yaml and .yml file of a folder. A file that does not have the form, an
    /// unknown kind, a printed text that is no number, an id that occurs twice and a link to nothing are
    /// <see cref="InputException"/>s that name file, line and reason.
    /// </summary>
    public static PublishedStatistics Read(string path)
    {
        var statistics = Files(path).SelectMany(Parsed).ToArray();
        return Of(statistics, Directory.Exists(path) ? path : Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>Statistics made in memory; the same rules as for files hold for ids and links.</summary>
    /// <exception cref="InputException">An id occurs twice, a link leads nowhere, or a detail has a value that no check knows.</exception>
    public static PublishedStatistics Of(IReadOnlyList<ReportedStatistic> statistics, string folder = ".")
    {
        statistics = [.. statistics.Select(DetailValues.Checked)];
        var byId = new Dictionary<string, ReportedStatistic>(StringComparer.Ordinal);
        foreach (var statistic in statistics)
        {
            if (!byId.TryAdd(statistic.Id, statistic))
                throw new InputException($"{statistic.Source}: the id '{statistic.Id}' was given before ({byId[statistic.Id].Source}).");
        }

        StatisticLinks.Require(byId);
        return new PublishedStatistics(statistics, byId, folder);
    }

    // A file is of one paper, whose numbers are printed in one way.
    private static IEnumerable<ReportedStatistic> Parsed(string file)
    {
        var rows = Fields(file);
        var mark = DecimalMarks.Of(rows.Select(row => (StatisticKindText.Parse(row["kind"] ?? ""), row["printed"] ?? "")));
        return rows.Select(row => StatisticParser.Parse(row, mark));
    }

    private static IReadOnlyList<StatisticFields> Fields(string file) =>
        file.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? StatisticsCsv.Read(file) : StatisticsYaml.Read(file);

    private static string[] Files(string path)
    {
        if (File.Exists(path))
            return Extensions.Contains(Path.GetExtension(path).ToLowerInvariant())
                ? [path]
                : throw new InputException($"{path} is not a file of statistics; expected the extension .csv, .yaml or .yml.");
        if (!Directory.Exists(path))
            throw new InputException($"{path} does not exist; expected a file of statistics or a folder with such files.");
        var files = Directory.GetFiles(path).Where(file => Extensions.Contains(Path.GetExtension(file).ToLowerInvariant()))
            .Order(StringComparer.Ordinal).ToArray();
        return files.Length > 0 ? files : throw new InputException($"{path} has no file of statistics (.csv, .yaml or .yml).");
    }
}
