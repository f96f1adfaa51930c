using System.Text.Json;
using System.Text.RegularExpressions;

namespace Pathwise.Tables;

/// <summary>Reads JSON that people write; what does not fit is an <see cref="InputException"/> with its line and place, in words of the file.</summary>
internal static partial class JsonForm
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>What the text says.</summary>
    /// <param name="json">The text.</param>
    /// <param name="source">What messages call it.</param>
    /// <param name="what">What it should hold, as "targets".</param>
    /// <param name="form">How members are named.</param>
    public static T Parse<T>(string json, string source, string what, JsonSerializerOptions form)
    {
        try
        {
            using (var document = JsonDocument.Parse(json, Strict))
                RequireWhole(document.RootElement, "$", source);
            return JsonSerializer.Deserialize<T>(json, form) ?? throw new InputException($"{source} holds no {what}.");
        }
        catch (JsonException problem)
        {
            throw new InputException($"{source}{Line(problem)}: {InOurWords(problem)}", problem);
        }
        catch (InvalidOperationException problem)
        {
            throw new InputException($"{source}: the name of a member has half of a character; expected whole ones.", problem);
        }
    }

    // A list has no empty places, and every text can be written.
    private static void RequireWhole(JsonElement element, string place, string source)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                    RequireWhole(member.Value, $"{place}.{Whole(() => member.Name, place, source)}", source);
                break;
            case JsonValueKind.Array:
                foreach (var (i, item) in element.EnumerateArray().Index())
                    RequireItem(item, $"{place}[{i}]", source);
                break;
            case JsonValueKind.String:
                Whole(element.GetString, place, source);
                break;
        }
    }

    private static void RequireItem(JsonElement item, string place, string source)
    {
        if (item.ValueKind == JsonValueKind.Null)
            throw new InputException($"{source}: {place} is null; expected a value.");
        RequireWhole(item, place, source);
    }

    private static string Whole(Func<string?> text, string place, string source)
    {
        try
        {
            return text()!;
        }
        catch (InvalidOperationException problem)
        {
            throw new InputException($"{source}: {place} has half of a character (a surrogate \\ud800 to \\udfff alone); expected whole ones.", problem);
        }
    }

    private static string Line(JsonException problem) => problem.LineNumber is { } line ? $", line {line + 1}" : "";

    private static string InOurWords(JsonException problem)
    {
        var place = problem.Path is { Length: > 0 } path ? $"{path}: " : "";
        var message = problem.Message;
        return problem.InnerException is { } inner && Token(inner.Message) is { } token ? $"{place}expected {token}."
            : Conversion().Match(message) is { Success: true } conversion ? $"{place}expected {Kind(conversion.Groups["type"].Value)}."
            : Missing().Match(message) is { Success: true } missing ? $"{place}there is no {missing.Groups["names"].Value.TrimEnd('.')}."
            : Unknown().Match(message) is { Success: true } unknown ? $"{place}'{unknown.Groups["name"].Value}' is not known here."
            : Null().Match(message) is { Success: true } empty ? $"{place}'{empty.Groups["name"].Value}' is null; expected a value."
            : Place().Replace(message, "").Trim().ReplaceLineEndings(" ");
    }

    // What the reader of single values says.
    private static string? Token(string message) =>
        message.Contains("out of bounds for an Int", StringComparison.Ordinal) ? "a whole number"
        : message.EndsWith("as a number.", StringComparison.Ordinal) ? "a number"
        : message.EndsWith("as a string.", StringComparison.Ordinal) ? "a text in quotation marks"
        : message.EndsWith("as a boolean.", StringComparison.Ordinal) ? "true or false"
        : null;

    // Lists before what they are of.
    private static string Kind(string type) => type switch
    {
        _ when type.Contains("List`", StringComparison.Ordinal) || type.EndsWith("[]", StringComparison.Ordinal) => "a list in brackets",
        "System.Int32" or "System.Int64" => "a whole number",
        "System.Double" => "a number",
        "System.String" => "a text in quotation marks",
        "System.Boolean" => "true or false",
        "System.DateOnly" => "a date such as 2010-03-01",
        _ when type.StartsWith("System.Nullable`1[", StringComparison.Ordinal) => Kind(type[18..^1]),
        _ => "something else; fields stand in braces, and names are those that the documentation lists",
    };

    [GeneratedRegex("^The JSON value could not be converted to (?<type>\\S+?)\\.(?: |$)")]
    private static partial Regex Conversion();

    [GeneratedRegex("missing required properties including: (?<names>.*?)(?: Path:|$)", RegexOptions.Singleline)]
    private static partial Regex Missing();

    [GeneratedRegex("^The JSON property '(?<name>.*)' could not be mapped", RegexOptions.Singleline)]
    private static partial Regex Unknown();

    [GeneratedRegex("^The (?:property or field|constructor parameter) '(?<name>[^']*)' on type .* doesn't allow", RegexOptions.Singleline)]
    private static partial Regex Null();

    [GeneratedRegex(" ?(?:Path: \\S+ \\| )?LineNumber: \\d+ \\| BytePositionInLine: \\d+\\.")]
    private static partial Regex Place();
}
