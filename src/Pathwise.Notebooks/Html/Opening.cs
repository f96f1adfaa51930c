using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Html;

/// <summary>
/// What the first page of a site opens with: the cells of a notebook that are tagged <c>opening</c>, their text and what their code showed. The
/// first heading among them is the title of the study.
/// </summary>
internal sealed class Opening
{
    private const string Tag = "opening";

    private Opening(string title, string html, bool hasFigures) => (Title, Html, HasFigures) = (title, html, hasFigures);

    /// <summary>The title of the study.</summary>
    public string Title { get; }

    /// <summary>What stands below the title.</summary>
    public string Html { get; }

    /// <summary>Whether a figure is to be drawn anew.</summary>
    public bool HasFigures { get; }

    /// <summary>The opening of a study; of a plain title where no cell is tagged.</summary>
    public static Opening Of(IEnumerable<(string Name, Notebook Notebook)> notebooks, Func<string, string> address)
    {
        var cells = notebooks.Select(each => each.Notebook.Cells.Where(cell => cell.HasTag(Tag)).ToList()).FirstOrDefault(tagged => tagged.Count > 0) ?? [];
        var markdown = new MarkdownHtml(address);
        var outputs = new OutputHtml(markdown);
        var title = cells.Where(cell => cell.Kind == CellKind.Markdown).SelectMany(cell => cell.Source.Split('\n')).FirstOrDefault(IsHeading);
        var html = string.Concat(cells.Select(cell => cell.Kind == CellKind.Markdown
            ? markdown.Of(string.Join('\n', cell.Source.Split('\n').Where(line => line != title)))
            : $"<div class=\"outputs\">{string.Concat(cell.Outputs.Select(outputs.Of))}</div>\n"));
        return new(title?.TrimStart('#', ' ') ?? "Replication", html, outputs.HasFigures);
    }

    private static bool IsHeading(string line) => line.StartsWith('#');
}
