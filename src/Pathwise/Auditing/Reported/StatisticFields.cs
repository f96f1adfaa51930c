namespace Pathwise.Auditing.Reported;

/// <summary>One statistic as a file states it: field by field, as text, with the line it stands on.</summary>
internal sealed record StatisticFields(string File, int Line, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The fields a statistic may have; the first five it must have.</summary>
    public static readonly string[] Known =
        ["id", "what", "kind", "printed", "place", "df", "n", "links", "details", "notebook", "why", "taken", "inputs"];

    /// <summary>How many of the known fields are required.</summary>
    public const int RequiredCount = 5;

    /// <summary>File and line, as messages begin.</summary>
    public string Source => $"{File}, line {Line}";

    /// <summary>The text of a field; null when it is absent or blank.</summary>
    public string? this[string name] =>
        Texts.TryGetValue(name, out var text) && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>The text of a field that must be there.</summary>
    public string Required(string name) =>
        this[name] ?? throw new InputException($"{Source}: the field '{name}' is missing; every statistic needs one.");
}
