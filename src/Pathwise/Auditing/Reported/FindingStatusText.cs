namespace Pathwise.Auditing.Reported;

/// <summary>Statuses as reports write them.</summary>
public static class FindingStatusText
{
    /// <summary>The status in words.</summary>
    public static string Text(this FindingStatus status) => status switch
    {
        FindingStatus.Consistent => "consistent",
        FindingStatus.Inconsistent => "inconsistent",
        FindingStatus.Questionable => "questionable",
        _ => "untestable",
    };
}
