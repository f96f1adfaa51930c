using System.Text.RegularExpressions;

namespace Pathwise.Notebooks.Html;

/// <summary>
/// The terms of the notebooks, kept once in a Markdown file beside them: a heading of the third level for each term, with its
/// meaning, other spellings after <c>*Also:*</c>, a formula where it has one, and its source after <c>*Source:*</c>.
/// </summary>
internal sealed partial class Glossary
{
    /// <summary>The name of the file without its ending, and of its page.</summary>
    public const string Name = "glossary";

    /// <summary>The page in the site.</summary>
    public const string Page = Name + ".html";

    private readonly string _markdown;

    private Glossary(string markdown)
    {
        _markdown = markdown.ReplaceLineEndings("\n");
        Terms = [.. Entry().Matches(_markdown).Select(each => Term.Of(each.Groups["name"].Value.Trim(), each.Groups["text"].Value))];
    }

    /// <summary>Its title.</summary>
    public string Title => FirstHeading().Match(_markdown) is { Success: true } title ? title.Groups["text"].Value.Trim() : "Glossary";

    /// <summary>The terms in the order of the file.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>The glossary in a folder of notebooks, or null.</summary>
    public static Glossary? Beside(string notebooks) =>
        Path.Combine(notebooks, Name + ".md") is var path && File.Exists(path) ? new Glossary(File.ReadAllText(path)) : null;

    /// <summary>The page; each term has its name in lower case with hyphens as its place.</summary>
    public Page ToPage(Func<string, string> address, Func<IReadOnlyList<MarkdownHtml.Heading>, string> side, string footer)
    {
        var markdown = new MarkdownHtml(address, mark: "");
        var body = markdown.Of(_markdown);
        return new Page(Title, body) { Side = side(markdown.Headings), Footer = footer };
    }

    [GeneratedRegex(@"^# (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex FirstHeading();

    [GeneratedRegex(@"^### (?<name>.+)\n(?<text>(?:(?!#).*\n?)*)", RegexOptions.Multiline)]
    private static partial Regex Entry();

    /// <summary>A term: its name, its other spellings, what it means with its formula, and its source.</summary>
    internal sealed partial record Term(string Name, IReadOnlyList<string> Also, string Text, string? Source)
    {
        /// <summary>Its place in the page, as GitHub and Jupyter name headings too.</summary>
        public string Slug => HtmlText.Slug(Name);

        public static Term Of(string name, string text) => new(
            name,
            Spellings().Match(text) is { Success: true } also ? also.Groups["list"].Value.Split(", ", StringSplitOptions.TrimEntries) : [],
            text.Trim(),
            Origin().Match(text) is { Success: true } origin ? origin.Groups["text"].Value.Trim() : null);

        [GeneratedRegex(@"\*Also:\*\s+(?<list>[^\n]+?)\.\s*$", RegexOptions.Multiline)]
        private static partial Regex Spellings();

        [GeneratedRegex(@"\*Source:\*\s+(?<text>[^\n]+)")]
        private static partial Regex Origin();
    }
}
