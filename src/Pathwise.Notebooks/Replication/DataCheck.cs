using Pathwise.Surveys;

namespace Pathwise.Notebooks.Replication;

/// <summary>
/// Whether a folder of data can take the place of the repository's own: for each survey of <c>data/raw</c> a file of the same
/// name with its codebook, which describes the same scales, and answers that fit it.
/// </summary>
internal static class DataCheck
{
    private const string Raw = "raw";

    /// <summary>Throws <see cref="InputException"/> with the first thing that is wrong.</summary>
    public static void Require(string folder, string shipped)
    {
        if (!Directory.Exists(folder))
            throw new InputException($"{folder} is not a folder; expected a folder of data with {Raw}/ in it.");
        foreach (var codebook in Codebooks(shipped))
            RequireSurvey(folder, codebook);
    }

    private static IEnumerable<string> Codebooks(string shipped) =>
        Directory.Exists(Path.Combine(shipped, Raw))
            ? Directory.EnumerateFiles(Path.Combine(shipped, Raw), "*" + Codebook.Ending).Order(StringComparer.Ordinal)
            : [];

    private static void RequireSurvey(string folder, string shippedCodebook)
    {
        var path = Path.Combine(folder, Raw, Path.GetFileName(shippedCodebook));
        if (!File.Exists(path))
            throw new InputException($"{path} does not exist; expected a codebook for each survey of the study.");
        var codebook = Codebook.Read(path);
        var missing = Codebook.Read(shippedCodebook).ItemNames.Except(codebook.ItemNames).ToList();
        if (missing.Count > 0)
            throw new InputException($"{path} does not describe: {string.Join(", ", missing)}. The notebooks analyse these items.");
        SurveyData.Read(path[..^Codebook.Ending.Length] + ".csv", codebook);
    }
}
