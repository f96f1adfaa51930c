using System.Text;

namespace Pathwise.Tests.Fuzzing;

/// <summary>Spoils a valid file in the ways in which files are spoiled, and in the ways in which somebody who means harm would.</summary>
internal sealed class Mutator(int seed)
{
    private const int MostChanges = 6;

    private static readonly string[] Pieces =
    [
        "\uFEFF", "\0", "\n", "\r\n", ",", ",,,,", ";", ":", "- ", "~", "null", "NA", "NaN", "1e999", "-1e308", "2147483648", "-2147483649", "99999999999999999999",
        "0", "-1", "0.5", "1,5", "true", "\"", "'", "\"\"", "\\ud800", "\\u0000", "\\", "{", "}", "[", "]", "(", ")", "()", "[]", "{}", "&a ", "*a", "!!int ", "<<: ", "|\n", "> ",
        "#", "!", "=~", "~~", ":=", "==", "<", "*", "/", "^", "+", "c(", "start(", "NA*", "\t", "\u2028", "é", "𝒳", "$", "$$", "\\frac", "\\left", "\\begin{array}", "<b>", "</", "```", "|--|",
    ];

    private static readonly string[] Openings = ["(", "[", "{", "-", ">", "- ", "((", "{\"a\":", "[{\"a\":", "\\sqrt", "\\frac{", "\\hat", "> ", "* ", "<div>", "exp(", "{a: ", "**", "~~"];

    private readonly Random _random = new(seed);

    /// <summary>One change of a file, or up to six.</summary>
    public byte[] Spoil(byte[] file)
    {
        var bytes = new List<byte>(file);
        for (var left = 1 + (_random.Next(4) == 0 ? _random.Next(MostChanges) : 0); left > 0; left--)
            Change(bytes);
        return [.. bytes];
    }

    private void Change(List<byte> bytes)
    {
        var at = _random.Next(bytes.Count + 1);
        switch (_random.Next(12))
        {
            case 0 when at < bytes.Count: bytes[at] ^= (byte)(1 << _random.Next(8)); break;
            case 1 when at < bytes.Count: bytes[at] = (byte)_random.Next(256); break;
            case 2: Remove(bytes, at, 1 + _random.Next(8)); break;
            case 3: Remove(bytes, at, 1 + _random.Next(40)); break;
            case 4: bytes.InsertRange(_random.Next(bytes.Count + 1), Piece(bytes, at, 1 + _random.Next(200))); break;
            case 5: SwapWords(bytes); break;
            case 6: ReplaceNumber(bytes); break;
            case 7: bytes.InsertRange(at, Nested()); break;
            case 8: SwapLines(bytes); break;
            default: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[_random.Next(Pieces.Length)])); break;
        }
    }

    // Mostly a few levels; now and then more than any stack holds.
    private byte[] Nested()
    {
        var times = _random.Next(20) == 0 ? 40_000 : _random.Next(60);
        return Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Openings[_random.Next(Openings.Length)], times)));
    }

    private void ReplaceNumber(List<byte> bytes)
    {
        var digits = Enumerable.Range(0, bytes.Count).Where(i => char.IsAsciiDigit((char)bytes[i])).ToArray();
        if (digits.Length == 0)
            return;
        var at = digits[_random.Next(digits.Length)];
        var end = at;
        while (end < bytes.Count && char.IsAsciiDigit((char)bytes[end]))
            end++;
        bytes.RemoveRange(at, end - at);
        bytes.InsertRange(at, Encoding.UTF8.GetBytes(new[] { "0", "-1", "1e400", "2000000000", "9999999999", "", "x", "0.0000001", "1e15", "null" }[_random.Next(10)]));
    }

    private void SwapWords(List<byte> bytes) => Swap(bytes, " ,:;\n\t\"");

    private void SwapLines(List<byte> bytes) => Swap(bytes, "\n");

    private void Swap(List<byte> bytes, string ends)
    {
        if (bytes.Count < 2)
            return;
        var (first, second) = (Word(bytes, ends), Word(bytes, ends));
        if (first.Start > second.Start)
            (first, second) = (second, first);
        if (first.Start + first.Length > second.Start)
            return;
        var (one, two) = (bytes.GetRange(first.Start, first.Length), bytes.GetRange(second.Start, second.Length));
        bytes.RemoveRange(second.Start, second.Length);
        bytes.InsertRange(second.Start, one);
        bytes.RemoveRange(first.Start, first.Length);
        bytes.InsertRange(first.Start, two);
    }

    private (int Start, int Length) Word(List<byte> bytes, string ends)
    {
        var at = _random.Next(bytes.Count);
        var (start, end) = (at, at);
        while (start > 0 && !ends.Contains((char)bytes[start - 1], StringComparison.Ordinal))
            start--;
        while (end < bytes.Count && !ends.Contains((char)bytes[end], StringComparison.Ordinal))
            end++;
        return (start, end - start);
    }

    private static void Remove(List<byte> bytes, int at, int count) => bytes.RemoveRange(at, Math.Min(count, bytes.Count - at));

    private static List<byte> Piece(List<byte> bytes, int at, int count) => bytes.GetRange(at, Math.Min(count, bytes.Count - at));
}
