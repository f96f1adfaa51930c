using Pathwise.Tables;

namespace Pathwise.Import.Services;

/// <summary>Labels of answers in their order, as questionnaires use them, for exports that hold labels instead of codes.</summary>
internal static class AnswerScales
{
    // From the lowest to the highest; a stroke parts words for the same answer.
    private static readonly string[][][] Known =
    [
        Scale("strongly disagree, disagree, neither agree nor disagree|neutral|undecided|neither, agree, strongly agree"),
        Scale("strongly disagree, somewhat disagree, neither agree nor disagree|neutral, somewhat agree, strongly agree"),
        Scale("strongly disagree, disagree, somewhat disagree|slightly disagree, neither agree nor disagree|neutral|neither, somewhat agree|slightly agree, agree, strongly agree"),
        Scale("completely disagree|totally disagree, disagree, neither agree nor disagree|neutral, agree, completely agree|totally agree"),
        Scale("never, rarely|seldom, sometimes, often, always|very often"),
        Scale("never, sometimes, about half the time, most of the time, always"),
        Scale("not at all, several days, more than half the days, nearly every day"),
        Scale("not at all, slightly|a little, moderately|somewhat, very|quite a bit|very much, extremely"),
        Scale("very dissatisfied, dissatisfied, neither satisfied nor dissatisfied|neutral, satisfied, very satisfied"),
        Scale("extremely dissatisfied, somewhat dissatisfied, neither satisfied nor dissatisfied, somewhat satisfied, extremely satisfied"),
        Scale("very unlikely, unlikely, neither likely nor unlikely|neutral|undecided, likely, very likely"),
        Scale("extremely unlikely, somewhat unlikely, neither likely nor unlikely, somewhat likely, extremely likely"),
        Scale("not at all important|not important, slightly important, moderately important|important, very important, extremely important"),
        Scale("very poor|terrible, poor, fair|average, good, very good|excellent"),
        Scale("poor, fair, good, very good, excellent"),
        Scale("stimme überhaupt nicht zu|stimme gar nicht zu, stimme nicht zu|stimme eher nicht zu, teils/teils|teils teils|weder noch|neutral, stimme zu|stimme eher zu, stimme voll und ganz zu|stimme völlig zu"),
        Scale("trifft überhaupt nicht zu|trifft gar nicht zu|trifft nicht zu, trifft eher nicht zu, teils/teils|teils teils|teilweise, trifft eher zu, trifft voll und ganz zu|trifft völlig zu|trifft zu"),
        Scale("nie, selten, manchmal|gelegentlich, oft|häufig, immer|sehr oft"),
        Scale("pas du tout d'accord, plutôt pas d'accord, ni d'accord ni pas d'accord|neutre, plutôt d'accord, tout à fait d'accord"),
        Scale("helemaal mee oneens|helemaal oneens, mee oneens|oneens, neutraal|niet mee eens niet mee oneens, mee eens|eens, helemaal mee eens|helemaal eens"),
        Scale("totalmente en desacuerdo, en desacuerdo, ni de acuerdo ni en desacuerdo|neutral, de acuerdo, totalmente de acuerdo"),
    ];

    /// <summary>Gives each column whose values are all labels of one scale that scale: of several, the one that fits most columns, and of these the shortest.</summary>
    public static void Choose(IReadOnlyList<ColumnReader> columns)
    {
        var fitting = columns.Select(column => Known.Where(scale => Fits(column, scale)).ToArray()).ToArray();
        for (var i = 0; i < columns.Count; i++)
        {
            columns[i].Scale = fitting[i]
                .OrderByDescending(scale => fitting.Count(others => others.Contains(scale)))
                .ThenBy(scale => scale.Length)
                .FirstOrDefault();
        }
    }

    /// <summary>Whether a cell is one of these labels.</summary>
    public static bool Is(string cell, string[] labels) => labels.Contains(Plain(cell));

    private static bool Fits(ColumnReader column, string[][] scale)
    {
        var words = column.Distinct.Where(cell => !NotNumbers.LooksMissing(cell) && MissingWords.Reason(cell) is null).ToArray();
        return words.Length > 1 && words.Length <= 2 * scale.Length && Array.TrueForAll(words, cell => Array.Exists(scale, labels => Is(cell, labels)));
    }

    private static string Plain(string cell) => string.Join(' ', cell.ToLowerInvariant().Replace('’', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string[][] Scale(string labels) => [.. labels.Split(", ").Select(answer => answer.Split('|'))];
}
