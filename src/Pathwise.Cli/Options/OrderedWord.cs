using Pathwise.Analyses;
using Pathwise.Sem.Specification;

namespace Pathwise.Cli.Options;

/// <summary>The word <c>codebook</c> in --ordered: the variables of a model that the codebook of its data calls ordered.</summary>
internal static class OrderedWord
{
    /// <summary>The word.</summary>
    public const string Codebook = "codebook";

    /// <summary>The names as given, or those that the word stands for.</summary>
    /// <param name="given">What the command line says.</param>
    /// <param name="model">The model, whose variables alone are taken.</param>
    /// <param name="cases">The cases; null where there are moments alone.</param>
    /// <exception cref="InputException">No codebook is followed, or it calls none of these variables ordered.</exception>
    public static IReadOnlyList<string> Resolve(IReadOnlyList<string> given, ModelSpecification model, CaseSelection? cases)
    {
        if (given is not [var word] || !word.Equals(Codebook, StringComparison.OrdinalIgnoreCase))
            return given;
        if (cases?.CodebookPath is not { } path)
            throw new InputException("--ordered codebook, but no codebook is followed; give --codebook YAML, or --ordered LIST.");
        var named = Surveys.Codebook.Read(path).OrderedNames;
        if (named.Count == 0)
            throw new InputException($"--ordered codebook: {path} calls nothing ordered; expected ordered: true at a scale, an item or a column.");
        return model.ObservedVariables.Intersect(named).ToArray() is { Length: > 0 } ordered
            ? ordered
            : throw new InputException($"--ordered codebook: {path} calls {string.Join(", ", named)} ordered, of which {model.Source} has none.");
    }
}
