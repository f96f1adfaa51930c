using Pathwise.Auditing;
using Pathwise.Auditing.Reported;

namespace Pathwise.Notebooks.Html;

/// <summary>An audit as a page of its own: the counts, then the findings, what is inconsistent first.</summary>
public static class AuditPage
{
    private static readonly FindingStatus[] Order = [FindingStatus.Inconsistent, FindingStatus.Questionable, FindingStatus.Consistent, FindingStatus.Untestable];

    /// <summary>The whole page; it needs nothing beside it.</summary>
    public static string Of(AuditReport report) => new Page("Audit of published statistics", Body(report))
    {
        IsBroad = true,
        Footer = "<p>Each check allows for the rounding of every printed number. What is untestable says what is not printed.</p>",
    }.ToHtml();

    private static string Body(AuditReport report) => $"""
        <h1>Audit of published statistics</h1>
        <p>Can the printed numbers be true together?</p>
        <div class="counts">{string.Concat(Order.Select(status => Count(report, status)))}</div>
        {string.Concat(Order.Select(status => Part(report, status)))}
        """;

    private static string Count(AuditReport report, FindingStatus status)
    {
        var count = report.Summary.First(pair => pair.Status == status).Count;
        return $"<div class=\"{Class(status)}\" data-count=\"{count}\"><b>{count}</b><span>{status.Text()}</span></div>";
    }

    private static string Part(AuditReport report, FindingStatus status)
    {
        var findings = report.Findings.Where(finding => finding.Status == status).ToArray();
        return findings.Length == 0 ? "" : $"""
            <h2>{char.ToUpperInvariant(status.Text()[0])}{status.Text()[1..]}</h2>
            <div class="wide"><table class="scores">
            <thead><tr><th>What</th><th>Check</th><th align="right">Published</th><th>Finding</th></tr></thead>
            <tbody>
            {string.Concat(findings.Select(Row))}</tbody>
            </table></div>

            """;
    }

    private static string Row(Finding finding) =>
        $"<tr><td>{HtmlText.Escape(finding.Statistic.What)}<br><span class=\"place\">{HtmlText.Escape(finding.Statistic.Id)}, {HtmlText.Escape(finding.Statistic.Place)}</span></td>"
        + $"<td>{HtmlText.Escape(finding.Check)}</td><td class=\"value\">{HtmlText.Escape(finding.Statistic.Printed)}</td>"
        + $"<td>{HtmlText.Escape(finding.Message)}</td></tr>\n";

    // The colours that a scorecard has for its verdicts.
    private static string Class(FindingStatus status) => status switch
    {
        FindingStatus.Inconsistent => "differs",
        FindingStatus.Questionable => "questionable",
        FindingStatus.Consistent => "reproduced",
        _ => "not-recomputable",
    };
}
