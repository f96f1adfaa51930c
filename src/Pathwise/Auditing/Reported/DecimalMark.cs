namespace Pathwise.Auditing.Reported;

/// <summary>Which sign stands before the decimals of a paper's numbers; the other may separate thousands.</summary>
internal enum DecimalMark
{
    /// <summary>3.214, and 1,204 for a thousand and more.</summary>
    Point,

    /// <summary>3,214 as in German and Spanish, and 1.204 for a thousand and more.</summary>
    Comma,
}

/// <summary>How the numbers of one file are to be read where a comma or point may stand before decimals or between thousands.</summary>
internal static class DecimalMarks
{
    /// <summary>The mark that the numbers of a file show beyond doubt; null when they show none, or both.</summary>
    public static DecimalMark? Of(IEnumerable<(StatisticKind? Kind, string Printed)> texts)
    {
        var marks = texts.Select(text => text.Kind is { } kind && kind.IsNumeric() ? Shown(kind, text.Printed) : null).OfType<DecimalMark>().Distinct().ToArray();
        return marks is [var only] ? only : null;
    }

    /// <summary>
    /// The mark to read a text by: what the kind allows (a count has no decimals, a p or t exceeds no thousand, nor does a mean on a
    /// <paramref name="isOnScale">scale of answers</paramref>), else what the file shows; null when neither tells.
    /// </summary>
    public static DecimalMark? For(StatisticKind kind, string printed, DecimalMark? ofFile, bool isOnScale = false)
    {
        if (!NumberForm.IsAmbiguous(printed))
            return ofFile ?? DecimalMark.Point;
        var hasComma = printed.Contains(',', StringComparison.Ordinal);
        return kind switch
        {
            StatisticKind.Count or StatisticKind.DegreesOfFreedom => hasComma ? DecimalMark.Point : ofFile ?? DecimalMark.Comma,
            StatisticKind.PValue or StatisticKind.Correlation or StatisticKind.Cfi or StatisticKind.Tli or StatisticKind.Rmsea or StatisticKind.Srmr
                or StatisticKind.RSquared or StatisticKind.Percentage or StatisticKind.T or StatisticKind.Z or StatisticKind.Effect => hasComma ? DecimalMark.Comma : DecimalMark.Point,
            StatisticKind.Mean when isOnScale => hasComma ? DecimalMark.Comma : DecimalMark.Point,
            StatisticKind.Number => ofFile ?? DecimalMark.Point,
            _ => ofFile ?? (hasComma ? null : DecimalMark.Point),
        };
    }

    // Where the text alone may be read in two ways, the kind may leave one.
    private static DecimalMark? Shown(StatisticKind kind, string printed) =>
        !NumberForm.IsAmbiguous(printed) ? NumberForm.MarkIn(printed)
        : For(kind, printed, DecimalMark.Point) is var mark && mark == For(kind, printed, DecimalMark.Comma) ? mark : null;
}
