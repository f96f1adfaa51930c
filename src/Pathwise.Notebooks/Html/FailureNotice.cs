using Pathwise.Notebooks.Running;

namespace Pathwise.Notebooks.Html;

/// <summary>What a reader must know of notebooks that failed or did not run.</summary>
internal static class FailureNotice
{
    /// <summary>On the page of a notebook: where it ended and why.</summary>
    public static string Of(NotebookFailure failure) =>
        $"<div class=\"notice\"><strong>This notebook failed.</strong> It ended at <a href=\"#{Uri.EscapeDataString(failure.CellId)}\">cell {failure.CellNumber}</a>: "
        + $"{HtmlText.Escape(failure.Message.ReplaceLineEndings(" "))} Nothing below that cell has run.</div>\n";

    /// <summary>On the index: all that failed, and all that were left out; empty where everything ran.</summary>
    public static string Of(IEnumerable<NotebookFailure> failures, IReadOnlyList<string> leftOut)
    {
        var failed = string.Concat(failures.Select(failure => $"<div class=\"notice\"><strong>Failed.</strong> {HtmlText.Escape(failure.ToString())}</div>\n"));
        return failed + (leftOut.Count == 0 ? "" : $"<div class=\"notice\"><strong>Left out</strong>, since the data do not have the survey that they read: {HtmlText.Escape(string.Join(", ", leftOut))}.</div>\n");
    }
}
