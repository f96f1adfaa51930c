using Pathwise.Notebooks.Replication;
using Pathwise.Tables;

namespace Pathwise.Notebooks.Deposit;

/// <summary>Whether a study has what archives, data editors and readers ask for.</summary>
public static class StudyCheck
{
    private const string Sums = "SHA256SUMS";

    private static readonly string[] Pages = ["README.md", "LICENSE"];

    /// <summary>What is missing or wrong, one line each; none when the study can be deposited.</summary>
    public static IReadOnlyList<string> Faults(Study study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var files = StudyFiles.Of(study.Root);
        return
        [
            .. Pages.Where(name => !files.Contains(name)).Select(name => $"{name} is missing"),
            .. Of(CitationFile.Name, () => CitationFile.Read(study.Root).Faults()),
            .. Of(CodecheckFile.Name, () => CodecheckFile.Read(study.Root).Faults()),
            .. Of("data/raw", () => Surveys(study)),
            .. Of($"data/raw/{Sums}", () => SumFaults(Path.Combine(study.Data, "raw"))),
            .. Of("licences", () => LicenceInformation.Read(study.Root).Faults(files)),
            .. study.Notebooks.Count == 0 ? (string[])["notebooks: there are none"] : [],
        ];
    }

    private static string[] Of(string what, Func<IEnumerable<string>> faults)
    {
        try
        {
            return [.. faults().Select(fault => $"{what}: {fault}")];
        }
        catch (InputException problem)
        {
            return [$"{what}: {problem.Message}"];
        }
    }

    private static IEnumerable<string> Surveys(Study study)
    {
        var surveys = StudySurvey.Of(study);
        if (surveys.Count == 0)
            yield return "there is no codebook, so no answers are described";
        foreach (var twice in surveys.GroupBy(survey => survey.DepositedPath).Where(group => group.Count() > 1))
            yield return $"{string.Join(" and ", twice.Select(survey => survey.Name))} would both be {twice.Key}";
    }

    private static IEnumerable<string> SumFaults(string folder)
    {
        var path = Path.Combine(folder, Sums);
        if (!File.Exists(path))
            return ["is missing; the raw data could change unseen"];
        return File.ReadLines(path).Where(line => line.Length > 0).Select(line => SumFault(folder, line)).OfType<string>();
    }

    private static string? SumFault(string folder, string line)
    {
        if (line.Split("  ", 2) is not [var sum, var name])
            return $"'{line}' is not a sum and a name with two blanks between";
        var path = Path.Combine(folder, name);
        if (!File.Exists(path))
            return $"{name} does not exist";
        return Checksum.OfFile(path) == sum ? null : $"{name} is not what it was";
    }
}
