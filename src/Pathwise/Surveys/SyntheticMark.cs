using System.Text.Json;
using Pathwise.Tables;

namespace Pathwise.Surveys;

/// <summary>Whether a file of answers says of itself that nobody gave them, so that results of it can say so too.</summary>
public static class SyntheticMark
{
    /// <summary>What a reader of results from synthetic answers must know.</summary>
    public const string Sentence = "the data are synthetic: nobody gave these answers, and nothing here is evidence about people or firms.";

    /// <summary>The ending of a data file whose name says that its rows are synthetic.</summary>
    public const string Ending = ".synthetic.csv";

    /// <summary>The ending of the account that lies beside a file which <c>pathwise clean</c> wrote.</summary>
    public const string AccountEnding = ".flow.json";

    /// <summary>
    /// True when the file's name ends in <c>.synthetic.csv</c>, or its codebook says <c>synthetic: true</c>, or the account of the cleaning it came from does.
    /// What cannot be read says nothing.
    /// </summary>
    /// <param name="data">The file of answers.</param>
    /// <param name="codebook">Its codebook; null for the one beside it, if there is one.</param>
    public static bool IsOn(string data, string? codebook = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.EndsWith(Ending, StringComparison.OrdinalIgnoreCase) || IsSaidBy(codebook ?? Codebook.PathBeside(data)) || IsInAccount(Path.ChangeExtension(data, null) + AccountEnding);
    }

    private static bool IsSaidBy(string codebook)
    {
        try
        {
            return File.Exists(codebook) && Codebook.Read(codebook).IsSynthetic;
        }
        catch (InputException)
        {
            return false;
        }
    }

    private static bool IsInAccount(string path)
    {
        try
        {
            if (!File.Exists(path))
                return false;
            using var document = JsonDocument.Parse(FileText.Read(path));
            return document.RootElement is { ValueKind: JsonValueKind.Object } account && account.TryGetProperty("synthetic", out var mark) && mark.ValueKind == JsonValueKind.True;
        }
        catch (Exception problem) when (problem is InputException or JsonException)
        {
            return false;
        }
    }
}
