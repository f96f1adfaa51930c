using System.Globalization;
using System.Text.RegularExpressions;

namespace Pathwise.Notebooks.Deposit;

/// <summary>CITATION.cff, held against version 1.2.0 of the Citation File Format.</summary>
internal sealed partial class CitationFile
{
    public const string Name = "CITATION.cff";

    private static readonly string[] Required = ["cff-version", "message", "title", "authors"];

    private static readonly string[] RequiredOfReferences = ["type", "title", "authors"];

    private static readonly string[] NameParts = ["given-names", "name-particle", "family-names", "name-suffix"];

    private static readonly HashSet<string> Known =
    [
        "abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi", "identifiers", "keywords", "license", "license-url", "message",
        "preferred-citation", "references", "repository", "repository-artifact", "repository-code", "title", "type", "url", "version",
    ];

    private static readonly HashSet<string> KnownOfAuthors =
    [
        "address", "affiliation", "alias", "city", "country", "date-end", "date-start", "email", "family-names", "fax", "given-names", "location", "name",
        "name-particle", "name-suffix", "orcid", "post-code", "region", "tel", "website",
    ];

    private readonly YamlMap _file;

    private CitationFile(YamlMap file) => _file = file;

    public string? Title => _file.Text("title");

    public string? Version => _file.Text("version");

    public IReadOnlyList<string> Keywords => _file.Texts("keywords");

    /// <summary>The authors as people write them: given name first.</summary>
    public IReadOnlyList<string> Authors => [.. _file.Maps("authors").Select(NameOf)];

    /// <summary>Reads the file of a folder. Throws <see cref="InputException"/> where there is none.</summary>
    public static CitationFile Read(string root) => new(YamlMap.Read(Path.Combine(root, Name)));

    /// <summary>What is wrong with it, one line each.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Required.Where(name => !_file.Names.Contains(name)).Select(name => $"{name} is missing"),
        .. _file.Names.Where(name => !Known.Contains(name)).Select(name => $"'{name}' is not something that it says"),
        .. Form("cff-version", Format(), "1.2.0"), .. Form("type", Kind(), "software or dataset"), .. Form("doi", Doi(), "a DOI such as 10.1000/182"),
        .. Date(),
        .. _file.Maps("authors") is { Count: 0 } && _file.Names.Contains("authors") ? (string[])["authors names nobody"] : [],
        .. _file.Maps("authors").SelectMany(author => Author(author, "an author")),
        .. _file.Maps("references").SelectMany(Reference),
    ];

    private static string NameOf(YamlMap author) =>
        author.Text("name") ?? string.Join(' ', NameParts.Select(author.Text).OfType<string>());

    private static IEnumerable<string> Author(YamlMap author, string who)
    {
        if (NameOf(author).Length == 0 && author.Text("alias") is null)
            yield return $"{who} has no name (family-names and given-names, or name)";
        foreach (var name in author.Names.Where(name => !KnownOfAuthors.Contains(name)))
            yield return $"'{name}' is not something that it says of {who}";
        if (author.Text("orcid") is { } orcid && !Orcid().IsMatch(orcid))
            yield return $"'{orcid}' is not an ORCID; expected its address, https://orcid.org/ and four groups of four digits";
    }

    private static IEnumerable<string> Reference(YamlMap reference) =>
    [
        .. RequiredOfReferences.Where(name => !reference.Names.Contains(name)).Select(name => $"a reference has no {name}"),
        .. reference.Maps("authors").SelectMany(author => Author(author, "the author of a reference")),
    ];

    private IEnumerable<string> Form(string name, Regex form, string expected) =>
        _file.Text(name) is { } text && !form.IsMatch(text) ? [$"{name} is '{text}'; expected {expected}"] : [];

    private IEnumerable<string> Date() =>
        _file.Text("date-released") is { } text && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? [$"date-released is '{text}'; expected a day such as 2026-01-31"]
            : [];

    [GeneratedRegex(@"^1\.2\.0$")]
    private static partial Regex Format();

    [GeneratedRegex("^(software|dataset)$")]
    private static partial Regex Kind();

    [GeneratedRegex(@"^10\.\d{4,9}(\.\d+)?/[A-Za-z0-9:/_;\-.()\[\]\\]+$")]
    private static partial Regex Doi();

    [GeneratedRegex(@"^https://orcid\.org/\d{4}-\d{4}-\d{4}-\d{3}[\dX]$")]
    private static partial Regex Orcid();
}
