using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Html;

/// <summary>A notebook as a page: its text, its code and what the code showed; every cell can be linked to by its id.</summary>
internal sealed class NotebookPage
{
    // Longer code is folded away: it is there for who wants it and does not stand between question and answer.
    private const int LongCode = 25;

    private readonly string _name;
    private readonly Notebook _notebook;
    private readonly MarkdownHtml _markdown;
    private readonly OutputHtml _outputs;

    /// <summary>The page of a notebook of this name; <paramref name="address"/> says where its links lead.</summary>
    public NotebookPage(Notebook notebook, string name, Func<string, string> address)
    {
        _name = name;
        _notebook = notebook;
        _markdown = new MarkdownHtml(address);
        _outputs = new OutputHtml(_markdown, name);
    }

    /// <summary>The page that has every published value, to which the tables of checks lead; null where there is none.</summary>
    public string? Scorecard { init => _outputs.Scorecard = value; }

    /// <summary>The page, with links to the page before and after it in <paramref name="turn"/>, beside what <paramref name="side"/> makes of its headings.</summary>
    public Page ToPage(Func<IReadOnlyList<MarkdownHtml.Heading>, string> side, string notice, string turn, string footer)
    {
        // The page says at its top what a cell of notice says inside of the notebook.
        var body = string.Concat(_notebook.Cells.Where(cell => notice.Length == 0 || !cell.HasTag("notice")).Select(Section));
        return new Page(_notebook.Title ?? _name, body + turn)
        {
            HasFigures = _outputs.HasFigures, Side = side(_markdown.Headings), Notice = notice, Footer = footer,
        };
    }

    private string Section(Cell cell)
    {
        var content = cell.Kind switch
        {
            CellKind.Markdown => _markdown.Of(cell.Source, cell.Attachments),
            CellKind.Code => Code(cell) + Outputs(cell),
            _ => $"<pre>{HtmlText.Escape(cell.Source)}</pre>",
        };
        return $"<section class=\"cell\" id=\"{HtmlText.Escape(cell.Id)}\">\n{content}</section>\n";
    }

    private string Code(Cell cell)
    {
        var source = cell.Source;
        if (source.Trim().Length == 0)
            return "";
        var code = $"<code>{(NotebookLanguage.IsCSharp(_notebook, cell) ? CodeHtml.Of(source.TrimEnd()) : HtmlText.Escape(source.TrimEnd()))}</code>";
        var lines = source.TrimEnd().Count(c => c == '\n') + 1;
        var summary = source.Contains("Prose.Say(", StringComparison.Ordinal) ? "Code of these sentences" : cell.HasTag("setup") ? "Setup: is the library built?" : source.StartsWith("#r ", StringComparison.Ordinal) ? "Setup: the library and its namespaces" : lines > LongCode ? $"Code, {lines} lines" : null;
        return summary is null
            ? $"<pre class=\"code\">{code}</pre>\n"
            : $"<details class=\"code\"><summary>{summary}</summary><pre>{code}</pre></details>\n";
    }

    private string Outputs(Cell cell) =>
        cell.Outputs.Count == 0 ? "" : $"<div class=\"outputs\">\n{string.Join('\n', cell.Outputs.Select(_outputs.Of))}\n</div>\n";

}
