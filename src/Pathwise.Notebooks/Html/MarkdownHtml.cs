using System.Text.Json.Nodes;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Pathwise.Notebooks.Html;

/// <summary>Markdown cells as HTML: tables, footnotes, formulas as MathML; HTML in Markdown, what folds away apart, is shown as text.</summary>
internal sealed class MarkdownHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseFootnotes().UseEmphasisExtras().UseDefinitionLists().UseMathematics().UseTaskLists().DisableHtml().Use<Disclosure>().Use<FormulaMarks>().Build();

    private readonly Func<string, string> _address;
    private readonly string _mark;
    private readonly Dictionary<string, int> _names = [];
    private readonly List<Heading> _headings = [];

    /// <summary>
    /// Cells of one page; <paramref name="address"/> says where a link of the notebook leads in the site, and
    /// <paramref name="mark"/> opens the names of headings, so that none is the name of a cell.
    /// </summary>
    public MarkdownHtml(Func<string, string> address, string mark = "h-") => (_address, _mark) = (address, mark);

    /// <summary>The headings below the title so far, in order.</summary>
    public IReadOnlyList<Heading> Headings => _headings;

    /// <summary>A cell's text, with the pictures attached to it. What is nested too deeply to be read is shown as it was written.</summary>
    public string Of(string markdown, JsonObject? attachments = null)
    {
        var formulas = SpanningFormulas.In(markdown);
        try
        {
            return Of(Markdown.Parse(formulas.Text, Pipeline), formulas, new Attachments(attachments));
        }
        catch (ArgumentException)
        {
            // The reader's limit, 128 levels.
            return $"<pre class=\"value\">{HtmlText.Escape(markdown)}</pre>\n";
        }
    }

    private string Of(MarkdownDocument document, SpanningFormulas formulas, Attachments attachments)
    {
        formulas.RestoreIn(document);
        foreach (var heading in document.Descendants<HeadingBlock>())
            Name(heading);
        var pictures = attachments.SetIn(document);
        foreach (var link in document.Descendants<LinkInline>().Where(link => !pictures.Contains(link)))
            (link.Url, link.GetDynamicUrl) = (_address(formulas.Restored(link.Url ?? "")), null);
        foreach (var link in document.Descendants<AutolinkInline>().Where(link => !link.IsEmail && _address(link.Url).Length == 0).ToList())
            link.ReplaceBy(new LiteralInline($"<{link.Url}>"));
        using var writer = new StringWriter();
        Renderer(writer).Render(document);
        return Scrolling(formulas.RestoredInHtml(writer.ToString())) + Disclosure.Missing(document);
    }

    // HTML in Markdown is text, so that these tags are the renderer's. A table that is wide scrolls by itself.
    private static string Scrolling(string html) => html
        .Replace("<table>", "<div class=\"wide\"><table>", StringComparison.Ordinal)
        .Replace("</table>", "</table></div>", StringComparison.Ordinal)
        .Replace("<th></th>", "<td></td>", StringComparison.Ordinal);

    private void Name(HeadingBlock heading)
    {
        var text = string.Concat(heading.Inline!.Descendants<LiteralInline>().Select(each => each.Content.ToString()));
        var slug = _mark + HtmlText.Slug(text);
        _names[slug] = _names.GetValueOrDefault(slug) + 1;
        var id = _names[slug] == 1 ? slug : $"{slug}-{_names[slug]}";
        heading.GetAttributes().Id = id;
        if (heading.Level > 1)
            _headings.Add(new Heading(heading.Level, text, id));
    }

    private static HtmlRenderer Renderer(TextWriter writer)
    {
        var renderer = new HtmlRenderer(writer);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathInlineRenderer>(new InlineFormula());
        renderer.ObjectRenderers.ReplaceOrAdd<HtmlMathBlockRenderer>(new BlockFormula());
        return renderer;
    }

    /// <summary>A heading: its level, text and place in the page.</summary>
    internal sealed record Heading(int Level, string Text, string Id);

    private sealed class FormulaMarks : IMarkdownExtension
    {
        public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new SpanningFormulas.Parser());

        public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
        {
        }
    }

    private sealed class InlineFormula : HtmlObjectRenderer<MathInline>
    {
        // In words that stand in an attribute, a formula is text.
        protected override void Write(HtmlRenderer renderer, MathInline obj) => renderer.Write(renderer.EnableHtmlForInline
            ? Formula.ToMathMl(obj.Content.ToString(), isBlock: obj.DelimiterCount > 1)
            : HtmlText.Escape(obj.Content.ToString()));
    }

    private sealed class BlockFormula : HtmlObjectRenderer<MathBlock>
    {
        protected override void Write(HtmlRenderer renderer, MathBlock obj) =>
            renderer.Write(Formula.ToMathMl(obj.Lines.ToString(), isBlock: true)).WriteLine();
    }
}
