using System.Text.Json.Nodes;
using Pathwise.Tables;

namespace Pathwise.Analyses;

/// <summary>The form in which an object stands in a file: its members, each written and read by one rule.</summary>
internal sealed class ObjectForm<T>(params Member<T>[] members)
{
    /// <summary>The names of its members.</summary>
    public IReadOnlyList<string> Names { get; } = [.. members.Select(member => member.Name)];

    /// <summary>The object as JSON.</summary>
    /// <param name="value">The object.</param>
    /// <param name="isWhole">Whether members are written that have no part in what is computed, as paths.</param>
    public JsonObject Write(T value, bool isWhole)
    {
        var node = new JsonObject();
        foreach (var member in members.Where(member => isWhole || member.IsSignificant))
        {
            var written = member.Write(value, isWhole);
            if (isWhole || !member.IsUnsaid(written))
                node.Add(member.Name, written);
        }

        return node;
    }

    /// <summary>The object that a file describes; members that it does not have stay as they are in <paramref name="start"/>.</summary>
    public T Read(JsonPlace place, T start)
    {
        var value = start;
        foreach (var each in place.Members())
        {
            var name = place.Path.Length == 0 ? each.Path : each.Path[(place.Path.Length + 1)..];
            var member = Array.Find(members, member => member.Name == name)
                ?? throw new InputException($"{place.Where}: {NearestName.Complaint("the members of this place", name, [.. members.Select(member => member.Name)])}");
            value = member.Read(value, each);
        }

        return value;
    }
}

/// <summary>A member of an object: its name, how it is written and read, and whether it has a part in what is computed.</summary>
internal sealed record Member<T>(string Name, Func<T, bool, JsonNode?> Write, Func<T, JsonPlace, T> Read, bool IsSignificant = true)
{
    private string? unsaid;

    /// <summary>
    /// The same, left out of what is hashed where it is at its default: a member that came later than the first keys, which stay what they were.
    /// </summary>
    /// <param name="json">The default as JSON.</param>
    public Member<T> Later(string json) => this with { unsaid = json };

    /// <summary>Whether such a member says nothing.</summary>
    public bool IsUnsaid(JsonNode? written) => unsaid is not null && (written?.ToJsonString() ?? "null") == unsaid;
}

/// <summary>Kinds of members.</summary>
internal static class Member
{
    public static Member<T> Flag<T>(string name, Func<T, bool> get, Func<T, bool, T> set) => new(name, (of, _) => get(of), (of, place) => set(of, place.Flag()));

    public static Member<T> OptionalFlag<T>(string name, Func<T, bool?> get, Func<T, bool?, T> set) =>
        new(name, (of, _) => get(of) is { } flag ? JsonValue.Create(flag) : null, (of, place) => set(of, place.IsNull ? null : place.Flag()));

    public static Member<T> Whole<T>(string name, Func<T, int> get, Func<T, int, T> set) => new(name, (of, _) => get(of), (of, place) => set(of, place.Whole()));

    public static Member<T> OptionalWhole<T>(string name, Func<T, int?> get, Func<T, int?, T> set) =>
        new(name, (of, _) => get(of) is { } number ? JsonValue.Create(number) : null, (of, place) => set(of, place.IsNull ? null : place.Whole()));

    public static Member<T> Long<T>(string name, Func<T, long> get, Func<T, long, T> set) => new(name, (of, _) => get(of), (of, place) => set(of, place.Long()));

    public static Member<T> Real<T>(string name, Func<T, double> get, Func<T, double, T> set) => new(name, (of, _) => get(of), (of, place) => set(of, place.Real()));

    public static Member<T> OptionalReal<T>(string name, Func<T, double?> get, Func<T, double?, T> set) =>
        new(name, (of, _) => get(of) is { } number ? JsonValue.Create(number) : null, (of, place) => set(of, place.IsNull ? null : place.Real()));

    public static Member<T> Text<T>(string name, Func<T, string> get, Func<T, string, T> set, bool isSignificant = true) =>
        new(name, (of, _) => get(of), (of, place) => set(of, place.Text()), isSignificant);

    public static Member<T> OptionalText<T>(string name, Func<T, string?> get, Func<T, string?, T> set, bool isSignificant = true) =>
        new(name, (of, _) => get(of), (of, place) => set(of, place.IsNull ? null : place.Text()), isSignificant);

    public static Member<T> Choice<T, TChoice>(string name, IReadOnlyDictionary<string, TChoice> words, Func<T, TChoice> get, Func<T, TChoice, T> set) =>
        new(name, (of, _) => words.Word(get(of)), (of, place) => set(of, place.Choice(words)));

    public static Member<T> List<T, TItem>(string name, Func<T, IReadOnlyList<TItem>> get, Func<T, IReadOnlyList<TItem>, T> set, Func<TItem, JsonNode?> write, Func<JsonPlace, TItem> read) =>
        new(name, (of, _) => new JsonArray([.. get(of).Select(write)]), (of, place) => set(of, place.List(read)));

    public static Member<T> Texts<T>(string name, Func<T, IReadOnlyList<string>> get, Func<T, IReadOnlyList<string>, T> set) =>
        List(name, get, set, text => JsonValue.Create(text), place => place.Text());

    public static Member<T> Wholes<T>(string name, Func<T, IReadOnlyList<int>> get, Func<T, IReadOnlyList<int>, T> set) =>
        List(name, get, set, number => JsonValue.Create(number), place => place.Whole());

    public static Member<T> Choices<T, TChoice>(string name, IReadOnlyDictionary<string, TChoice> words, Func<T, IReadOnlyList<TChoice>> get, Func<T, IReadOnlyList<TChoice>, T> set) =>
        List(name, get, set, choice => JsonValue.Create(words.Word(choice)), place => place.Choice(words));

    /// <summary>An object of a form of its own, or null.</summary>
    public static Member<T> Part<T, TPart>(string name, ObjectForm<TPart> form, Func<T, TPart?> get, Func<T, TPart?, T> set, Func<TPart> start)
        where TPart : class =>
        new(name, (of, isWhole) => get(of) is { } part ? form.Write(part, isWhole) : null, (of, place) => set(of, place.IsNull ? null : form.Read(place, start())));
}
