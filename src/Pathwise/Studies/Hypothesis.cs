namespace Pathwise.Studies;

/// <summary>
/// What a study expects of its model, named as the study names it. The path is written as effects are: <c>x -> y</c> a direct effect,
/// <c>x -> m -> y</c> an indirect one, <c>x => y</c> a total one; <c>x ~~ y</c> is the correlation of two variables.
/// </summary>
[TypeFormatterSource]
public sealed record Hypothesis(string Name, string Path, ExpectedSign Sign)
{
    private static readonly string[] Marks = ["->", "=>", "~~"];

    /// <summary>The variables of the path, from cause to outcome.</summary>
    public IReadOnlyList<string> Variables => Path.Split(Marks, StringSplitOptions.TrimEntries);

    /// <summary>Whether it is about a correlation, which has no direction.</summary>
    public bool IsCorrelation => Path.Contains("~~", StringComparison.Ordinal);

    /// <summary>The hypothesis, its path with single spaces. Throws <see cref="InputException"/> where it is no path.</summary>
    internal static Hypothesis Of(string name, string path, ExpectedSign sign)
    {
        var used = Marks.Where(mark => path.Contains(mark, StringComparison.Ordinal)).ToArray();
        var variables = path.Split(Marks, StringSplitOptions.TrimEntries);
        var isPath = used.Length == 1 && variables.All(variable => variable.Length > 0) && (used[0] == "->" || variables.Length == 2);
        return isPath
            ? new(name, string.Join($" {used[0]} ", variables), sign)
            : throw new InputException($"hypothesis '{name}': '{path}' is no path; expected x -> y, x -> m -> y, x => y (total) or x ~~ y (correlation).");
    }
}
