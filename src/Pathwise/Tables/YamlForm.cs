using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Pathwise.Tables;

/// <summary>
/// The form that every YAML file must have before its meaning is read: one document, lists and named fields nested a few levels deep, each name
/// once.
/// </summary>
internal sealed partial class YamlForm
{
    private const int Deepest = 20;

    private static readonly string[] Blanks = ["", "~", "null", "Null", "NULL"];

    private readonly string _path;
    private readonly bool _allowsBlanks;
    private readonly Stack<Level> _levels = new();
    private int _documents;

    private YamlForm(string path, bool allowsBlanks) => (_path, _allowsBlanks) = (path, allowsBlanks);

    /// <summary>The text of a file that has this form; any other one is an <see cref="InputException"/> with its line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="allowsBlanks">Whether a field may be left empty.</param>
    public static string Read(string path, bool allowsBlanks)
    {
        var text = FileText.Read(path);
        var (form, parser) = (new YamlForm(path, allowsBlanks), new Parser(new StringReader(text)));
        return Understood(path, () =>
        {
            while (parser.MoveNext())
                form.Take(parser.Current!);
            return text;
        }, near: () => parser.Current?.End.Line);
    }

    /// <summary>What reading gives; whatever the YAML library cannot do is an <see cref="InputException"/> in our words.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="words">What the kind of file says of a problem, null where it has nothing better to say.</param>
    /// <param name="near">The line that was read last, where that is known.</param>
    public static T Understood<T>(string path, Func<T> read, Func<Exception, string?>? words = null, Func<long?>? near = null)
    {
        try
        {
            return read();
        }
        catch (YamlException problem)
        {
            var why = words?.Invoke(problem.InnerException ?? problem) ?? InOurWords(problem);
            throw new InputException($"{path}, line {problem.Start.Line}: {why}", problem);
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException or NullReferenceException or FormatException or IndexOutOfRangeException)
        {
            // The library ends so on some texts that are no YAML.
            var line = near?.Invoke() is { } last ? $", after line {last}," : "";
            throw new InputException($"{path}{line} cannot be read as YAML; expected lists ('- ...') and fields ('name: value').", problem);
        }
    }

    private void Take(ParsingEvent each)
    {
        switch (each)
        {
            case DocumentStart when ++_documents > 1:
                throw Refuse(each, "a second document begins here; expected one");
            case AnchorAlias when _levels.TryPeek(out var level) && level.ExpectsName:
                throw Refuse(each, "an alias (*) stands where a name is expected");
            case AnchorAlias:
                End();
                break;
            case SequenceStart or MappingStart:
                Begin(each, isMapping: each is MappingStart);
                break;
            case SequenceEnd or MappingEnd:
                _levels.Pop();
                End();
                break;
            case Scalar scalar when _levels.TryPeek(out var level) && level.ExpectsName:
                Name(scalar, level);
                break;
            case Scalar scalar:
                Value(scalar);
                End();
                break;
        }
    }

    private void Begin(ParsingEvent each, bool isMapping)
    {
        if (_levels.TryPeek(out var level) && level.ExpectsName)
            throw Refuse(each, "a list or fields stand where a name is expected");
        if (_levels.Count == Deepest)
            throw Refuse(each, $"lists and fields are nested more than {Deepest} levels deep");
        _levels.Push(new Level(isMapping) { ExpectsName = isMapping });
    }

    private void Name(Scalar scalar, Level level)
    {
        if (!level.Names.Add(scalar.Value))
            throw Refuse(scalar, $"'{scalar.Value}' is given twice");
        level.Name = scalar.Value;
        level.ExpectsName = false;
    }

    private void Value(Scalar scalar)
    {
        if (_allowsBlanks || scalar.Style != ScalarStyle.Plain || !Blanks.Contains(scalar.Value))
            return;
        throw Refuse(scalar, _levels.TryPeek(out var level) && level.IsMapping ? $"'{level.Name}' has no value" : "an entry of a list is empty");
    }

    private void End()
    {
        if (_levels.TryPeek(out var level) && level.IsMapping)
            level.ExpectsName = true;
    }

    private InputException Refuse(ParsingEvent each, string what) => new($"{_path}, line {each.Start.Line}: {what}.");

    // The library speaks of its events and of types of the runtime, which whoever writes the file does not know.
    private static string InOurWords(YamlException problem) => Events().Match(problem.Message) is { Success: true } events
        ? $"expected {InOurWords(events.Groups["expected"].Value)}, there was {InOurWords(events.Groups["found"].Value)}."
        : Type().Match(problem.Message + problem.InnerException?.Message) is { Success: true } type
            ? $"expected {Kind(type.Groups["type"].Value)}."
            : problem.Message == "Exception during deserialization" ? "a text or a number stands where a list or fields are expected."
            : problem.Message.ReplaceLineEndings(" ");

    private static string Kind(string type) => type switch
    {
        _ when type.Contains("List`", StringComparison.Ordinal) => "a list ('- ...')",
        "System.Int32" => "a whole number",
        "System.Boolean" => "true or false",
        "System.String" => "a text",
        _ when type.StartsWith("Pathwise.", StringComparison.Ordinal) || type.Contains("Dictionary`", StringComparison.Ordinal) => "fields ('name: value')",
        _ => "something else",
    };

    private static string InOurWords(string name) => name switch
    {
        "SequenceStart" => "a list ('- ...')",
        "MappingStart" => "fields ('name: value')",
        "Scalar" => "a text or a number",
        "SequenceEnd" or "MappingEnd" => "an end",
        _ => "something else",
    };

    [GeneratedRegex("^Expected '(?<expected>\\w+)', got '(?<found>\\w+)'")]
    private static partial Regex Events();

    [GeneratedRegex("type '?(?<type>(?:System|Pathwise)\\.[^\\s,']+)", RegexOptions.IgnoreCase)]
    private static partial Regex Type();

    /// <summary>A list or a set of fields that is open while reading.</summary>
    private sealed class Level(bool isMapping)
    {
        public bool IsMapping => isMapping;

        public bool ExpectsName { get; set; }

        public string Name { get; set; } = "";

        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);
    }
}
