using Pathwise.Reporting.Tables;

namespace Pathwise.Export.Content;

/// <summary>A table of a report under the short name that sheets, rows of a CSV and labels in LaTeX have for it.</summary>
internal sealed record ReportTable(string Name, Table Table);
