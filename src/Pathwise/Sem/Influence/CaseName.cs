using System.Globalization;

namespace Pathwise.Sem.Influence;

/// <summary>A case as its file names it.</summary>
/// <param name="Line">Its line in the file (the header is line 1); of data made in memory its number, counted from 1.</param>
/// <param name="Identifier">Its identifier, where the data have a column of them.</param>
[TypeFormatterSource]
public sealed record CaseName(int Line, string? Identifier = null)
{
    /// <summary>The identifier, or else the line.</summary>
    public string Text => Identifier ?? Line.ToString(CultureInfo.InvariantCulture);
}
