using System.Text.RegularExpressions;

namespace Pathwise.Notebooks.Html;

/// <summary>Where a notebook's links lead from its page: to the page of another notebook or of the glossary, or to a file where it lies.</summary>
internal sealed partial class Links(string notebooks, string target, IReadOnlySet<string> pages)
{
    public string Of(string link)
    {
        if (link.Length == 0 || link[0] == '#')
            return link;
        // Browsers leave such characters out, and what remains may be another address.
        if (link.Any(char.IsControl) || link[0] == ' ')
            return "";
        if (Scheme().Match(link) is { Success: true } scheme)
            return scheme.Value.ToLowerInvariant() is "http:" or "https:" or "mailto:" ? link : "";
        if (Source().Match(link) is { Success: true } page && pages.Contains(page.Groups["name"].Value))
            return page.Groups["name"].Value + ".html" + page.Groups["anchor"].Value;
        var path = Path.GetRelativePath(target, Path.Combine(notebooks, link)).Replace('\\', '/');
        return Scheme().IsMatch(path) ? "./" + path : path;
    }

    [GeneratedRegex(@"^(?:\./)?(?<name>[^/#]+)\.(?:ipynb|md)(?<anchor>#.*)?$")]
    private static partial Regex Source();

    [GeneratedRegex("^[a-zA-Z][a-zA-Z0-9+.-]*:")]
    private static partial Regex Scheme();
}
