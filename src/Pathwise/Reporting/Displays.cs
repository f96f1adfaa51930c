using Pathwise.Auditing;
using Pathwise.Sem.Estimation;

namespace Pathwise.Reporting;

/// <summary>Which exhibit shows a result.</summary>
internal static class Displays
{
    /// <summary>The exhibit of a result; null when the type has none.</summary>
    public static Exhibit? Of(object value) => value switch
    {
        Exhibit exhibit => exhibit,
        AuditReport report => new AuditExhibit(report),
        FitResult fit => fit.Summarize(),
        _ => null,
    };
}
