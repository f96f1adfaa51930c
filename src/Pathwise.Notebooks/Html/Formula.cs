using System.Text;

namespace Pathwise.Notebooks.Html;

/// <summary>
/// A formula in LaTeX as MathML, which browsers draw without script or fonts. The part of LaTeX that papers in the field use;
/// what is not known is shown as it was written, so that nothing is lost silently.
/// </summary>
internal sealed class Formula
{
    // Papers nest a handful of levels; each takes some of the stack, and a browser draws no more than a few hundred.
    private const int Deepest = 100;

    private readonly string _text;
    private int _at;
    private int _depth;

    // At each place, how many braces before it are open.
    private readonly int[] _braces;

    private Formula(string text)
    {
        (_text, _braces) = (text, new int[text.Length + 1]);
        for (var i = 0; i < text.Length; i++)
            _braces[i + 1] = _braces[i] + (text[i] == '{' ? 1 : text[i] == '}' ? -1 : 0);
    }

    /// <summary>The formula as a MathML element; the LaTeX stays with it as an annotation.</summary>
    public static string ToMathMl(string latex, bool isBlock)
    {
        var text = latex.Trim();
        var formula = new Formula(text);
        var body = formula.Row(static _ => false);
        if (formula._depth > Deepest)
            body = $"<mtext class=\"unknown\">{HtmlText.Escape(text)}</mtext>";
        return $"<math display=\"{(isBlock ? "block" : "inline")}\"><semantics>{body}"
            + $"<annotation encoding=\"application/x-tex\">{HtmlText.Escape(text)}</annotation></semantics></math>";
    }

    // A row ends at the end of the text or before what the caller waits for.
    private string Row(Func<Formula, bool> ends)
    {
        var row = new StringBuilder("<mrow>");
        for (Skip(); _at < _text.Length && !ends(this); Skip())
            row.Append(Scripted());
        return row.Append("</mrow>").ToString();
    }

    private string Scripted()
    {
        var isLarge = _text[_at] == '\\' && FormulaSymbols.Large.ContainsKey(Peek());
        var nucleus = _text[_at] is '_' or '^' ? "<mrow></mrow>" : Atom();
        string? below = null, above = null;
        for (Skip(); _at < _text.Length && _text[_at] is '_' or '^' or '\''; Skip())
        {
            var sign = _text[_at++];
            if (sign == '_')
                below = Argument();
            else if (sign == '^')
                above = $"<mrow>{Argument()}</mrow>";
            else
                nucleus = Primed(nucleus);
        }

        return WithScripts(nucleus, below, above, isLarge);
    }

    // The sign is raised by its own shape; as a superscript, text fonts would raise it twice.
    private static string Primed(string nucleus) => $"<mrow>{nucleus}<mo lspace=\"0\" rspace=\"0\">′</mo></mrow>";

    private static string WithScripts(string nucleus, string? below, string? above, bool isLarge) => (below, above) switch
    {
        (null, null) => nucleus,
        (not null, null) => isLarge ? $"<munder>{nucleus}{below}</munder>" : $"<msub>{nucleus}{below}</msub>",
        (null, not null) => isLarge ? $"<mover>{nucleus}{above}</mover>" : $"<msup>{nucleus}{above}</msup>",
        _ => isLarge ? $"<munderover>{nucleus}{below}{above}</munderover>" : $"<msubsup>{nucleus}{below}{above}</msubsup>",
    };

    // What is nested too deeply is read no further.
    private string Atom()
    {
        if (++_depth > Deepest)
            (_depth, _at) = (int.MaxValue - 1, _text.Length);
        if (_at >= _text.Length)
            return "";
        var atom = Nucleus();
        if (_depth <= Deepest)
            _depth--;
        return atom;
    }

