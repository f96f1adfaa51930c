using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;

namespace Pathwise.Export;

/// <summary>A report that was written: its folder, the names of its files, and sentences on what could not be made.</summary>
[TypeFormatterSource]
public sealed class WrittenReport : IExhibited
{
    internal WrittenReport(string folder, IReadOnlyList<string> files, IReadOnlyList<string> notes) => (Folder, Files, Notes) = (folder, files, notes);

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>The names of its files.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>What could not be made, and why.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>The files, each with what it is, and below them what could not be made.</summary>
    public Exhibit ToExhibit() => ToTable(Notes);

    /// <summary>The files, each with what it is, and below them these sentences.</summary>
    internal Table ToTable(IReadOnlyList<string> notes) =>
        Table.Of($"Written to {Folder}", Files, of => [of.Text("File", file => file), of.Text("What it is", Meaning)], notes: notes);

    private static string Meaning(string file) => (Stem(file), Path.GetExtension(file)) switch
    {
        ("tables", ".docx") => "the tables for Word, in the manner of APA 7",
        ("tables", ".xlsx") => "the tables for Excel, unrounded",
        ("tables", ".tex") => "the tables for LaTeX",
        ("tables", ".md") => "the tables in Markdown",
        ("tables", _) => "every cell of the tables, unrounded",
        ("results", _) => "the results in words, to be edited",
        ("checklists", _) => "checklists of reporting, to be completed where they say AUTHOR",
        ("paths", ".svg" or ".pdf") => "the path diagram",
        ("paths", ".tex") => "the path diagram for TikZ",
        ("paths", _) => "the path diagram for Graphviz",
        ("model", ".R") => "the analysis as a script for lavaan",
        ("openmx", _) => "the analysis as a script for OpenMx",
        ("model", _) => "the analysis for Mplus",
        _ => "the values analysed, for the scripts",
    };

    // paths-2.svg is the diagram of the second group, data.synthetic.csv the data of nobody.
    private static string Stem(string file) => file.Split('-', '.')[0];
}
