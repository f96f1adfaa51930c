using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Pathwise.Notebooks.Html;

/// <summary>The pictures that a Markdown cell carries: attached to it under a name, or written out in their address.</summary>
internal sealed partial class Attachments(JsonObject? attachments)
{
    private const string Scheme = "attachment:";

    /// <summary>Sets the pictures of a document. One that is not there is named in its place, so that nobody looks for it in vain.</summary>
    /// <returns>The pictures that are set; no other address is to be looked for behind them.</returns>
    public IReadOnlySet<LinkInline> SetIn(MarkdownDocument document)
    {
        var pictures = document.Descendants<LinkInline>().Where(link => link.IsImage).ToList();
        var set = new HashSet<LinkInline>();
        foreach (var picture in pictures)
            if (Data().IsMatch(picture.Url ?? ""))
                set.Add(picture);
            else if (picture.Url is { } url && url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
                Set(picture, url[Scheme.Length..], set);
        return set;
    }

    private void Set(LinkInline picture, string name, HashSet<LinkInline> set)
    {
        if ((Content(name) ?? Content(Uri.UnescapeDataString(name))) is { } address)
        {
            (picture.Url, picture.GetDynamicUrl) = (address, null);
            set.Add(picture);
        }
        else
        {
            var words = string.Concat(picture.Descendants<LiteralInline>().Select(each => each.Content.ToString()));
            picture.ReplaceBy(new LiteralInline($"[{words}: the notebook has no picture attached as {name}]"), copyChildren: false);
        }
    }

    // The same picture in one or more types, each in base 64; a drawing may stand there as text.
    private string? Content(string name) => attachments?[name] is not JsonObject types ? null :
        (from type in types
         let address = Address(type.Key, Text(type.Value))
         where Data().IsMatch(address)
         select address).FirstOrDefault();

    private static string Address(string mime, string content) =>
        content.TrimStart().StartsWith('<') ? $"data:{mime},{Uri.EscapeDataString(content)}" : $"data:{mime};base64,{Blanks().Replace(content, "")}";

    private static string Text(JsonNode? content) => content switch
    {
        JsonArray lines => string.Concat(lines.Select(Text)),
        JsonValue value when value.TryGetValue(out string? text) => text,
        _ => "",
    };

    // A picture in which nothing runs and from which nothing is fetched, as a browser shows it in an <img>.
    [GeneratedRegex(@"^data:image/(?:png|jpeg|gif|webp|avif|bmp|svg\+xml)(?:;base64,[A-Za-z0-9+/=]+|(?:;charset=[\w-]+|;utf8)?,[\w%!'()*~.-]+)$", RegexOptions.IgnoreCase)]
    private static partial Regex Data();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
