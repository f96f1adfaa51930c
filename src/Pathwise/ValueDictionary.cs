using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Pathwise;

/// <summary>
/// A dictionary that is equal to another one when both have the same keys with equal values, in whatever order; it is copied when it is made, keeps the
/// order of the original, and does not change.
/// </summary>
internal sealed class ValueDictionary<TKey, TValue> : IReadOnlyDictionary<TKey, TValue>, IEquatable<ValueDictionary<TKey, TValue>>
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> items;

    public ValueDictionary(IEnumerable<KeyValuePair<TKey, TValue>> items) => this.items = new(items);

    public int Count => items.Count;

    public IEnumerable<TKey> Keys => items.Keys;

    public IEnumerable<TValue> Values => items.Values;

    public TValue this[TKey key] => items[key];

    public bool ContainsKey(TKey key) => items.ContainsKey(key);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value) => items.TryGetValue(key, out value);

    public bool Equals(ValueDictionary<TKey, TValue>? other) => other is not null && Count == other.Count
        && items.All(each => other.items.TryGetValue(each.Key, out var value) && EqualityComparer<TValue>.Default.Equals(each.Value, value));

    public override bool Equals(object? obj) => Equals(obj as ValueDictionary<TKey, TValue>);

    // A sum, so that the order of the keys is no part of it.
    public override int GetHashCode() => items.Aggregate(Count, (hash, each) => unchecked(hash + HashCode.Combine(each.Key, each.Value)));

    public IEnumerator<KeyValuePair<TKey, TValue>> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => $"[{string.Join(", ", items.Select(each => $"{each.Key}: {each.Value}"))}]";
}

/// <summary>Makes dictionaries that are compared by their content, for the members of records.</summary>
internal static class ValueDictionary
{
    /// <summary>The pairs as such a dictionary.</summary>
    public static IReadOnlyDictionary<TKey, TValue> Of<TKey, TValue>(IReadOnlyDictionary<TKey, TValue> items)
        where TKey : notnull => items as ValueDictionary<TKey, TValue> ?? new ValueDictionary<TKey, TValue>(items);
}
