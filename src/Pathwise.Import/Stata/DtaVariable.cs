namespace Pathwise.Import.Stata;

/// <summary>A variable of a Stata file: its name, storage, format, the name of its set of value labels, and its label.</summary>
internal sealed record DtaVariable(string Name, DtaType Type, string Format, string LabelSet, string Text)
{
    /// <summary>Whether its numbers are shown as days.</summary>
    public bool IsDay => IsNumber && (Format.StartsWith("%td", StringComparison.Ordinal) || Format.StartsWith("%d", StringComparison.Ordinal) || Format.StartsWith("%-td", StringComparison.Ordinal));

    /// <summary>Whether its numbers, in milliseconds, are shown as dates with the time of day.</summary>
    public bool IsMoment => IsNumber && (Format.StartsWith("%tc", StringComparison.OrdinalIgnoreCase) || Format.StartsWith("%-tc", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether its numbers are weeks, months, quarters or years, which are kept as numbers.</summary>
    public bool IsPeriod => IsNumber && Format.TrimStart('%', '-') is ['t', 'w' or 'm' or 'q' or 'h' or 'y' or 'b', ..];

    private bool IsNumber => Type.Storage is not (DtaStorage.Text or DtaStorage.LongText);
}
