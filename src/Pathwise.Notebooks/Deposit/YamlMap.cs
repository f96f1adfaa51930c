using Pathwise.Tables;
using YamlDotNet.Serialization;

namespace Pathwise.Notebooks.Deposit;

/// <summary>A YAML file of names and values, whatever they are.</summary>
internal sealed class YamlMap(IReadOnlyDictionary<string, object?> values)
{
    public IEnumerable<string> Names => values.Keys;

    /// <summary>Reads a file. Throws <see cref="InputException"/> where it is not YAML, or no map.</summary>
    public static YamlMap Read(string path)
    {
        var text = YamlForm.Read(path, allowsBlanks: true);
        var parser = new DeserializerBuilder().Build();
        return new(YamlForm.Understood(path, () => parser.Deserialize<Dictionary<string, object?>?>(text)) ?? []);
    }

    /// <summary>A text, trimmed; null where there is none.</summary>
    public string? Text(string name) => values.GetValueOrDefault(name) is string text && text.Trim() is { Length: > 0 } trimmed ? trimmed : null;

    /// <summary>The maps of a list; what is in it and is none counts as an empty one.</summary>
    public IReadOnlyList<YamlMap> Maps(string name) => values.GetValueOrDefault(name) is IEnumerable<object> list ? [.. list.Select(Of)] : [];

    /// <summary>A map within; empty where there is none.</summary>
    public YamlMap Map(string name) => Of(values.GetValueOrDefault(name));

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<string> Texts(string name) => values.GetValueOrDefault(name) is IEnumerable<object> list ? [.. list.OfType<string>()] : [];

    private static YamlMap Of(object? value) => new((value as IDictionary<object, object>)?.ToDictionary(each => $"{each.Key}", each => (object?)each.Value) ?? []);
}