    private string Nucleus()
    {
        var c = _text[_at];
        if (c == '{')
            return Group();
        if (c == '\\')
            return Command();
        if (char.IsAsciiDigit(c) || (c == '.' && _at + 1 < _text.Length && char.IsAsciiDigit(_text[_at + 1])))
            return $"<mn>{Take(static each => char.IsAsciiDigit(each) || each == '.')}</mn>";
        _at++;
        return char.IsLetter(c) ? $"<mi>{c}</mi>" : c == '~' ? Space("0.33em") : $"<mo{Fixed(c)}>{HtmlText.Escape(c == '-' ? "−" : c.ToString())}</mo>";
    }

    // Brackets in a line keep the size of the line; \left and \right make them grow.
    private static string Fixed(char c) => c is '(' or ')' or '[' or ']' or '|' ? " stretchy=\"false\"" : "";

    private string Command()
    {
        var name = Name();
        if (FormulaSymbols.Letters.TryGetValue(name, out var letter))
            return char.IsUpper(name[0]) ? $"<mi mathvariant=\"normal\">{letter}</mi>" : $"<mi>{letter}</mi>";
        if (FormulaSymbols.Operators.TryGetValue(name, out var sign))
            return $"<mo stretchy=\"false\">{HtmlText.Escape(sign)}</mo>";
        if (FormulaSymbols.Large.TryGetValue(name, out var large))
            return char.IsAsciiLetter(large[0]) ? $"<mo lspace=\"0\" rspace=\"0.17em\">{large}</mo>" : $"<mo largeop=\"true\">{large}</mo>";
        if (FormulaSymbols.Functions.Contains(name))
            return $"<mi>{name}</mi><mspace width=\"0.17em\"/>";
        if (FormulaSymbols.Spaces.TryGetValue(name, out var width))
            return Space(width);
        if (FormulaSymbols.Accents.TryGetValue(name, out var accent))
            return $"<mover accent=\"true\">{Argument()}<mo stretchy=\"{(name is "overline" or "widehat" or "widetilde" ? "true" : "false")}\">{accent}</mo></mover>";
        if (FormulaSymbols.Styles.TryGetValue(name, out var style))
            return Styled(style);
        return Construct(name);
    }

    private string Construct(string name) => name switch
    {
        "frac" or "dfrac" or "tfrac" => $"<mfrac>{Argument()}{Argument()}</mfrac>",
        "binom" => $"<mrow><mo>(</mo><mfrac linethickness=\"0\">{Argument()}{Argument()}</mfrac><mo>)</mo></mrow>",
        "sqrt" => Root(),
        "text" or "textrm" or "textit" or "textbf" or "mbox" => $"<mtext>{HtmlText.Escape(Braced())}</mtext>",
        "left" => Fenced(),
        "begin" => Environment(),
        "underbrace" => $"<munder>{Argument()}<mo>⏟</mo></munder>",
        "overbrace" => $"<mover>{Argument()}<mo>⏞</mo></mover>",
        "displaystyle" or "textstyle" or "limits" or "nolimits" or "big" or "Big" or "bigl" or "bigr" or "Bigl" or "Bigr" => "",
        "\\" => "<mspace linebreak=\"newline\"/>",
        _ => $"<mtext class=\"unknown\">\\{HtmlText.Escape(name)}</mtext>",
    };

    private string Styled(string style)
    {
        var text = _at < _text.Length && _text[_at] == '{' && string.CompareOrdinal(_text, _at, "{\\", 0, 2) != 0 ? Braced() : null;
        if (text is null)
            return $"<mrow class=\"{style}\">{Argument()}</mrow>";
        return $"<mi class=\"{style}\" mathvariant=\"{(style == "normal" ? "normal" : "italic")}\">{HtmlText.Escape(FormulaLetters.In(style, text))}</mi>";
    }

    private string Root()
    {
        Skip();
        if (_at >= _text.Length || _text[_at] != '[')
            return $"<msqrt>{Argument()}</msqrt>";
        _at++;
        var degree = Row(static formula => formula._text[formula._at] == ']');
        _at = Math.Min(_at + 1, _text.Length);
        return $"<mroot>{Argument()}{degree}</mroot>";
    }

