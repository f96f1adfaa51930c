using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Html;

/// <summary>What a cell showed, as HTML: of each value the richest form that a page can show without running anything of it.</summary>
internal sealed partial class OutputHtml(MarkdownHtml markdown, string page = "page")
{
    private static readonly string[] Pictures = ["image/png", "image/jpeg"];

    private const string Plotly = "application/vnd.plotly.v1+json";

    private readonly Numbering _numbering = new(page);

    /// <summary>The page that has every published value; null where there is none.</summary>
    public string? Scorecard { get; set; }

    /// <summary>Whether a figure of Plotly was among the outputs.</summary>
    public bool HasFigures { get; private set; }

    public string Of(Output output) => output switch
    {
        StreamOutput stream => $"<pre class=\"stream {(stream.Name == "stderr" ? "stderr" : "stdout")}\">{HtmlText.Escape(stream.Text.TrimEnd('\n'))}</pre>",
        ErrorOutput error => $"<pre class=\"error\">{HtmlText.Escape(error.Trace.Count > 0 ? string.Join('\n', error.Trace) : error.Message)}</pre>",
        DataOutput data => Of(data.Data),
        _ => "",
    };

    private string Of(MimeBundle bundle)
    {
        var description = Description(bundle);
        if (bundle.Text("text/html") is { } drawn && Drawn().Match(drawn) is { Success: true } figure)
            return Chart(HtmlFilter.Clean(figure.Groups["content"].Value), description);
        if (description is not null || bundle.Text("image/svg+xml") is not null)
            return Figure(bundle, description);
        if (bundle.Text("text/html") is { } html)
            return _numbering.NumberTables($"<div class=\"shown\">{CheckLinks.In(ShortHead().Replace(HtmlFilter.Clean(html), "$1 class=\"short\">$2</th>"), bundle, Scorecard)}</div>");
        if (bundle.Text("text/markdown") is { } text)
            return $"<div class=\"shown\">{markdown.Of(text)}</div>";
        if (bundle.Text("text/latex") is { } latex)
            return Formula.ToMathMl(latex.Trim('$'), isBlock: true);
        return Picture(bundle) ?? Plain(bundle);
    }

    private static string? Picture(MimeBundle bundle) =>
        (from mime in Pictures
         let content = bundle.Text(mime)
         where content is not null && content.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '=' or '\n')
         select $"<figure><img alt=\"{Words(bundle)}\" src=\"data:{mime};base64,{content.Replace("\n", "", StringComparison.Ordinal)}\"></figure>").FirstOrDefault();

    private static string Plain(MimeBundle bundle)
    {
        var text = bundle.Text("text/plain") ?? bundle.Content("application/json")?.ToJsonString();
        return text is null ? "" : $"<pre class=\"value\">{HtmlText.Escape(text.TrimEnd('\n'))}</pre>";
    }

    // The drawing is shown as a picture, in which nothing runs; the description for Plotly lies beside it as data.
    private string Figure(MimeBundle bundle, string? description)
    {
        var figure = new StringBuilder();
        if (bundle.Text("image/svg+xml") is { } svg)
            figure.Append($"<img{(svg.Contains("light-dark(", StringComparison.Ordinal) ? " class=\"adapts\"" : "")} alt=\"{Words(bundle)}\"{Size(svg)} src=\"data:image/svg+xml,{Uri.EscapeDataString(svg)}\">");
        else
            figure.Append(Plain(bundle));
        return Chart(figure.ToString(), description);
    }

    private string Chart(string picture, string? description)
    {
        HasFigures |= description is not null;
        var script = description is null ? "" : $"<script type=\"application/json\">{description.Replace("<", "\\u003c", StringComparison.Ordinal)}</script>";
        var (id, caption) = _numbering.NextFigure();
        return $"<figure class=\"chart\" id=\"{id}\">{picture}{script}{caption}</figure>";
    }

    // What describes no figure is none; .NET Interactive writes the description as a text.
    private static string? Description(MimeBundle bundle)
    {
        try
        {
            var content = bundle.Text(Plotly) is { } text ? NotebookText.Parse(text) : bundle.Content(Plotly);
            return content is JsonObject figure && figure["data"] is JsonArray && figure["layout"] is JsonObject or null ? figure.ToJsonString() : null;
        }
        catch (Exception failure) when (failure is JsonException or FormatException)
        {
            return null;
        }
    }

    private static string Words(MimeBundle bundle) => HtmlText.Escape((bundle.Text("text/plain") ?? "A figure.").Trim());

    private static string Size(string svg) =>
        Measures().Match(svg) is { Success: true } size ? $" width=\"{size.Groups[1].Value}\" height=\"{size.Groups[2].Value}\"" : "";

    // The name of a row that needs no more room than it takes.
    [GeneratedRegex("""(<th scope="row"[^>]*)>([^<]{1,24})</th>""")]
    private static partial Regex ShortHead();

    // A drawing of ours: a picture, and perhaps what it leaves out.
    [GeneratedRegex("""^\s*<figure class="pathwise"[^>]*>(?<content>.*)</figure>\s*$""", RegexOptions.Singleline)]
    private static partial Regex Drawn();

    [GeneratedRegex("""^[^>]*?<svg[^>]*?\swidth="([\d.]+)(?:px)?"[^>]*?\sheight="([\d.]+)(?:px)?""")]
    private static partial Regex Measures();
}
