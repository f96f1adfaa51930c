using System.Globalization;

namespace Pathwise.Auditing;

/// <summary>What the verdicts of a scorecard let one conclude, in words: first what was compared with something independent.</summary>
internal static class ScorecardConclusion
{
    /// <summary>The sentences for these values.</summary>
    public static string Of(IReadOnlyList<ScorecardValue> values)
    {
        if (values.Count == 0)
            return "No published value is given to set the results beside.";
        int Count(Verdict verdict) => values.Count(value => value.Verdict == verdict);
        var (reproduced, compatible, differs) = (Count(Verdict.Reproduced), Count(Verdict.Compatible), Count(Verdict.Differs));
        var (made, taken) = (Count(Verdict.MetByConstruction), Count(Verdict.TakenFromPaper));
        var compared = Text($"Of {values.Count} published values {reproduced + compatible + differs} {(reproduced + compatible + differs == 1 ? "was" : "were")} compared with something that was not made to give them: {reproduced} {Are(reproduced)} reproduced, {compatible} {Are(compatible)} compatible, {differs} {(differs == 1 ? "differs" : "differ")}.");
        return compared + Agreeing(made, taken) + Left(Count(Verdict.NotRecomputable));
    }

    private static string Agreeing(int made, int taken) => (made, taken) switch
    {
        (0, 0) => "",
        (0, _) => Text($" {taken} {Agree(taken)} because the analysis took {Them(taken)} from the paper, which shows that the paper was followed and nothing about the study."),
        (_, 0) => Text($" {made} {Agree(made)} because the data were made to give {Them(made)}, which shows that the computation is right and nothing about the study."),
        _ => Text($" {made} {Agree(made)} because the data were made to give {Them(made)}, and {taken} because the analysis took {Them(taken)} from the paper; that shows that the computation is right and nothing about the study."),
    };

    private static string Left(int count) => count == 0 ? "" : Text($" {count} cannot be recomputed.");

    private static string Are(int count) => count == 1 ? "is" : "are";

    private static string Agree(int count) => count == 1 ? "agrees" : "agree";

    private static string Them(int count) => count == 1 ? "it" : "them";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
