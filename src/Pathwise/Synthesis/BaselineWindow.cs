using Pathwise.Auditing.Reported;

namespace Pathwise.Synthesis;

/// <summary>The chi-squares of the independence model that agree with the printed chi-square, CFI and TLI.</summary>
internal static class BaselineWindow
{
    /// <summary>The window; null when nothing printed says anything about it. Lower above upper: the printed indices do not meet.</summary>
    public static (double Lower, double Upper)? Of(SynthesisPlan plan)
    {
        if (plan.Find(TargetKind.ChiSquare) is not { Printed.Relation: Relation.Equal } chiSquare)
            return null;
        double df = plan.DegreesOfFreedom(0), independent = plan.Items * (plan.Items - 1) / 2;
        var (lower, upper) = (double.NegativeInfinity, double.PositiveInfinity);
        var range = chiSquare.Printed.Range;
        if (plan.Find(TargetKind.Cfi) is { Printed.Relation: Relation.Equal } cfi && range.Lower > df && cfi.Printed.Range.Upper < 1)
        {
            lower = Math.Max(lower, independent + ((range.Lower - df) / (1 - cfi.Printed.Range.Lower)));
            upper = Math.Min(upper, independent + ((range.Upper - df) / (1 - cfi.Printed.Range.Upper)));
        }

        if (plan.Find(TargetKind.Tli) is { Printed.Relation: Relation.Equal } tli && range.Lower > df && tli.Printed.Range.Upper < 1)
        {
            lower = Math.Max(lower, independent * (1 + (((range.Lower / df) - 1) / (1 - tli.Printed.Range.Lower))));
            upper = Math.Min(upper, independent * (1 + (((range.Upper / df) - 1) / (1 - tli.Printed.Range.Upper))));
        }

        return double.IsInfinity(lower) ? null : (lower, upper);
    }
}
