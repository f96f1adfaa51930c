using Pathwise.Tables;
using YamlDotNet.RepresentationModel;

namespace Pathwise.Auditing.Reported;

/// <summary>A file of statistics as a YAML list of mappings; links and details may be mappings themselves.</summary>
internal static class StatisticsYaml
{
    /// <summary>The entries of the file; whatever is wrong with its form is an <see cref="InputException"/>.</summary>
    public static IReadOnlyList<StatisticFields> Read(string path)
    {
        if (Root(path) is not YamlSequenceNode list)
            throw new InputException($"{path}: expected a list of statistics, each beginning with '- id: ...'.");
        return list.Children.Select(entry => Entry(path, entry)).ToArray();
    }

    private static YamlNode Root(string path)
    {
        var text = YamlForm.Read(path, allowsBlanks: true);
        var stream = YamlForm.Understood(path, () =>
        {
            var read = new YamlStream();
            read.Load(new StringReader(text));
            return read;
        });
        return stream.Documents.Count == 1
            ? stream.Documents[0].RootNode
            : throw new InputException($"{path}: {stream.Documents.Count} documents; expected one.");
    }

    private static StatisticFields Entry(string path, YamlNode entry)
    {
        var line = (int)entry.Start.Line;
        if (entry is not YamlMappingNode mapping)
            throw new InputException($"{path}, line {line}: expected fields such as 'id: ...'.");
        var texts = mapping.Children.ToDictionary(pair => Scalar(path, pair.Key), pair => Text(path, pair.Value), StringComparer.Ordinal);
        if (texts.Keys.FirstOrDefault(name => !StatisticFields.Known.Contains(name)) is { } unknown)
            throw new InputException(
                $"{path}, line {line}: the field '{unknown}' is not known; a statistic has: {string.Join(", ", StatisticFields.Known)}.");
        return new StatisticFields(path, line, texts);
    }

    // A mapping is written as the table writes it: "role: ids; role: ids".
    private static string Text(string path, YamlNode node) => node is YamlMappingNode mapping
        ? string.Join("; ", mapping.Children.Select(pair => $"{Scalar(path, pair.Key)}: {Scalar(path, pair.Value)}"))
        : Scalar(path, node);

    private static string Scalar(string path, YamlNode node) => node is YamlScalarNode { Value: { } value }
        ? value
        : throw new InputException($"{path}, line {node.Start.Line}: expected a text.");
}
