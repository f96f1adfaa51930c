namespace Pathwise.Auditing;

/// <summary>All findings about the statistics that were read together.</summary>
[TypeFormatterSource]
public sealed class AuditReport
{
    internal AuditReport(IReadOnlyList<Finding> findings) => Findings = findings;

    /// <summary>The findings, in the order of the statistics and, for each, of the checks.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>How many findings have each status; every status is counted, also when none has it.</summary>
    public IReadOnlyList<(FindingStatus Status, int Count)> Summary =>
        [.. Enum.GetValues<FindingStatus>().Select(status => (status, Findings.Count(finding => finding.Status == status)))];

    /// <summary>Whether anything is inconsistent.</summary>
    public bool HasInconsistencies => Findings.Any(finding => finding.Status == FindingStatus.Inconsistent);
}
