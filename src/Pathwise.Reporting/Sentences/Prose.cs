using System.Text.RegularExpressions;
using Pathwise.Reporting.Exhibits;

namespace Pathwise.Reporting.Sentences;

/// <summary>
/// What results say, in sentences: a template whose numbers and verdicts come from the results, so that the words are true of whatever data
/// were analysed.
/// </summary>
[TypeFormatterSource]
public sealed partial class Prose : Exhibit
{
    private Prose(IReadOnlyList<string> paragraphs) => Paragraphs = paragraphs;

    /// <summary>The paragraphs, each in one line.</summary>
    public IReadOnlyList<string> Paragraphs { get; }

    /// <summary>
    /// Fills a template with named values, given as an object that has a property for each. <c>{name}</c> is a count, words or a list of words;
    /// <c>{share:0 %}</c>, <c>{effect:0.00}</c> and <c>{loading:.00}</c> are numbers and intervals with these decimals, the last without the zero
    /// before the point; <c>{p:p}</c> is a p value with its sign. Words are chosen by <c>{isKept:kept|rejected}</c>: of a truth value for true
    /// and false, and for undefined where it can be; of a count for one and for more (of three for none, one and more), <c>#</c> in them being the
    /// count. What is chosen may hold names again. A blank line parts paragraphs; what is undefined says so.
    /// </summary>
    /// <exception cref="InputException">A name has no value or a value no name, or a value cannot be said in the way that is asked for: whatever the values are.</exception>
    public static Prose Say(string template, object values)
    {
        ArgumentNullException.ThrowIfNull(template);
        ArgumentNullException.ThrowIfNull(values);
        var pieces = TemplateReader.Read(template);
        var filled = NamedValues.Of(values).Fill(pieces);
        return new([.. BlankLine().Split(filled).Select(paragraph => White().Replace(paragraph, " ").Trim()).Where(paragraph => paragraph.Length > 0)]);
    }

    /// <inheritdoc/>
    public override string ToText() => string.Join("\n", Paragraphs.Select(paragraph => paragraph + "\n"));

    /// <inheritdoc/>
    public override string ToHtml() =>
        $"<div class=\"pathwise said\">\n{string.Concat(Paragraphs.Select(paragraph => $"<p>{Set(paragraph)}</p>\n"))}</div>\n";

    // As it is printed: a percent sign stays with its number, and minus is a sign of its own.
    private static string Set(string paragraph) => Percent().Replace(Minus().Replace(Markup.Escape(paragraph), "−"), "&nbsp;%");

    [GeneratedRegex(@"(?<=\d) %")]
    private static partial Regex Percent();

    [GeneratedRegex(@"(?<![\p{L}\p{N}.)-])-(?=\.?\d)")]
    private static partial Regex Minus();

    [GeneratedRegex(@"\n[ \t\r]*\n")]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"\s+")]
    private static partial Regex White();
}
