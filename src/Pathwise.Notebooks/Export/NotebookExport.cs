using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;

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
        var page = new NotebookPage(notebook, links.Of).ToPage(name, "", notice, "", "");
        if (glossary is not null)
            Save(folder, Glossary.Page, glossary.ToPage(links.Of, "", notice, "").ToHtml());
        if (page.HasFigures)
            Written(folder, () => PlotlyAsset.Write(Path.Combine(folder, Page.Plotly)));
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
        var pages = Directory.CreateTempSubdirectory("pathwise-page-");
        try
        {
            var target = Path.Combine(Path.GetFullPath(folder), Path.GetFileNameWithoutExtension(path) + ".pdf");
            await browser.PrintAsync(ToHtml(path, pages.FullName, root), target, cancellation).ConfigureAwait(false);
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
        Written(folder, () => File.WriteAllText(target, text));
        return target;
    }

    // A folder that cannot be written to is the caller's mistake.
    private static void Written(string folder, Action write)
    {
        try
        {
            write();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot write to {folder}: {failure.Message}", failure);
        }
    }
}
