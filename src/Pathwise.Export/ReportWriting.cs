using Pathwise.Export.Content;
using Pathwise.Sem.Estimation;

namespace Pathwise.Export;

/// <summary>Reports as files for authors, reviewers and journals.</summary>
public static class ReportWriting
{
    /// <summary>
    /// Writes a fitted model into a folder, whole or not at all: tables for Word (APA 7), Excel, LaTeX, Markdown and as CSV, words, checklists, scripts and the path diagram.
    /// The same fit gives the same bytes.
    /// </summary>
    /// <param name="fit">A model that has converged.</param>
    /// <param name="folder">The folder; one that holds an unchanged report is replaced.</param>
    /// <param name="run">What is known of the run beside the fit.</param>
    /// <exception cref="InputException">The folder cannot be written, or holds something else.</exception>
    /// <exception cref="NumericalException">The model has not converged.</exception>
    public static WrittenReport WriteReport(this FitResult fit, string folder, ReportedRun? run = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        ReportFolder.Probe(folder);
        var (files, notes) = ReportFiles.Of(new Report(fit.RequireConverged(), run ?? new()));
        ReportFolder.Write(folder, files);
        return new(folder, [.. files.Select(file => file.Name)], notes);
    }
}
