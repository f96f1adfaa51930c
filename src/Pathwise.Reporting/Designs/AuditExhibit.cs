using System.Text;
using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Designs;

/// <summary>An audit for people: the counts, then what is inconsistent, what is consistent, and what could not be tested.</summary>
[TypeFormatterSource]
public sealed class AuditExhibit : Exhibit
{
    private const int Width = 100;
    private static readonly FindingStatus[] Order = [FindingStatus.Inconsistent, FindingStatus.Questionable, FindingStatus.Consistent, FindingStatus.Untestable];
    private readonly AuditReport report;

    /// <summary>The exhibit of a report.</summary>
    public AuditExhibit(AuditReport report) => this.report = report;

    /// <inheritdoc/>
    public override string ToText()
    {
        var text = new StringBuilder($"Audit of published statistics: {Counts()}.\n");
        foreach (var (status, findings) in Groups())
        {
            text.Append('\n').Append(Title(status)).Append('\n');
            foreach (var finding in findings)
            {
                text.Append($"  {finding.Statistic.Id} · {finding.Check} · {finding.Statistic.Place}\n");
                foreach (var line in Wrapped(finding.Message))
                    text.Append("      ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public override string ToHtml() => new Summary(
        "Audit of published statistics",
        Groups().Select(group => Findings(Title(group.Status), group.Findings)).Prepend<Exhibit>(new Paragraph(Counts() + "."))).ToHtml();

    /// <summary>Findings as a table.</summary>
    internal static Table Findings(string caption, IReadOnlyList<Finding> findings) => Table.Of(caption, findings, of =>
    [
        of.Text("Statistic", finding => finding.Statistic.Id),
        of.Text("Check", finding => finding.Check),
        of.Text("Printed", finding => finding.Statistic.Printed),
        of.Text("Follows", finding => finding.Recomputed),
        of.Text("Finding", finding => finding.Message),
        of.Text("Place", finding => finding.Statistic.Place),
    ]);

    private string Counts() => string.Join(", ", Order.Select(status => $"{report.Summary.First(pair => pair.Status == status).Count} {status.Text()}"));

    private IEnumerable<(FindingStatus Status, Finding[] Findings)> Groups() =>
        from status in Order
        let findings = report.Findings.Where(finding => finding.Status == status).ToArray()
        where findings.Length > 0
        select (status, findings);

    private static string Title(FindingStatus status) => char.ToUpperInvariant(status.Text()[0]) + status.Text()[1..];

    private static IEnumerable<string> Wrapped(string message)
    {
        var line = new StringBuilder();
        foreach (var word in message.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width - 6)
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
