namespace Pathwise.Surveys;

/// <summary>How often a value occurs: its label, the count, the cases that have any value, and the share in percent of those (null when there are none).</summary>
[TypeFormatterSource]
public sealed record Frequency(string Value, string Label, int Count, int Base, double? Percent)
{
    internal static Frequency Of(string value, string label, int count, int answered) =>
        new(value, label, count, answered, answered > 0 ? 100.0 * count / answered : null);
}
