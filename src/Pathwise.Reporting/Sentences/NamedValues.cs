using System.Reflection;

namespace Pathwise.Reporting.Sentences;

/// <summary>The values that a template names, with the types that they were declared with.</summary>
internal sealed class NamedValues
{
    private readonly Dictionary<string, (Type Type, object? Value)> values;

    private NamedValues(Dictionary<string, (Type Type, object? Value)> values) => this.values = values;

    /// <summary>A value for each public property.</summary>
    public static NamedValues Of(object holder) => new(holder.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetIndexParameters().Length == 0)
        .ToDictionary(property => property.Name, property => (property.PropertyType, property.GetValue(holder)), StringComparer.Ordinal));

    /// <summary>The text of a template; every place is asked for, also in words that are not chosen.</summary>
    public string Fill(IReadOnlyList<Piece> pieces)
    {
        var places = Places(pieces).ToList();
        foreach (var place in places)
            Manner.Require(place, Known(place.Name).Type);
        if (values.Keys.Except(places.Select(place => place.Name)).ToList() is { Count: > 0 } unsaid)
            throw new InputException($"Not said by the template: {string.Join(", ", unsaid)}.");
        return Text(pieces, "#");
    }

    private static IEnumerable<Place> Places(IReadOnlyList<Piece> pieces) =>
        pieces.OfType<Place>().SelectMany(place => place.Choices.SelectMany(Places).Prepend(place));

    private (Type Type, object? Value) Known(string name) => values.TryGetValue(name, out var value)
        ? value
        : throw new InputException($"Not a value of the template: '{name}'. It has: {string.Join(", ", values.Keys)}.");

    private string Text(IReadOnlyList<Piece> pieces, string count) => string.Concat(pieces.Select(piece => piece switch
    {
        Words words => words.Text.Replace("#", count, StringComparison.Ordinal),
        Place place => Text(place, count),
        _ => "",
    }));

    private string Text(Place place, string count)
    {
        var value = values[place.Name].Value;
        return place.Choices.Count == 0
            ? Manner.Text(value, place.Format)
            : Text(place.Choices[Manner.Choice(value, place.Choices.Count)], value is int number ? Manner.Text(number, "") : count);
    }
}
