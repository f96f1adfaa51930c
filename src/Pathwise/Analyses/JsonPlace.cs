using System.Text.Json;

namespace Pathwise.Analyses;

/// <summary>A value in a JSON file and where it stands there; what it is not is an <see cref="InputException"/> with that place.</summary>
/// <param name="Source">The file.</param>
/// <param name="Path">The members that lead to the value, as <c>effects.level</c>.</param>
/// <param name="Element">The value.</param>
internal readonly record struct JsonPlace(string Source, string Path, JsonElement Element)
{
    public bool IsNull => Element.ValueKind == JsonValueKind.Null;

    public string Text() => Element.ValueKind == JsonValueKind.String ? Element.GetString()! : throw Refusal("a text in quotation marks");

    public bool Flag() => Element.ValueKind is JsonValueKind.True or JsonValueKind.False ? Element.GetBoolean() : throw Refusal("true or false");

    public int Whole() => Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var number) ? number : throw Refusal("a whole number");

    public long Long() => Element.ValueKind == JsonValueKind.Number && Element.TryGetInt64(out var number) ? number : throw Refusal("a whole number");

    public double Real() => Element.ValueKind == JsonValueKind.Number && Element.TryGetDouble(out var number) && double.IsFinite(number) ? number : throw Refusal("a number");

    public T Choice<T>(IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(Text(), out var choice) ? choice : throw Refusal($"one of {string.Join(", ", words.Keys)}");

    public IReadOnlyList<T> List<T>(Func<JsonPlace, T> read)
    {
        if (Element.ValueKind != JsonValueKind.Array)
            throw Refusal("a list in brackets");
        var (source, path) = (Source, Path);
        return [.. Element.EnumerateArray().Select((item, i) => read(new(source, FormattableString.Invariant($"{path}[{i}]"), item)))];
    }

    public IReadOnlyList<JsonPlace> Members()
    {
        if (Element.ValueKind != JsonValueKind.Object)
            throw Refusal("members in braces");
        var (source, path) = (Source, Path);
        return [.. Element.EnumerateObject().Select(member => new JsonPlace(source, path.Length == 0 ? member.Name : $"{path}.{member.Name}", member.Value))];
    }

    public InputException Refusal(string expected) => Element.ValueKind switch
    {
        JsonValueKind.String => new($"{Where} is '{Element.GetString()}'; expected {expected}."),
        JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Undefined => new($"{Where}: expected {expected}."),
        _ => new($"{Where} is {Element.GetRawText()}; expected {expected}."),
    };

    /// <summary>The file and the place in it.</summary>
    public string Where => Path.Length == 0 ? Source : $"{Source}, {Path}";
}
