using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Execution;

#pragma warning disable IDE0130 // .NET Interactive has these in System, so that a cell needs no using
namespace System;

/// <summary>How a cell shows a value.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value in the mime types that its type prefers, or in the given ones.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => NotebookDisplay.Show(value, mimeTypes);

    /// <summary>Shows a text as what it is: HTML, SVG, Markdown, a picture in base 64 and so on.</summary>
    public static DisplayedValue DisplayAs(this string content, string mimeType) =>
        NotebookDisplay.Show(MimeBundle.Of(mimeType, content), [mimeType]);
}
