using Pathwise.Tables;

namespace Pathwise.Sem.Syntax;

/// <summary>A place of a model syntax that cannot be read or is not supported.</summary>
public sealed class SyntaxException : InputException
{
    private const int LongestQuote = 200;

    /// <summary>The line counted from 1, the text there, and the reason.</summary>
    internal SyntaxException(int line, string text, string reason)
        : this("the model", line, text, reason)
    {
    }

    /// <summary>The source of the syntax, the line counted from 1, the text there, and the reason.</summary>
    internal SyntaxException(string source, int line, string text, string reason)
        : base($"{source}, line {line}: '{Quoted.Clipped(text, LongestQuote)}': {reason}")
    {
        Line = line;
        Text = text;
        Reason = reason;
    }

    /// <summary>Line of the syntax, counted from 1.</summary>
    public int Line { get; }

    /// <summary>The text that cannot be used.</summary>
    public string Text { get; }

    /// <summary>Why it cannot be used, and what was expected.</summary>
    public string Reason { get; }
}
