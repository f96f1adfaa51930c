using System.Text.RegularExpressions;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Pathwise.Notebooks.Html;

/// <summary>
/// The one piece of HTML that Markdown may hold: what is folded away until the reader opens it, written as Jupyter shows it, its
/// tags on lines of their own (<c>&lt;details&gt;</c>, <c>&lt;summary&gt;...&lt;/summary&gt;</c>, <c>&lt;/details&gt;</c>).
/// </summary>
internal sealed partial class Disclosure : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.BlockParsers.Insert(0, new Parser());

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) => renderer.ObjectRenderers.Insert(0, new Writer());

    /// <summary>The tags that the text has left out at its end.</summary>
    public static string Missing(MarkdownDocument document) => string.Concat(Enumerable.Repeat(
        "</details>\n", document.Descendants<Line>().Aggregate(0, (open, line) => Math.Max(open + line.Depth, 0))));

    [GeneratedRegex(@"^\s{0,3}(?:(?<open><details>)|(?<close></details>)|<summary>(?<summary>[^<>]*)</summary>)\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Tag();

    private sealed class Line(BlockParser parser, string html, int depth) : LeafBlock(parser)
    {
        public string Html => html;

        // How many more are open after this line than before it.
        public int Depth => depth;
    }

    private sealed class Parser : BlockParser
    {
        public Parser() => OpeningCharacters = ['<'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent || Tag().Match(processor.Line.ToString()) is not { Success: true } tag)
                return BlockState.None;
            var (html, depth) = tag.Groups["open"].Success ? ("<details class=\"folded\">", 1)
                : tag.Groups["close"].Success ? ("</details>", -1)
                : ($"<summary>{HtmlText.Escape(tag.Groups["summary"].Value)}</summary>", 0);
            processor.NewBlocks.Push(new Line(this, html, depth));
            return BlockState.BreakDiscard;
        }
    }

    private sealed class Writer : HtmlObjectRenderer<Line>
    {
        private int _open;

        // A tag that closes nothing would close an element of the page.
        protected override void Write(HtmlRenderer renderer, Line obj)
        {
            if (_open + obj.Depth < 0)
                return;
            _open += obj.Depth;
            renderer.WriteLine(obj.Html);
        }
    }
}
