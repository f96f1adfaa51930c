namespace Pathwise.Surveys;

/// <summary>A rule that leaves cases out of a survey, and the reason that is given for each case it leaves out.</summary>
public sealed class CleaningRule
{
    private readonly Func<SurveyData, Func<int, bool>> judgeOf;

    private CleaningRule(string reason, Func<SurveyData, Func<int, bool>> judgeOf)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new InputException("a cleaning rule has no reason.");
        Reason = reason;
        this.judgeOf = judgeOf;
    }

    /// <summary>Why a case is left out by this rule.</summary>
    public string Reason { get; }

    /// <summary>Keeps the cases whose <paramref name="column"/> holds <paramref name="value"/>.</summary>
    public static CleaningRule Requires(string column, string value, string reason) => OfColumn(column, reason, text => text != value);

    /// <summary>Leaves out the cases whose <paramref name="column"/> holds <paramref name="value"/>.</summary>
    public static CleaningRule Excludes(string column, string value, string reason) => OfColumn(column, reason, text => text == value);

    /// <summary>Keeps the cases whose <paramref name="column"/> is not blank.</summary>
    public static CleaningRule Present(string column, string reason) => OfColumn(column, reason, text => text is null);

    /// <summary>Of the cases that are alike in <paramref name="column"/>, keeps the first among those still there.</summary>
    public static CleaningRule First(string column, string reason) => new(reason, data =>
    {
        var texts = data.Table.Texts(column);
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i] is { } text)
                first.TryAdd(text, i);
        }

        return i => texts[i] is { } text && first[text] < i;
    });

    /// <summary>Leaves out the cases with an answer outside its item's range.</summary>
    public static CleaningRule InRange(string reason) => new(reason, data =>
    {
        var items = data.Codebook.Items.Select(item => (item.Range, Answers: data.Table.Numbers(item.Name))).ToArray();
        return i => Array.Exists(items, item => !double.IsNaN(item.Answers[i]) && !item.Range.Contains(item.Answers[i]));
    });

    /// <summary>
    /// Leaves out straight-lining: every item answered alike, before reverse-keyed items are recoded, so that no
    /// opinion can explain it. A case with a single answer is not judged.
    /// </summary>
    public static CleaningRule Varied(string reason) => OfAnswers(reason, answers => answers.Length > 1 && answers.Distinct().Count() == 1);

    /// <summary>Keeps the cases in which at most <paramref name="missing"/> items are blank.</summary>
    public static CleaningRule Complete(int missing, string reason) => new(reason, data =>
    {
        var items = data.Codebook.Items.Select(item => data.Table.Numbers(item.Name)).ToArray();
        return i => items.Count(answers => double.IsNaN(answers[i])) > missing;
    });

    /// <summary>The positions of the cases that the rule leaves out.</summary>
    internal IReadOnlyList<int> LeftOut(SurveyData data)
    {
        var leavesOut = judgeOf(data);
        return Enumerable.Range(0, data.Count).Where(leavesOut).ToArray();
    }

    private static CleaningRule OfColumn(string column, string reason, Func<string?, bool> leavesOut) => new(reason, data =>
    {
        var texts = data.Table.Texts(column);
        return i => leavesOut(texts[i]);
    });

    private static CleaningRule OfAnswers(string reason, Func<double[], bool> leavesOut) => new(reason, data =>
    {
        var items = data.Codebook.Items.Select(item => data.Table.Numbers(item.Name)).ToArray();
        return i => leavesOut([.. items.Select(answers => answers[i]).Where(answer => !double.IsNaN(answer))]);
    });
}
