using Pathwise.Auditing.Reported;

namespace Pathwise.Synthesis;

/// <summary>One statistic that the answers must reproduce: what it is, of what, and the text that was printed.</summary>
[TypeFormatterSource]
public sealed record Target
{
    /// <summary>Its name in messages and results; unique among the targets.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>
    /// The printed number with its digits (<c>.010</c> asks for three decimals), or a side such as <c>&gt;= .50</c>.
    /// </summary>
    public required ReportedNumber Printed { get; init; }

    /// <summary>The variable, factor or pair that the statistic is of, where the kind needs it.</summary>
    public string Of { get; init; } = "";

    /// <summary>Where an effect starts; the other variable of a correlation.</summary>
    public string From { get; init; } = "";

    /// <summary>A second parameter, whose standardized estimate is subtracted from that of <see cref="Of"/>.</summary>
    public string Minus { get; init; } = "";

    /// <summary>Lines of syntax that make the fuller model of a difference test, or of an estimate in that model.</summary>
    public string Adds { get; init; } = "";

    /// <summary>True for a requirement of ours, as opposed to a number that somebody printed.</summary>
    public bool IsChoice { get; init; }
}
