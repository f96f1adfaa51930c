using System.Text;

namespace Pathwise.Export;

/// <summary>One file of a report: its name in the folder and its bytes.</summary>
internal sealed record ReportFile(string Name, byte[] Bytes)
{
    /// <summary>A file of text in UTF-8 with line ends of one character.</summary>
    public static ReportFile Text(string name, string text) => new(name, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
}
