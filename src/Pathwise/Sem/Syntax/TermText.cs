using System.Globalization;

namespace Pathwise.Sem.Syntax;

/// <summary>Writes terms of a model in lavaan's syntax, so that reading them gives the same terms.</summary>
internal static class TermText
{
    /// <summary>One formula for one term: <c>f =~ NA*label("a")*x1</c>.</summary>
    public static string Formula(Term term) => term.Operator == "~1"
        ? $"{term.Lhs} ~ {Modifiers(term.Modifier)}1"
        : $"{term.Lhs} {term.Operator} {Modifiers(term.Modifier)}{term.Rhs}";

    private static string Modifiers(Modifier modifier) => string.Concat(
        modifier.Fixed is { } values ? $"{Values("c", values)}*" : "",
        modifier.Start is { } starts ? $"{Values("start", starts)}*" : "",
        modifier.Labels is { } labels ? $"{(modifier.IsEqualTo ? "equal" : "label")}({string.Join(",", labels.Select(label => $"\"{label}\""))})*" : "");

    private static string Values(string function, IReadOnlyList<double?> values) =>
        $"{function}({string.Join(",", values.Select(value => value?.ToString("R", CultureInfo.InvariantCulture) ?? "NA"))})";
}
