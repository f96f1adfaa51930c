using Pathwise.Export.Content;
using Pathwise.Export.Formats;
using Pathwise.Export.Scripts;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Specification;

namespace Pathwise.Export;

/// <summary>All files of a report: tables in every format, words, checklists, scripts and diagrams.</summary>
internal static class ReportFiles
{
    /// <summary>The files, and sentences on what could not be made.</summary>
    public static (IReadOnlyList<ReportFile> Files, IReadOnlyList<string> Notes) Of(Report report)
    {
        var (files, notes) = (new List<ReportFile>(), new List<string>());
        files.AddRange(Tables(report));
        files.AddRange(Words(report));
        files.AddRange(Scripts(report, notes));
        foreach (var (number, label) in report.Groups)
            files.AddRange(Diagram(report, number, label, notes));
        return (files, notes);
    }

    private static IEnumerable<ReportFile> Tables(Report report)
    {
        var document = report.Document($"Tables: {report.Run.Name}", [], report.Tables);
        yield return new("tables.docx", WordFile.Of(document));
        yield return new("tables.xlsx", SheetFile.Of(document));
        yield return ReportFile.Text("tables.tex", LatexFile.Of(document));
        yield return ReportFile.Text("tables.md", MarkdownFile.Of(document));
        yield return ReportFile.Text("tables.csv", CsvTables.Of(document));
    }

    private static IEnumerable<ReportFile> Words(Report report)
    {
        var results = report.Document($"Results: {report.Run.Name}", ResultsText.Of(report), []);
        yield return new("results.docx", WordFile.Of(results));
        yield return ReportFile.Text("results.md", MarkdownFile.Of(results));
        var hasMediation = report.Effects.Any(row => row.Effect.Kind == EffectKind.SpecificIndirect);
        var checklists = report.Document($"Checklists: {report.Run.Name}", [], [SemChecklist.Of(report), .. hasMediation ? [MediationChecklist.Of(report)] : Array.Empty<ReportTable>()]);
        yield return new("checklists.docx", WordFile.Of(checklists));
        yield return ReportFile.Text("checklists.md", MarkdownFile.Of(checklists));
    }

    private static IEnumerable<ReportFile> Scripts(Report report, List<string> notes)
    {
        var data = new AnalysedData(report);
        if (data.HasCases)
            yield return ReportFile.Text(data.File, data.Csv());
        if (report.Run.Model is { } model)
            yield return ReportFile.Text("model.R", LavaanScript.Of(report, model));
        else
            notes.Add("model.R was not made: the syntax of the model is not known; ReportedRun.Model takes it.");
        if (report.Fit.Table.OrderedVariables.Count == 0)
            yield return ReportFile.Text("openmx.R", OpenMxScript.Of(report));
        else
            notes.Add("openmx.R was not made: models of ordered variables are not written for OpenMx; model.R and model.inp have them.");
        yield return ReportFile.Text("model.inp", MplusScript.Of(report));
        yield return ReportFile.Text(MplusScript.FileName(report), MplusScript.Data(report));
    }

    private static IEnumerable<ReportFile> Diagram(Report report, int number, string label, List<string> notes)
    {
        if (report.Fit.Table.Rows.All(row => row.Operator is not (Operator.Loading or Operator.Regression)))
            yield break;
        var name = report.NameOf("paths", number);
        var figure = Figure(report, number, label);
        yield return ReportFile.Text($"{name}.svg", figure.ToSvg());
        yield return ReportFile.Text($"{name}.tex", TikzDiagram.Of(report, number));
        yield return ReportFile.Text($"{name}.dot", DotDiagram.Of(report, number));
        if (PdfPrinter.Print(figure) is { } pdf)
            yield return new($"{name}.pdf", pdf);
        else
            notes.Add($"{name}.pdf was {PdfPrinter.Missing}");
    }

    private static Figure Figure(Report report, int number, string label)
    {
        var names = report.Fit.Table.ObservedVariables.Concat(report.Fit.Table.LatentVariables).ToDictionary(name => name, report.Label);
        var title = Report.Caption(report.IsSynthetic ? $"{report.Run.Name} (synthetic data)" : report.Run.Name, label);
        return report.Fit.DrawPaths(title, names, number);
    }
}
