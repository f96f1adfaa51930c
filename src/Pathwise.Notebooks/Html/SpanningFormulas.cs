using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.Mathematics;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Pathwise.Notebooks.Html;

/// <summary>
/// The formulas of a Markdown text that go on over a line's end. Markdown reads lines before it reads formulas and would take one
/// that begins with a sign for a list; so these are set aside before, as Jupyter does, and a mark stands in their place.
/// </summary>
internal sealed partial class SpanningFormulas
{
    // Characters that Unicode keeps free for use within a program.
    private const char Open = '\uFDD0';
    private const char Close = '\uFDD1';

    private readonly List<string> _formulas = [];
    private readonly StringBuilder _text = new();

    private SpanningFormulas(string markdown)
    {
        var lines = markdown.Replace(Open, '\uFFFD').Replace(Close, '\uFFFD').Split('\n');
        for (var at = 0; at < lines.Length;)
        {
            var end = EndOfCode(lines, at);
            if (end == at)
                Paragraph(string.Join('\n', lines[at..(end = EndOfParagraph(lines, at))]));
            else
                _text.AppendJoin('\n', lines[at..end]);
            at = end;
            if (at < lines.Length)
                _text.Append('\n');
        }
    }

    /// <summary>The Markdown with marks.</summary>
    public string Text => _text.ToString();

    public static SpanningFormulas In(string markdown) => new(markdown);

    /// <summary>A text with its formulas in place of their marks.</summary>
    public string Restored(string text) => Mark().Replace(text, mark => _formulas[int.Parse(mark.Groups[1].ValueSpan, null)]);

    /// <summary>HTML in which a mark was no formula after all, but part of code.</summary>
    public string RestoredInHtml(string html) => Mark().Replace(html, mark => HtmlText.Escape(Restored(mark.Value)));

    /// <summary>Puts the formulas where the marks were read.</summary>
    public void RestoreIn(MarkdownDocument document)
    {
        foreach (var formula in document.Descendants<MathInline>())
            if (Mark().IsMatch(formula.Content.ToString()))
            {
                var text = Restored(formula.Content.ToString());
                formula.DelimiterCount = Dollars(text, 0);
                formula.Content = new StringSlice(text[formula.DelimiterCount..^formula.DelimiterCount]);
            }
    }

    // From a line that opens code or a formula of its own lines: the line after its end. Such lines stay as they are.
    private static int EndOfCode(string[] lines, int at)
    {
        if (lines[at].StartsWith("    ", StringComparison.Ordinal) || lines[at].StartsWith('\t'))
            return at + 1;
        if (Fence().Match(lines[at]) is not { Success: true } fence)
            return at;
        var sign = fence.Groups["sign"].Value;
        var last = Array.FindIndex(lines, at + 1, line => sign[0] == '$' ? line.Contains(sign, StringComparison.Ordinal) : IsEnd(line, sign));
        if (sign[0] == '$' && (last < 0 || !IsEnd(lines[last], sign)))
            return at;
        return last < 0 ? lines.Length : last + 1;
    }

    private static bool IsEnd(string line, string sign) => line.Trim(' ', '\t', '>') is var end && end.Length >= sign.Length && end.All(c => c == sign[0]);

    private static int EndOfParagraph(string[] lines, int at)
    {
        var isBlank = IsBlank(lines[at]);
        for (at++; at < lines.Length && !isBlank && !IsBlank(lines[at]) && !Fence().IsMatch(lines[at]);)
            at++;
        return at;
    }

    private static bool IsBlank(string line) => line.AsSpan().Trim(" \t>").Length == 0;

    private void Paragraph(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = text[at] switch { '\\' => Math.Min(at + 2, text.Length), '`' => EndOfSpan(text, at), '$' => EndOfFormula(text, at), _ => at + 1 };
            if (text[at] == '$' && text.IndexOf('\n', at, end - at) >= 0)
                SetAside(text[at..end], isQuoted: text.AsSpan(text.LastIndexOf('\n', at) + 1).TrimStart().StartsWith('>'));
            else
                _text.Append(text, at, end - at);
            at = end;
        }
    }

    private void SetAside(string formula, bool isQuoted)
    {
        _text.Append(Open).Append(_formulas.Count).Append(Close);
        _formulas.Add(isQuoted ? QuoteMarks().Replace(formula, "\n") : formula);
    }

    // Code ends at as many backticks as it begins with; without them, they are text.
    private static int EndOfSpan(string text, int at)
    {
        var ticks = at;
        while (ticks < text.Length && text[ticks] == '`')
            ticks++;
        var sign = text[at..ticks];
        for (var end = ticks; (end = text.IndexOf(sign, end, StringComparison.Ordinal)) >= 0;)
        {
            var start = end;
            while (end < text.Length && text[end] == '`')
                end++;
            if (end - start == sign.Length)
                return end;
        }

        return ticks;
    }

    // A price is no formula: after the closing dollar comes no digit, and blanks stand inside both dollars or neither. The end of
    // a line is as good as a blank, or as none.
    private static int EndOfFormula(string text, int at)
    {
        var dollars = Dollars(text, at);
        var start = at + dollars;
        var end = start;
        while (end < text.Length && text[end] != '$')
            end += text[end] == '\\' ? 2 : 1;
        if (dollars > 2 || end >= text.Length || Dollars(text, end) != dollars || IsWord(text, at - 1) || IsWord(text, end + dollars))
            return start;
        var content = text.AsSpan(start, end - start);
        var isFormula = !content.IsWhiteSpace() && (content[0] is '\n' || content[^1] is '\n' || char.IsWhiteSpace(content[0]) == char.IsWhiteSpace(content[^1]));
        return isFormula && !Rows().IsMatch(content) ? end + dollars : start;
    }

    private static int Dollars(string text, int at)
    {
        var end = at;
        while (end < text.Length && text[end] == '$')
            end++;
        return end - at;
    }

    private static bool IsWord(string text, int at) => at >= 0 && at < text.Length && char.IsLetterOrDigit(text[at]);

    [GeneratedRegex(@"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?<sign>`{3,}(?=[^`]*$)|~{3,}|\$\$(?=\s*$))")]
    private static partial Regex Fence();

    [GeneratedRegex(@"\n[ \t]*>[ \t>]*")]
    private static partial Regex QuoteMarks();

    // The end of one row of a table and the beginning of the next.
    [GeneratedRegex(@"\|[ \t]*\n[ \t>]*\|")]
    private static partial Regex Rows();

    [GeneratedRegex("\uFDD0([0-9]+)\uFDD1")]
    private static partial Regex Mark();

    /// <summary>Reads a mark as a formula, whose text follows by <see cref="RestoreIn"/>.</summary>
    internal sealed class Parser : InlineParser
    {
        public Parser() => OpeningCharacters = [Open];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var end = slice.Text.IndexOf(Close, slice.Start);
            if (end < 0 || end > slice.End)
                return false;
            processor.Inline = new MathInline { Content = new StringSlice(slice.Text, slice.Start, end), Delimiter = '$', DelimiterCount = 1 };
            slice.Start = end + 1;
            return true;
        }
    }
}
