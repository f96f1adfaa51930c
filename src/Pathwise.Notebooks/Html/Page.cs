using System.Security.Cryptography;
using System.Text;

namespace Pathwise.Notebooks.Html;

/// <summary>The frame of every page: one file, no address of anything outside, a policy that lets nothing be fetched.</summary>
internal sealed record Page(string Title, string Body)
{
    /// <summary>The file beside the pages that draws the figures anew, so that they answer to the pointer.</summary>
    public const string Plotly = "assets/plotly-2.28.0.min.js";

    /// <summary>Whether figures are to be drawn anew.</summary>
    public bool HasFigures { get; init; }

    /// <summary>Whether pictures of universes answer to pointer and keys.</summary>
    public bool HasUniverses { get; init; }

    /// <summary>Whether the text is wide, as a long table needs.</summary>
    public bool IsBroad { get; init; }

    /// <summary>What stands beside the text on a wide window.</summary>
    public string Side { get; init; } = "";

    /// <summary>Above the text: where the data come from.</summary>
    public string Notice { get; init; } = "";

    /// <summary>Below the text: what the page was made with.</summary>
    public string Footer { get; init; } = "";

    public string ToHtml() => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="{Policy()}">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <title>{HtmlText.Escape(Title)}</title>
        <style>
        {Asset("page.css")}</style>
        </head>
        <body>
        {Side}
        <main{(IsBroad ? " class=\"broad\"" : "")}>
        {Notice}
        {Body}
        </main>
        <footer>
        {Footer}
        </footer>
        {string.Concat(Scripts().Select(script => $"<script>{script}</script>\n"))}</body>
        </html>

        """.ReplaceLineEndings("\n");

    // Our scripts by their fingerprints, and through 'strict-dynamic' what they load themselves: a page that lies in a folder can name no file by
    // its fingerprint. No tag can load a script, wherever it lies. Inline styles, because tables that were made elsewhere bring theirs.
    private string Policy() =>
        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        + $"; script-src 'strict-dynamic'{string.Concat(Scripts().Select(script => $" 'sha256-{Fingerprint(script)}'"))}";

    private IEnumerable<string> Scripts()
    {
        yield return Asset("page.js").Replace("{Search}", SearchIndex.Address, StringComparison.Ordinal);
        if (HasFigures)
            yield return Asset("figures.js").Replace("{Plotly}", Plotly, StringComparison.Ordinal);
        if (HasUniverses)
            yield return Asset("multiverse.js");
    }

    private static string Fingerprint(string script) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(script)));

    private static string Asset(string name)
    {
        using var stream = typeof(Page).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
