using System.Text;
using Pathwise.Notebooks.Replication;
using Pathwise.Surveys;

namespace Pathwise.Notebooks.Deposit;

/// <summary>One survey of a study: its raw answers and what their columns mean.</summary>
internal sealed record StudySurvey(string Path, SurveyData Data)
{
    /// <summary>The name of the file without its ending.</summary>
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>Where the answers lie in a deposit, named as psych-DS asks: a keyword and its value, letters and digits alone.</summary>
    public string DepositedPath => $"data/study-{string.Concat(Name.Where(char.IsAsciiLetterOrDigit))}_data.csv";

    /// <summary>The bytes of the answers, which must be comma-separated UTF-8.</summary>
    public byte[] Content { get; } = File.ReadAllBytes(Path);

    /// <summary>The surveys of a study, by name. Throws <see cref="InputException"/> where answers do not fit their codebook.</summary>
    public static IReadOnlyList<StudySurvey> Of(Study study)
    {
        var raw = System.IO.Path.Combine(study.Data, "raw");
        return Directory.Exists(raw)
            ? [.. Directory.EnumerateFiles(raw, "*" + Codebook.Ending).Order(StringComparer.Ordinal).Select(path => Read(path[..^Codebook.Ending.Length] + ".csv"))]
            : [];
    }

    private static StudySurvey Read(string path)
    {
        var survey = new StudySurvey(path, SurveyData.Read(path));
        var header = Encoding.UTF8.GetString(survey.Content).Split('\n')[0].TrimEnd('\r');
        if (header.Replace("\"", "", StringComparison.Ordinal) != string.Join(',', survey.Data.Table.Names))
            throw new InputException($"{path} is not UTF-8 separated by commas with its names in the first line; a deposit holds such files ('pathwise import' writes them).");
        return survey;
    }
}
