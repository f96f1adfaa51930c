using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pathwise.Sem.Estimation;
using Xunit;

namespace Pathwise.Tests.Architecture;

/// <summary>What an estimator does is said by its method; nothing else asks which one it is.</summary>
public sealed class EstimatorBranchTests
{
    // The enumeration with its list of methods, the default of the options, and the likelihoods' common moments.
    private static readonly string[] Allowed = ["Estimator.cs", "EstimationOptions.cs", "LikelihoodMethod.cs"];

    // What another program has of an estimator is that program's word, and written where its script is.
    private static readonly string[] Translations = ["Pathwise.Export/Scripts/MplusScript.cs", "Pathwise.Export/Scripts/OpenMxScript.cs"];

    [Fact]
    public void Members_OfTheEnumeration_AreNamedByTheirMethodsAlone()
    {
        var methods = EstimationMethods.All.Select(method => $"{method.GetType().Name}.cs").Distinct();
        var expected = Allowed.Concat(methods).Select(file => $"Pathwise/Sem/Estimation/{file}").Concat(Translations);
        Assert.Equal(expected.Order(StringComparer.Ordinal), Naming().Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Naming() => SourceTree.Trees
        .Where(tree => tree.GetRoot().DescendantNodes().Any(IsMember) || tree.FilePath.EndsWith("/Estimator.cs", StringComparison.Ordinal))
        .Select(tree => tree.FilePath);

    private static bool IsMember(SyntaxNode node) =>
        node is MemberAccessExpressionSyntax access && Enum.GetNames<Estimator>().Contains(access.Name.Identifier.Text)
        && access.Expression is IdentifierNameSyntax { Identifier.Text: nameof(Estimator) } or MemberAccessExpressionSyntax { Name.Identifier.Text: nameof(Estimator) };
}
