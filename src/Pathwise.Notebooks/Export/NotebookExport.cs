using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;
using Pathwise.Tables;

namespace Pathwise.Notebooks.Export;

/// <summary>Notebooks, as they stand in their files, in other forms.</summary>
public static class NotebookExport
{
    /// <summary>Writes a notebook as a page into a folder and returns its path. Inside a repository, the page says what its data are.</summary>
    public static string ToHtml(string path, string folder, string? root)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var notebook = NotebookReader.Read(path);
        var notice = root is null ? "" : DataNotice.Of(notebook, Path.Combine(root, "data"));
        var source = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var glossary = Glossary.Beside(source);
        var links = new Links(source, Path.GetFullPath(folder), glossary is null ? new HashSet<string> { name } : [name, Glossary.Name]);
        var page = new NotebookPage(notebook, name, links.Of).ToPage(SideContents.Alone, notice, "", "");
        if (glossary is not null)
            Save(folder, Glossary.Page, glossary.ToPage(links.Of, SideContents.Alone, "").ToHtml());
        if (page.HasFigures)
            PlotlyAsset.Write(Path.Combine(folder, Page.Plotly));
        return Save(folder, name + ".html", page.ToHtml());
    }

    /// <summary>Writes a notebook as a C# file that runs by itself into a folder and returns its path.</summary>
    public static string ToProgram(string path, string folder)
    {
        var text = ProgramText.Of(path, Path.GetFullPath(folder));
        return Save(folder, Path.GetFileNameWithoutExtension(path) + ".cs", text);
    }

    /// <summary>Prints a notebook's page into a folder and returns its path; needs a Chromium.</summary>
    public static async Task<string> ToPdfAsync(string path, string folder, string? root, CancellationToken cancellation = default)
    {
        var browser = Browser.Find();
        var target = Path.Combine(Path.GetFullPath(folder), Path.GetFileNameWithoutExtension(path) + ".pdf");
        OutputFile.Probe(target);
        var pages = TemporaryFolder();
        try
        {
            var printed = Path.Combine(pages.FullName, "printed.pdf");
            await browser.PrintAsync(ToHtml(path, pages.FullName, root), printed, cancellation).ConfigureAwait(false);
            using var pdf = File.OpenRead(printed);
            OutputFile.WriteBytes(target, pdf.CopyTo);
            return target;
        }
        finally
        {
            pages.Delete(recursive: true);
        }
    }

    private static string Save(string folder, string name, string text)
    {
        var target = Path.Combine(folder, name);
        OutputFile.Write(target, writer => writer.Write(text));
        return target;
    }

    private static DirectoryInfo TemporaryFolder()
    {
        try
        {
            return Directory.CreateTempSubdirectory("pathwise-page-");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"No temporary file can be made in {Path.GetTempPath()} (the environment's TMPDIR): {failure.Message}", failure);
        }
    }
}
