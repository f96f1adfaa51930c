using System.Text.Json.Nodes;

namespace Pathwise.Notebooks.Documents;

/// <summary>
/// What language a notebook's code is in: as its kernelspec says, or its language_info where that says nothing. A notebook
/// for several languages names that of a cell in the cell's metadata. Where nothing is said, it is C#.
/// </summary>
internal static class NotebookLanguage
{
    // A notebook for several languages calls itself so; its cells say more.
    private static readonly string[] CSharp = ["C#", "csharp", ".net-csharp", "pathwise", "polyglot-notebook"];

    /// <summary>Requires that all code that would be run is C#: the same text means other things in other languages.</summary>
    public static void RequireCSharp(Notebook notebook, string path)
    {
        if (Of(notebook) is { } language && !IsCSharp(language))
            throw new InputException($"{path} is a notebook in {language}; expected one in C#. Its code was not read as C#.");
        foreach (var (number, cell) in notebook.Cells.Index())
            if (cell.IsRun && Of(cell) is { } other && !IsCSharp(other))
                throw new InputException($"{path}, cell {number + 1} ({cell.Id}) is in {other}; expected C#. Its code was not read as C#.");
    }

    /// <summary>Whether a cell's code is C#.</summary>
    public static bool IsCSharp(Notebook notebook, Cell cell) => IsCSharp(Of(cell) ?? Of(notebook) ?? CSharp[0]);

    private static bool IsCSharp(string language) => CSharp.Contains(language, StringComparer.OrdinalIgnoreCase);

    private static string? Of(Notebook notebook) =>
        Word(notebook.Metadata, "kernelspec", "language") ?? Word(notebook.Metadata, "language_info", "name") ?? Word(notebook.Metadata, "kernelspec", "name");

    private static string? Of(Cell cell) =>
        Word(cell.Metadata, "polyglot_notebook", "kernelName") ?? Word(cell.Metadata, "dotnet_interactive", "language") ?? Word(cell.Metadata, "vscode", "languageId");

    private static string? Word(JsonObject metadata, string group, string name) =>
        metadata[group] is JsonObject members && members[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;
}
