using System.Globalization;

namespace Pathwise.Shards;

/// <summary>
/// A part of work that is shared out among tasks of a cluster: the <paramref name="Index"/>-th, counted from 1, of <paramref name="Count"/>.
/// Every piece of the work belongs to exactly one of them.
/// </summary>
internal sealed record Shard(int Index, int Count)
{
    /// <summary>So many shards at most: names of their files and lists of them stay of a size that can be read.</summary>
    public const int Most = 1_000_000;

    /// <summary>The pieces of this shard, of <paramref name="pieces"/> pieces that are numbered from 0: the first of them and how many there are.</summary>
    public (int First, int Count) Of(int pieces)
    {
        int first = Begin(Index - 1, pieces), end = Begin(Index, pieces);
        return (first, end - first);
    }

    /// <summary>Whether a piece, numbered from 0, of so many is of this shard.</summary>
    public bool Has(int piece, int pieces) => Of(pieces) is var (first, count) && piece >= first && piece < first + count;

    /// <summary>As <c>k/K</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");

    /// <summary>
    /// Reads <c>k/K</c>; <c>/K</c>, where the task of a cluster's array says which one it is; or nothing or <c>auto</c>, where it also says of how many.
    /// </summary>
    /// <param name="option">What messages call the text.</param>
    /// <param name="text">The text, or null.</param>
    /// <param name="environment">The value of a variable of the environment, or null.</param>
    /// <exception cref="InputException">It is none of these, or the environment does not say what is left out.</exception>
    public static Shard Parse(string option, string? text, Func<string, string?> environment)
    {
        var words = (text ?? "").Trim();
        if (words.Length == 0 || words.Equals("auto", StringComparison.OrdinalIgnoreCase))
            return ArrayTask.Of(option, environment).Whole(option);
        return words.Split('/') switch
        {
            ["", var of] => Checked(option, words, ArrayTask.Of(option, environment).Index, Number(option, words, of)),
            [var index, var of] => Checked(option, words, Number(option, words, index), Number(option, words, of)),
            _ => throw Refusal(option, words),
        };
    }

    /// <summary>A shard, or a refusal of one that does not exist.</summary>
    internal static Shard Checked(string option, string words, int index, int count) => count is >= 1 and <= Most && index >= 1 && index <= count
        ? new(index, count)
        : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{option} {words}: there is no shard {index} of {count}; expected k/K with k from 1 to K, and K at most {Most}."));

    // In long numbers, since the product of two ints may not be one.
    private int Begin(int index, int pieces) => (int)((long)index * pieces / Count);

    private static int Number(string option, string words, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Refusal(option, words);

    private static InputException Refusal(string option, string words) =>
        new($"{option}: '{words}' is not a shard; expected k/K as 3/20, /K in a task of an array, or auto.");
}
