namespace Pathwise.Numerics;

/// <summary>Puts a list into random order.</summary>
internal static class Shuffle
{
    // Fisher and Yates: every order is equally likely.
    public static void InPlace<T>(IList<T> list, RandomStream stream)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var j = stream.NextInteger(i + 1);
            (list[i], list[j]) = (list[j], list[i]);
        }
    }
}
