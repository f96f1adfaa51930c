namespace Pathwise.Surveys;

/// <summary>What became of every case: the flow from those that started to those that are usable, and the usable data.</summary>
[TypeFormatterSource]
public sealed class CleaningReport
{
    private CleaningReport(SurveyData data, IReadOnlyList<CleaningStep> steps, IReadOnlyList<CaseDecision> cases)
    {
        Missing = MissingAnswers.Of(data.Table, data.Codebook);
        Data = data;
        Steps = steps;
        Cases = cases;
    }

    /// <summary>The usable cases.</summary>
    public SurveyData Data { get; }

    /// <summary>One row for each rule, in the order in which they were applied.</summary>
    public IReadOnlyList<CleaningStep> Steps { get; }

    /// <summary>One row for each case of the raw file, in its order.</summary>
    public IReadOnlyList<CaseDecision> Cases { get; }

    /// <summary>How many answers of the raw file are missing by a code of the codebook, one row for each reason.</summary>
    public IReadOnlyList<MissingAnswers> Missing { get; }

    /// <summary>The number of cases in the raw file.</summary>
    public int Started => Cases.Count;

    /// <summary>The number of usable cases.</summary>
    public int Usable => Data.Count;

    /// <summary>The number of cases left after the rule with this reason.</summary>
    public int RemainingAfter(string reason) => Steps.FirstOrDefault(step => step.Reason == reason)?.Remaining
        ?? throw new InputException($"No rule leaves cases out for '{reason}'. The reasons are: {string.Join("; ", Steps.Select(step => step.Reason))}.");

    /// <summary>Applies the rules in order, each to the cases that the rules before it kept.</summary>
    internal static CleaningReport Of(SurveyData raw, IReadOnlyList<CleaningRule> rules)
    {
        var reasons = new Dictionary<int, string>();
        var steps = new List<CleaningStep>();
        var remaining = Enumerable.Range(0, raw.Count).ToArray();
        foreach (var rule in rules)
        {
            var leftOut = rule.LeftOut(raw.Cases(remaining)).Select(i => remaining[i]).ToHashSet();
            foreach (var position in leftOut)
                reasons.Add(position, rule.Reason);
            remaining = remaining.Where(position => !leftOut.Contains(position)).ToArray();
            steps.Add(new CleaningStep(rule.Reason, leftOut.Count, remaining.Length));
        }

        return new CleaningReport(raw.Cases(remaining), steps, Decisions(raw, reasons));
    }

    private static CaseDecision[] Decisions(SurveyData raw, Dictionary<int, string> reasons) =>
        raw.Table.Lines.Select((line, i) => new CaseDecision(line, raw.Identifier(i), reasons.GetValueOrDefault(i))).ToArray();
}

/// <summary>A row of the flow: the reason, how many cases were left out for it, and how many remained.</summary>
[TypeFormatterSource]
public sealed record CleaningStep(string Reason, int LeftOut, int Remaining);

/// <summary>What became of one case: its line in the file, its identifier if it has one, and why it was left out (null when kept).</summary>
[TypeFormatterSource]
public sealed record CaseDecision(int Line, string? Identifier, string? Reason)
{
    /// <summary>Whether the case is among the usable ones.</summary>
    public bool IsKept => Reason is null;
}
