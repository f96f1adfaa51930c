namespace Pathwise.Surveys;

/// <summary>Codings as commands and plans write them: <c>department=indicator</c>, <c>department=effect:sales</c>.</summary>
internal static class CodingText
{
    /// <summary>The coding of a text; its categories are those of the data.</summary>
    /// <param name="text">The name, the kind, and the reference if it is not the first.</param>
    /// <param name="where">What a refusal begins with.</param>
    /// <exception cref="InputException">It is not of this form.</exception>
    public static CategoryCoding Read(string text, string where)
    {
        if (text.Split('=') is not [{ Length: > 0 } name, var how] || how.Split(':', 2) is not [var word, .. var reference] || CodingKindText.Of(word) is not { } kind)
            throw new InputException($"{where} {text}: not a coding; expected NAME=indicator or NAME=effect, with a reference as in NAME=indicator:REFERENCE.");
        return new() { Name = name, Kind = kind, Reference = reference is [var one] ? one : null };
    }
}
