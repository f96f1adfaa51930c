namespace Pathwise.Surveys;

/// <summary>
/// A rule that leaves cases out of a survey, and the reason that is given for each case it leaves out. A rule is a value: equal to any other
/// that says the same, and written as YAML or JSON by <see cref="CleaningRuleText"/>.
/// </summary>
public sealed record CleaningRule
{
    private CleaningRule(CleaningRuleKind kind, string reason)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new InputException("a cleaning rule has no reason.");
        (Kind, Reason) = (kind, reason);
    }

    /// <summary>What the rule asks of a case.</summary>
    public CleaningRuleKind Kind { get; }

    /// <summary>Why a case is left out by this rule; the name by which the rule is found.</summary>
    public string Reason { get; }

    /// <summary>The column that it looks at; null where it looks at the items.</summary>
    public string? Column { get; private init; }

    /// <summary>The value that the column must or must not hold; null where the rule compares with none.</summary>
    public string? Value { get; private init; }

    /// <summary>The largest number of blank items; null for every rule but <see cref="CleaningRuleKind.Complete"/>.</summary>
    public int? Missing { get; private init; }

    /// <summary>Keeps the cases whose <paramref name="column"/> holds <paramref name="value"/>.</summary>
    public static CleaningRule Requires(string column, string value, string reason) => new(CleaningRuleKind.Requires, reason) { Column = column, Value = value };

    /// <summary>Leaves out the cases whose <paramref name="column"/> holds <paramref name="value"/>.</summary>
    public static CleaningRule Excludes(string column, string value, string reason) => new(CleaningRuleKind.Excludes, reason) { Column = column, Value = value };

    /// <summary>Keeps the cases whose <paramref name="column"/> is not blank.</summary>
    public static CleaningRule Present(string column, string reason) => new(CleaningRuleKind.Present, reason) { Column = column };

    /// <summary>Of the cases that are alike in <paramref name="column"/>, keeps the first among those still there.</summary>
    public static CleaningRule First(string column, string reason) => new(CleaningRuleKind.First, reason) { Column = column };

    /// <summary>Leaves out the cases with an answer outside its item's range.</summary>
    public static CleaningRule InRange(string reason) => new(CleaningRuleKind.InRange, reason);

    /// <summary>
    /// Leaves out straight-lining: every item answered alike, before reverse-keyed items are recoded, so that no
    /// opinion can explain it. A case with a single answer is not judged.
    /// </summary>
    public static CleaningRule Varied(string reason) => new(CleaningRuleKind.Varied, reason);

    /// <summary>Keeps the cases in which at most <paramref name="missing"/> items are blank.</summary>
    public static CleaningRule Complete(int missing, string reason) => new(CleaningRuleKind.Complete, reason) { Missing = missing };

    /// <summary>The positions of the cases that the rule leaves out.</summary>
    public IReadOnlyList<int> LeftOut(SurveyData data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return [.. Enumerable.Range(0, data.Count).Where(Judge(data))];
    }

    /// <summary>The rule as a codebook says it.</summary>
    public override string ToString() => this.ToYaml();

    private Func<int, bool> Judge(SurveyData data) => Kind switch
    {
        CleaningRuleKind.Requires => OfColumn(data, text => text != Value),
        CleaningRuleKind.Excludes => OfColumn(data, text => text == Value),
        CleaningRuleKind.Present => OfColumn(data, text => text is null),
        CleaningRuleKind.First => IsRepeated(data.Table.Texts(Column!)),
        CleaningRuleKind.InRange => IsOutside(data),
        CleaningRuleKind.Varied => IsStraight(data),
        _ => LacksMore(data),
    };

    private Func<int, bool> OfColumn(SurveyData data, Func<string?, bool> leavesOut)
    {
        var texts = data.Table.Texts(Column!);
        return i => leavesOut(texts[i]);
    }

    private static Func<int, bool> IsRepeated(IReadOnlyList<string?> texts)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Count; i++)
        {
            if (texts[i] is { } text)
                first.TryAdd(text, i);
        }

        return i => texts[i] is { } text && first[text] < i;
    }

    private static Func<int, bool> IsOutside(SurveyData data)
    {
        var items = data.Codebook.Items.Select(item => (item.Range, Answers: data.Table.Numbers(item.Name))).ToArray();
        return i => Array.Exists(items, item => !double.IsNaN(item.Answers[i]) && !item.Range.Contains(item.Answers[i]));
    }

    private static Func<int, bool> IsStraight(SurveyData data)
    {
        var items = Answers(data);
        return i => items.Select(answers => answers[i]).Where(answer => !double.IsNaN(answer)).ToArray() is { Length: > 1 } given && given.Distinct().Count() == 1;
    }

    private Func<int, bool> LacksMore(SurveyData data)
    {
        var items = Answers(data);
        return i => items.Count(answers => double.IsNaN(answers[i])) > Missing;
    }

    private static IReadOnlyList<double>[] Answers(SurveyData data) => [.. data.Codebook.Items.Select(item => data.Table.Numbers(item.Name))];
}
