using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>What the kernel says of itself and of the language.</summary>
internal static class KernelInfo
{
    private static readonly CSharpParseOptions Script = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script);

    public static JsonObject Reply()
    {
        var version = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3);
        return new JsonObject
        {
            ["status"] = "ok",
            ["protocol_version"] = Message.Protocol,
            ["implementation"] = "pathwise",
            ["implementation_version"] = version,
            ["banner"] = $"Pathwise {version}: C# 14 on {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}",
            ["help_links"] = new JsonArray(),
            ["language_info"] = new JsonObject
            {
                ["name"] = "C#", ["version"] = "14.0", ["mimetype"] = "text/x-csharp", ["file_extension"] = ".cs", ["pygments_lexer"] = "csharp",
            },
        };
    }

    /// <summary>Whether code is a whole submission, needs more lines, or can never be one.</summary>
    public static JsonObject IsComplete(string code)
    {
        var tree = CSharpSyntaxTree.ParseText(code, Script);
        if (!SyntaxFactory.IsCompleteSubmission(tree))
            return new JsonObject { ["status"] = "incomplete", ["indent"] = code.TrimEnd().EndsWith('{') ? "    " : "" };
        return new JsonObject { ["status"] = tree.GetDiagnostics().Any(each => each.Severity == DiagnosticSeverity.Error) ? "invalid" : "complete" };
    }
}
