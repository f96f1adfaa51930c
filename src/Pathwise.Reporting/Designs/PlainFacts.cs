using System.Reflection;
using System.Text;
using Pathwise.Numerics;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Designs;

/// <summary>The plain facts of a row: its properties that are numbers, words, truth values or intervals.</summary>
internal static class PlainFacts
{
    /// <summary>A table of names and values.</summary>
    public static Table Table(string caption, IReadOnlyList<(string Name, Cell Value)> facts) =>
        new(caption, [new("", facts.Select(fact => Cell.Text(fact.Name))), new("Value", facts.Select(fact => fact.Value), isText: true)]);

    /// <summary>One line for each fact of a single result, and the lists of rows that it has.</summary>
    public static Exhibit Of(object row, IEnumerable<Exhibit> lists)
    {
        var name = Words(row.GetType().Name);
        var facts = Table(name, [.. Plain(row.GetType()).Select(property => (Words(property.Name), CellOf(property, row)))]);
        Exhibit[] parts = [facts, .. lists];
        return parts.Length == 1 ? facts : new Summary(name, parts);
    }

    /// <summary>One line for each row, one column for each fact; numbers and words by themselves are one column.</summary>
    public static Table Of(Type type, IReadOnlyList<object> rows) => IsPlain(type)
        ? new("", [new("", rows.Select((_, i) => Cell.Count(i + 1))), new("Value", rows.Select(CellOf))])
        : new(Words(type.Name), Plain(type).Select(property => new Column(Words(property.Name), rows.Select(row => CellOf(property, row)))));

    /// <summary>A name of the code as words: StandardError becomes Standard error.</summary>
    public static string Words(string name)
    {
        var words = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var begins = i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1]);
            words.Append(begins ? " " : "").Append(begins ? char.ToLowerInvariant(name[i]) : name[i]);
        }
        return words.ToString();
    }

    /// <summary>A truth value in a word; null when it is undefined.</summary>
    public static string? Truth(bool? truth) => truth switch
    {
        true => "yes",
        false => "no",
        null => null,
    };

    /// <summary>What can be read of a type without an index.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0);

    private static IEnumerable<PropertyInfo> Plain(Type type) =>
        Properties(type).Where(property => IsPlain(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType));

    private static bool IsPlain(Type type) =>
        type.IsEnum || type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(long)
        || type == typeof(double) || type == typeof(Interval);

    private static bool IsProbability(string name) =>
        name.EndsWith("PValue", StringComparison.Ordinal) || (name.Length > 1 && name[^1] == 'P' && char.IsLower(name[^2]));

    private static Cell CellOf(PropertyInfo property, object row) => property.GetValue(row) switch
    {
        double value when IsProbability(property.Name) => Cell.PValue(value),
        var value => CellOf(value),
    };

    private static Cell CellOf(object? value) => value switch
    {
        double number => Cell.Number(number, 3),
        int count => Cell.Count(count),
        long count => Cell.Count(count),
        bool truth => Cell.Text(Truth(truth)),
        Interval interval => Cell.Interval(interval.Lower, interval.Upper, 3),
        Enum choice => Cell.Text(Words(choice.ToString())),
        var text => Cell.Text(text as string),
    };
}
