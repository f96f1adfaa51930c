using System.Text.Json;
using System.Text.RegularExpressions;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Scaffold;

/// <summary>The files that a new study is made of: texts in which the study's own words stand for names in double braces.</summary>
internal static partial class StudyTemplate
{
    private const string Prefix = "study/";

    // Files whose names begin with a dot would act on the folder of the templates itself.
    private const string Dot = "dot.";

    private static readonly JsonSerializerOptions Escaping = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Every file with its path below the study's folder and its text; a name without a value is a defect.</summary>
    public static IReadOnlyList<(string Path, string Text)> Fill(IReadOnlyDictionary<string, string> values) =>
        [.. Resources().Select(name => (PathOf(name), Filled(PathOf(name), Text(name), values))).OrderBy(file => file.Item1, StringComparer.Ordinal)];

    private static IEnumerable<string> Resources() =>
        typeof(StudyTemplate).Assembly.GetManifestResourceNames().Where(name => Normal(name).StartsWith(Prefix, StringComparison.Ordinal));

    private static string Normal(string name) => name.Replace('\\', '/');

    private static string PathOf(string resource)
    {
        var path = Normal(resource)[Prefix.Length..];
        return path.StartsWith(Dot, StringComparison.Ordinal) ? path[(Dot.Length - 1)..] : path;
    }

    private static string Text(string resource)
    {
        using var reader = new StreamReader(typeof(StudyTemplate).Assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }

    private static string Filled(string path, string text, IReadOnlyDictionary<string, string> values)
    {
        var isQuoted = Path.GetExtension(path) is ".ipynb" or ".json" or ".yml" or ".cff";
        var filled = Name().Replace(text, match => isQuoted && !match.Groups["line"].Success ? Quoted(values[match.Groups["name"].Value])[1..^1] : values[match.Groups["name"].Value]);
        return path.EndsWith(".ipynb", StringComparison.Ordinal) ? NotebookWriter.Write(NotebookReader.Parse(filled, path)) : filled;
    }

    /// <summary>A text in quotation marks, as JSON and YAML read it.</summary>
    public static string Quoted(string value) => JsonSerializer.Serialize(value, Escaping);

    // A name that fills a line of its own stands for lines, any other one for a text.
    [GeneratedRegex(@"(?<line>^)?\{\{(?<name>[a-z-]+)\}\}", RegexOptions.Multiline)]
    private static partial Regex Name();
}
