namespace Pathwise.Notebooks.Jupyter;

/// <summary>Places in code: Jupyter counts code points, .NET counts UTF-16 units.</summary>
internal static class CodePlace
{
    public static int FromJupyter(string code, int place)
    {
        var units = 0;
        for (var points = 0; points < place && units < code.Length; points++)
            units += char.IsHighSurrogate(code[units]) && units + 1 < code.Length ? 2 : 1;
        return units;
    }

    public static int ToJupyter(string code, int units) => code.AsSpan(0, units).ToString().EnumerateRunes().Count();
}
