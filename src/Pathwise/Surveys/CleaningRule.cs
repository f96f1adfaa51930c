namespace Pathwise.Surveys;

/// <summary>A rule that leaves cases out of a survey, and the reason that is given for each case it leaves out.</summary>
public sealed class CleaningRule
{
    private readonly Func<SurveyData, int, bool> leavesOut;

    private CleaningRule(string reason, Func<SurveyData, int, bool> leavesOut)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new InputException("a cleaning rule has no reason.");
        Reason = reason;
        this.leavesOut = leavesOut;
    }

    /// <summary>Why a case is left out by this rule.</summary>
    public string Reason { get; }

    /// <summary>Keeps the cases whose <paramref name="column"/> holds <paramref name="value"/>.</summary>
    public static CleaningRule Requires(string column, string value, string reason) =>
        new(reason, (data, i) => data.Table.Texts(column)[i] != value);

    /// <summary>Leaves out the cases whose <paramref name="column"/> holds <paramref name="value"/>.</summary>
    public static CleaningRule Excludes(string column, string value, string reason) =>
        new(reason, (data, i) => data.Table.Texts(column)[i] == value);

    /// <summary>Keeps the cases whose <paramref name="column"/> is not blank.</summary>
    public static CleaningRule Present(string column, string reason) =>
        new(reason, (data, i) => data.Table.Texts(column)[i] is null);

    /// <summary>Of the cases that are alike in <paramref name="column"/>, keeps the first among those still there.</summary>
    public static CleaningRule First(string column, string reason) =>
        new(reason, (data, i) => data.Table.Texts(column)[i] is { } text && data.Table.Texts(column).Take(i).Contains(text));

    /// <summary>Leaves out the cases with an answer outside its item's range.</summary>
    public static CleaningRule InRange(string reason) =>
        new(reason, (data, i) => data.Codebook.Items.Any(item => IsOutside(item, data.Table.Numbers(item.Name)[i])));

    /// <summary>
    /// Leaves out straight-lining: every item answered alike, before reverse-keyed items are recoded, so that no
    /// opinion can explain it. A case with a single answer is not judged.
    /// </summary>
    public static CleaningRule Varied(string reason) => new(reason, (data, i) =>
    {
        var answers = Answers(data, i);
        return answers.Length > 1 && answers.Distinct().Count() == 1;
    });

    /// <summary>Keeps the cases in which at most <paramref name="missing"/> items are blank.</summary>
    public static CleaningRule Complete(int missing, string reason) =>
        new(reason, (data, i) => data.Codebook.Items.Count - Answers(data, i).Length > missing);

    /// <summary>The positions of the cases that the rule leaves out.</summary>
    internal IReadOnlyList<int> LeftOut(SurveyData data) =>
        Enumerable.Range(0, data.Count).Where(i => leavesOut(data, i)).ToArray();

    private static bool IsOutside(Item item, double answer) => !double.IsNaN(answer) && !item.Range.Contains(answer);

    private static double[] Answers(SurveyData data, int position) => data.Codebook.Items
        .Select(item => data.Table.Numbers(item.Name)[position])
        .Where(answer => !double.IsNaN(answer))
        .ToArray();
}
