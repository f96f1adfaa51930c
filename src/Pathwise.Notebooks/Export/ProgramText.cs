using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Execution;

namespace Pathwise.Notebooks.Export;

/// <summary>
/// A notebook as one C# file for <c>dotnet run</c>: the way out that needs no kernel. Usings come first, then the cells in order,
/// then types; a value at the end of a cell is printed as text.
/// </summary>
internal sealed partial class ProgramText
{
    private const string Package = "nuget:";

    private static readonly CSharpParseOptions Script = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script);

    private readonly SortedSet<string> _usings = new(StringComparer.Ordinal)
    {
        "using System;", "using System.Collections;", "using System.Collections.Generic;", "using System.Linq;", "using System.Text;", "using System.Threading.Tasks;",
    };

    // Lines of the head: projects and packages.
    private readonly List<string> _references = [];
    private readonly StringBuilder _statements = new();
    private readonly StringBuilder _types = new();

    private ProgramText()
    {
    }

    /// <summary>The program of a notebook, to be written into a folder; the notebook's own folder is where it runs.</summary>
    public static string Of(string path, string target)
    {
        var program = new ProgramText();
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var notebook = NotebookReader.Read(path);
        NotebookLanguage.RequireCSharp(notebook, path);
        foreach (var cell in notebook.Cells)
            program.Add(cell, folder, target);
        return program.Text(Path.GetFileName(path), Path.GetRelativePath(target, folder).Replace('\\', '/'));
    }

    private string Text(string name, string folder)
    {
        var head = new StringBuilder($"// Made from {name}. Run it with: dotnet run {Path.ChangeExtension(name, ".cs")}\n");
        foreach (var reference in _references.Distinct())
            head.Append("#:").Append(reference).Append('\n');
        foreach (var property in ProgramHelp.Properties)
            head.Append("#:property ").Append(property).Append('\n');
        return $"{head}\n{string.Join('\n', _usings)}\n\nNotebookFolder.Enter({SymbolDisplay.FormatLiteral(folder, quote: true)});\n\n"
            + $"{_statements}\n{ProgramHelp.Statements}\n{_types}\n{ProgramHelp.Types}";
    }

    private void Add(Cell cell, string folder, string target)
    {
        if (cell.Kind == CellKind.Markdown && Heading().Match(cell.Source) is { Success: true } heading)
            _statements.Append("// ").Append(heading.Groups["text"].Value.Trim()).Append("\n\n");
        if (cell.Kind != CellKind.Code || cell.Source.Trim().Length == 0)
            return;
        if (cell.HasTag("raises-exception"))
            _statements.Append($"// The cell {cell.Id} shows an error and is left out.\n\n");
        else if (cell.HasTag("setup"))
            _statements.Append($"// The cell {cell.Id} asks for a library that a program is built with.\n\n");
        else if (!cell.IsRun)
            _statements.Append($"// The cell {cell.Id} is tagged skip-execution and is left out.\n\n");
        else
            AddCode(cell.Source, folder, target);
    }

    private void AddCode(string source, string folder, string target)
    {
        var root = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(source, Script).GetRoot();
        foreach (var reference in root.GetReferenceDirectives())
            _references.Add(Reference(reference.File.ValueText, folder, target));
        foreach (var directive in root.Usings)
            _usings.Add(directive.ToString());
        foreach (var member in root.Members)
            AddMember(member, isLast: member == root.Members[^1]);
        _statements.Append('\n');
    }

    private void AddMember(MemberDeclarationSyntax member, bool isLast)
    {
        if (member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            _types.Append(member.ToFullString().Trim('\n')).Append("\n\n");
        else if (isLast && member is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } value })
            _statements.Append($"NotebookText.Show({value.Expression.ToFullString().Trim()});\n");
        else
            _statements.Append(WithoutDirectives(member.ToFullString()).TrimStart('\n').TrimEnd()).Append('\n');
    }

    private static string WithoutDirectives(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith('#')));

    private static string Reference(string text, string folder, string target)
    {
        if (!text.StartsWith(Package, StringComparison.OrdinalIgnoreCase))
            return "project " + Project(text, folder, target);
        var package = PackageReference.Of(text[Package.Length..], 0) ?? throw new InputException($"'{text}' is no package; expected nuget: NAME or nuget: NAME, VERSION.");
        return $"package {package.Name}@{package.Version ?? (OwnPackages.Contains(package.Name) ? OwnPackages.Version : "*")}";
    }

    // A program is built from the project that an assembly of the repository comes from.
    private static string Project(string assembly, string folder, string target)
    {
        var name = Path.GetFileNameWithoutExtension(assembly);
        for (var each = new DirectoryInfo(Path.GetDirectoryName(Path.GetFullPath(Path.Combine(folder, assembly)))!); each is not null; each = each.Parent)
            if (Path.Combine(each.FullName, "src", name, name + ".csproj") is var project && File.Exists(project))
                return Path.GetRelativePath(target, project).Replace('\\', '/');
        throw new InputException($"The notebook refers to {assembly}, for which there is no project src/{name}/{name}.csproj; a program cannot be made of it.");
    }

    [GeneratedRegex(@"^#{1,3}\s+(?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
