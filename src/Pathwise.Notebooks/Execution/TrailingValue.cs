using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pathwise.Notebooks.Execution;

/// <summary>Whether a cell ends with an expression whose value is to be shown: one without a semicolon, or a return.</summary>
internal static class TrailingValue
{
    public static bool IsIn(Compilation compilation, string file)
    {
        var tree = compilation.SyntaxTrees.FirstOrDefault(each => each.FilePath == file);
        return (tree?.GetRoot() as CompilationUnitSyntax)?.Members.LastOrDefault() is GlobalStatementSyntax last && last.Statement switch
        {
            ReturnStatementSyntax => true,
            ExpressionStatementSyntax { SemicolonToken.IsMissing: true } statement =>
                compilation.GetSemanticModel(tree).GetTypeInfo(statement.Expression).Type is not { SpecialType: SpecialType.System_Void },
            _ => false,
        };
    }
}
