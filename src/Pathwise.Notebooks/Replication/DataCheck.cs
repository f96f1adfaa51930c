using Pathwise.Surveys;

namespace Pathwise.Notebooks.Replication;

/// <summary>
/// Whether a folder of data can take the place of the repository's own: for each survey of <c>data/raw</c> that it has, a file of the same
/// name with its codebook, which describes the same scales, and answers that fit it.
/// </summary>
internal static class DataCheck
{
    private const string Raw = "raw";

    /// <summary>
    /// The surveys of the repository that the folder does not have, by the names of their files; it must have one. Throws <see cref="InputException"/> with
    /// the first thing that is wrong.
    /// </summary>
    public static IReadOnlyList<string> Require(string folder, string shipped)
    {
        if (!Directory.Exists(folder))
            throw new InputException($"{folder} is not a folder; expected a folder of data with {Raw}/ in it.");
        var surveys = Surveys(shipped).ToList();
        var missing = surveys.Where(survey => !Has(folder, survey)).ToList();
        foreach (var survey in surveys.Count > missing.Count ? surveys.Except(missing) : surveys)
            RequireSurvey(folder, shipped, survey);
        return missing;
    }

    private static IEnumerable<string> Surveys(string shipped) =>
        Directory.Exists(Path.Combine(shipped, Raw))
            ? Directory.EnumerateFiles(Path.Combine(shipped, Raw), "*" + Codebook.Ending).Select(path => Path.GetFileName(path)[..^Codebook.Ending.Length]).Order(StringComparer.Ordinal)
            : [];

    private static bool Has(string folder, string survey) =>
        new[] { Codebook.Ending, ".csv" }.Any(ending => File.Exists(Path.Combine(folder, Raw, survey + ending)));

    private static void RequireSurvey(string folder, string shipped, string survey)
    {
        var path = Path.Combine(folder, Raw, survey + Codebook.Ending);
        if (!File.Exists(path))
            throw new InputException($"{path} does not exist; expected a codebook for each survey of the study.");
        var codebook = Codebook.Read(path);
        var missing = Codebook.Read(Path.Combine(shipped, Raw, survey + Codebook.Ending)).ItemNames.Except(codebook.ItemNames).ToList();
        if (missing.Count > 0)
            throw new InputException($"{path} does not describe: {string.Join(", ", missing)}. The notebooks analyse these items.");
        SurveyData.Read(path[..^Codebook.Ending.Length] + ".csv", codebook);
    }
}
