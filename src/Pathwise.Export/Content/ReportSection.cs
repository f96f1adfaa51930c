namespace Pathwise.Export.Content;

/// <summary>Words under a heading; what stands between two asterisks is set in italics.</summary>
internal sealed record ReportSection(string Heading, IReadOnlyList<string> Paragraphs);
