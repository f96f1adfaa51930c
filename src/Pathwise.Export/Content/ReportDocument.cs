namespace Pathwise.Export.Content;

/// <summary>What one document says, whatever its format: a title, what a reader must not miss, words, and tables numbered in their order.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Notice">What must stand in every file, such as that the data are synthetic; null for nothing.</param>
/// <param name="Sections">The words, before the tables.</param>
/// <param name="Tables">The tables.</param>
internal sealed record ReportDocument(string Title, string? Notice, IReadOnlyList<ReportSection> Sections, IReadOnlyList<ReportTable> Tables);
