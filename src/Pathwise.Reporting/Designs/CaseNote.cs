using Pathwise.Reporting.Exhibits;
using Pathwise.Sem.Moments;

namespace Pathwise.Reporting.Designs;

/// <summary>Says above a summary how many cases it is of.</summary>
public static class CaseNote
{
    /// <summary>The summary with a sentence on the cases used, and why the others were not.</summary>
    public static Summary Of(this Summary summary, CaseUse use)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(use);
        return new Summary(summary.Title, [new Paragraph($"{use.Text}."), .. summary.Parts]);
    }
}
