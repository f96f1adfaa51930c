using System.Globalization;
using System.Text.RegularExpressions;
using Pathwise.Numerics;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Sentences;

/// <summary>In which manner a value can be said: the formats and the choices of each type, and what they give.</summary>
internal static partial class Manner
{
    private const string Undefined = "undefined";
    private const string PValue = "p";

    /// <summary>Stops with an <see cref="InputException"/> where values of a type cannot be said as a place asks, whatever they are.</summary>
    public static void Require(Place place, Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        var isFit = place.Choices.Count > 0 ? Choices(type).Contains(place.Choices.Count)
            : plain == typeof(double) ? place.Format == PValue || Number().IsMatch(place.Format)
            : plain == typeof(Interval) ? Number().IsMatch(place.Format)
            : (plain == typeof(int) || plain == typeof(string) || type.IsAssignableTo(typeof(IEnumerable<string>))) && place.Format.Length == 0;
        if (!isFit)
            throw new InputException($"'{place.Name}' cannot be said so; expected {Expected(type, plain)}.");
    }

    /// <summary>A value in a format; what is undefined says so.</summary>
    public static string Text(object? value, string format) => value switch
    {
        null or double.NaN => Undefined,
        double number when format == PValue => NumberText.PValue(number) is ['<' or '>', ..] text ? "p " + text : $"p = {NumberText.PValue(number)}",
        double number => Decimals(number, format),
        Interval interval => $"[{Decimals(interval.Lower, format)}, {Decimals(interval.Upper, format)}]",
        int count => count.ToString("#,0", CultureInfo.InvariantCulture),
        string words => words,
        IEnumerable<string> list => List([.. list]),
        _ => throw new InputException($"A {value.GetType().Name} cannot be said."),
    };

    /// <summary>Which of so many words a truth value or a count chooses.</summary>
    public static int Choice(object? value, int choices) => value switch
    {
        true => 0,
        false => 1,
        int count when choices == 3 => Math.Clamp(count, 0, 2),
        int count => count == 1 ? 0 : 1,
        _ => 2,
    };

    private static int[] Choices(Type type) =>
        type == typeof(bool) ? [2] : type == typeof(bool?) ? [3] : type == typeof(int) ? [2, 3] : [];

    private static string Expected(Type type, Type plain) =>
        type == typeof(bool) ? "two words to choose from, as in {name:yes|no}"
        : type == typeof(bool?) ? "three words to choose from, as in {name:yes|no|undefined}"
        : type == typeof(int) ? "{name}, or two or three words, as in {name:# case|# cases}"
        : plain == typeof(double) ? "decimals, as in {name:0.00}, {name:.00}, {name:0 %}, or {name:p}"
        : plain == typeof(Interval) ? "decimals, as in {name:0.00}"
        : plain == typeof(int) || plain == typeof(string) || type.IsAssignableTo(typeof(IEnumerable<string>)) ? "{name}"
        : $"a truth value, a count, a number, an interval or words; a {type.Name} is none";

    private static string Decimals(double number, string format)
    {
        var form = Number().Match(format);
        var (decimals, isShare) = (Math.Max(form.Groups["decimals"].Length - 1, 0), form.Groups["share"].Success);
        var text = NumberText.Number(isShare ? 100 * number : number, decimals, isBounded: !form.Groups["zero"].Success);
        return isShare ? text + " %" : text;
    }

    private static string List(string[] words) => words switch
    {
        [] => "none",
        [var only] => only,
        _ => $"{string.Join(", ", words[..^1])} and {words[^1]}",
    };

    [GeneratedRegex(@"^(?=0|\.0)(?<zero>0)?(?<decimals>\.0+)?(?<share> %)?$")]
    private static partial Regex Number();
}
