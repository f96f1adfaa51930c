using System.Globalization;
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
    private const int LongList = 5;
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
        of.Text("Statistic", finding => finding.Statistic.What),
        of.Text("Check", finding => finding.Check),
        of.Text("Printed", finding => Short(finding.Statistic.Printed)),
        of.Text("Follows", finding => Short(finding.Recomputed)),
        of.Text("Finding", finding => finding.Message),
    ], finding => finding.Statistic.Place);

    // Of a long list the beginning; the finding names what differs.
    private static string? Short(string? text)
    {
        var things = text?.Split("; ") ?? [];
        return things.Length <= LongList ? text : $"{string.Join("; ", things[..(LongList - 1)])}; … ({things.Length.ToString(CultureInfo.InvariantCulture)} in all)";
    }

    // Of findings that were picked out nothing can be said of those that were not.
    private string Counts()
    {
        var counts = Order.Select(status => (Status: status, report.Summary.First(pair => pair.Status == status).Count)).ToList();
        var shown = counts.Where(each => each.Count > 0).ToList() is [{ Status: not FindingStatus.Consistent }] alone ? alone : counts;
        return string.Join(", ", shown.Select(each => $"{each.Count} {each.Status.Text()}"));
    }

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
