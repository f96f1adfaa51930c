using Pathwise.Auditing.Reported;

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

    /// <summary>The report of the findings with one status alone.</summary>
    public AuditReport Only(FindingStatus status) => new([.. Findings.Where(finding => finding.Status == status)]);

    /// <summary>The report of the findings about some statistics alone.</summary>
    /// <exception cref="InputException">There is no finding about one of them.</exception>
    public AuditReport About(params string[] ids)
    {
        if (Array.Find(ids, id => Findings.All(finding => finding.Statistic.Id != id)) is { } missing)
            throw new InputException($"The audit has no finding about '{missing}'.");
        return new([.. Findings.Where(finding => ids.Contains(finding.Statistic.Id))]);
    }
}
