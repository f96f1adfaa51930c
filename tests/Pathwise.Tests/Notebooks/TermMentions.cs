using System.Text.RegularExpressions;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;

namespace Pathwise.Tests.Notebooks;

/// <summary>
/// Where the prose of a notebook speaks of terms of the glossary. Prose is Markdown without headings, code and formulas; of two terms
/// that begin at the same place the longer one is meant; a word inside of a link is the link's.
/// </summary>
internal sealed partial class TermMentions
{
    private readonly List<(string Slug, string Form)> _forms;
    private readonly Regex _any;

    public TermMentions(Glossary glossary)
    {
        _forms = [.. glossary.Terms.SelectMany(term => term.Also.Prepend(term.Name).Select(form => (term.Slug, form))).OrderByDescending(each => each.form.Length)];
        _any = new Regex($@"(?<![\p{{L}}\p{{Nd}}_-])(?:{string.Join('|', _forms.Select((each, i) => $"(?<f{i}>{Pattern(each.Form)})"))})s?(?![\p{{L}}\p{{N}}_])");
    }

    /// <summary>The terms in the order of their mentions, each with whether the mention is a link to it.</summary>
    public IEnumerable<(string Slug, bool IsLinked, string Words)> In(Notebook notebook) =>
        notebook.Cells.Where(cell => cell.Kind == CellKind.Markdown).SelectMany(cell => In(cell.Source));

    /// <summary>The places of the glossary that a notebook links to.</summary>
    public static IEnumerable<string> Links(Notebook notebook) =>
        from cell in notebook.Cells
        where cell.Kind == CellKind.Markdown
        from Match link in GlossaryLink().Matches(cell.Source)
        select link.Groups["slug"].Value;

    private IEnumerable<(string Slug, bool IsLinked, string Words)> In(string markdown)
    {
        var at = 0;
        foreach (Match aside in Aside().Matches(markdown))
        {
            foreach (var mention in Plain(markdown[at..aside.Index]))
                yield return mention;
            if (GlossaryLink().Match(aside.Value) is { Success: true } link)
                yield return (link.Groups["slug"].Value, true, link.Value);
            at = aside.Index + aside.Length;
        }

        foreach (var mention in Plain(markdown[at..]))
            yield return mention;
    }

    private IEnumerable<(string Slug, bool IsLinked, string Words)> Plain(string text) =>
        from Match match in _any.Matches(text)
        select (_forms[Enumerable.Range(0, _forms.Count).First(i => match.Groups[$"f{i}"].Success)].Slug, false, match.Value);

    // Abbreviations are written as they are, other terms with a capital where a sentence begins, and over the end of a line.
    private static string Pattern(string form)
    {
        var words = string.Join(@"[\s-]+", form.Split(' ', '-').Select(Regex.Escape));
        return form.Any(char.IsLower) ? $"(?i:{words})" : words;
    }

    [GeneratedRegex(@"```.*?```|`[^`\n]*`|\$\$.*?\$\$|\$[^$]+?\$|^#+ [^\n]*$|!?\[[^\]]*\]\([^)]*\)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\[[^\]]*\]\(glossary\.md#(?<slug>[^)]*)\)")]
    private static partial Regex GlossaryLink();
}