    private string Fenced()
    {
        var open = Delimiter();
        var body = Row(static formula => formula._text[formula._at] == '\\' && formula.Peek() == "right");
        if (_at < _text.Length)
            Name();
        return $"<mrow>{open}{body}{Delimiter()}</mrow>";
    }

    private string Delimiter()
    {
        Skip();
        if (_at >= _text.Length)
            return "";
        var sign = _text[_at] == '\\' ? FormulaSymbols.Operators.GetValueOrDefault(Name(), "") : _text[_at++].ToString();
        return sign == "." ? "" : $"<mo stretchy=\"true\">{HtmlText.Escape(sign)}</mo>";
    }

    private string Environment()
    {
        var name = Braced().TrimEnd('*');
        if (name == "array")
            Braced();
        var rows = new List<string>();
        do
            rows.Add(TableRow());
        while (TryTake("\\\\"));
        if (TryTake("\\end"))
            Braced();
        var (open, close) = name switch { "pmatrix" => ("(", ")"), "bmatrix" => ("[", "]"), "vmatrix" => ("|", "|"), "cases" => ("{", ""), _ => ("", "") };
        var align = name is "aligned" or "align" or "split" ? " class=\"aligned\"" : name == "cases" ? " columnalign=\"left\"" : "";
        return $"<mrow>{Fence(open)}<mtable{align}>{string.Concat(rows)}</mtable>{Fence(close)}</mrow>";
    }

    private string TableRow()
    {
        var cells = new StringBuilder("<mtr>");
        do
            cells.Append("<mtd>").Append(Row(static formula => formula.EndsCell())).Append("</mtd>");
        while (TryTake("&"));
        return cells.Append("</mtr>").ToString();
    }

    private bool EndsCell() => _text[_at] == '&' || (_text[_at] == '\\' && Peek() is "\\" or "end");

    private static string Fence(string sign) => sign.Length == 0 ? "" : $"<mo stretchy=\"true\">{sign}</mo>";

    private string Argument()
    {
        Skip();
        return _at < _text.Length ? Atom() : "<mrow></mrow>";
    }

    private string Group()
    {
        _at++;
        var row = Row(static formula => formula._text[formula._at] == '}');
        _at = Math.Min(_at + 1, _text.Length);
        return row;
    }

    // The text between braces, as it stands.
    private string Braced()
    {
        Skip();
        if (_at >= _text.Length || _text[_at] != '{')
            return _at < _text.Length ? _text[_at++].ToString() : "";
        var (start, depth) = (++_at, 1);
        for (; _at < _text.Length; _at++)
        {
            depth += _text[_at] == '{' ? 1 : _text[_at] == '}' ? -1 : 0;
            if (depth == 0)
                return _text[start.._at++];
        }

        return _text[start..];
    }

    private string Peek()
    {
        var before = _at;
        var name = Name();
        _at = before;
        return name;
    }

    private string Name()
    {
        _at++;
        if (_at >= _text.Length)
            return "\\";
        return char.IsAsciiLetter(_text[_at]) ? Take(char.IsAsciiLetter) : _text[_at++].ToString();
    }

    private string Take(Func<char, bool> belongs)
    {
        var start = _at;
        while (_at < _text.Length && belongs(_text[_at]))
            _at++;
        return _text[start.._at];
    }

    private bool TryTake(string text)
    {
        if (string.CompareOrdinal(_text, _at, text, 0, text.Length) != 0)
            return false;
        _at += text.Length;
        return true;
    }

    private static string Space(string width) => $"<mspace width=\"{width}\"/>";

    private void Skip()
    {
        while (_at < _text.Length && (char.IsWhiteSpace(_text[_at]) || _text[_at] == '}' && IsStray()))
            _at++;
    }

    // A closing brace that nothing opened would stop the reader for good.
    private bool IsStray() => _braces[_at] <= 0;
}
