using System.Text.RegularExpressions;

namespace Pathwise.Export.Scripts;

/// <summary>Expressions of constraints and definitions with other names in them.</summary>
internal static partial class ExpressionText
{
    private static readonly HashSet<string> Functions = ["exp", "log", "sqrt", "abs"];

    /// <summary>The expression, every name in it replaced, with blanks around its operators.</summary>
    public static string Of(string expression, Func<string, string> name) =>
        Words().Replace(expression, found => found.Groups["name"].Success && !Functions.Contains(found.Value) ? name(found.Value)
            : found.Groups["operator"].Success ? $" {found.Value} " : found.Value);

    // A sign within a number such as 1e-5 belongs to it.
    [GeneratedRegex(@"(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_.][\w.]*)|(?<operator>[+\-*/])", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
