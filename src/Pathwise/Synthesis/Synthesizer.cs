namespace Pathwise.Synthesis;

/// <summary>Finds whole answers whose analysis gives published statistics.</summary>
public static class Synthesizer
{
    /// <summary>
    /// Searches for answers that meet every target. The result follows from the targets and the seed alone: neither the number of
    /// <paramref name="threads"/> nor the machine changes an answer. Cancelling ends the search with the best answers so far.
    /// Cancelled before it has any, it is an <see cref="OperationCanceledException"/>. Targets that contradict each other are an <see cref="InputException"/> that names the contradiction.
    /// </summary>
    public static SynthesisResult Synthesize(
        this SynthesisTargets targets, long seed, int threads = 1, Action<SynthesisProgress>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        var plan = new SynthesisPlan(targets);
        Contradictions.Refuse(plan);
        var search = new SynthesisSearch(plan, new Workers(plan, threads, stop), seed, progress);
        SynthesisEnd end;
        try
        {
            end = search.Run() ? SynthesisEnd.AllMet : SynthesisEnd.Missed;
        }
        catch (OperationCanceledException)
        {
            end = SynthesisEnd.Interrupted;
        }

        var best = search.Best ?? (end == SynthesisEnd.Interrupted ? search.First : null);
        if (best is null && end == SynthesisEnd.Interrupted)
            throw new OperationCanceledException("interrupted before any answers were drawn; nothing is written.", stop);
        var sheet = best ?? throw new NumericalException($"{targets.Source}: no answers near the targets were found before the search ended.");
        return Result(plan, search, sheet, seed, end, threads);
    }

    private static SynthesisResult Result(
        SynthesisPlan plan, SynthesisSearch search, AnswerSheet sheet, long seed, SynthesisEnd end, int threads) => new()
    {
        Targets = plan.Targets,
        Seed = seed,
        Items = plan.Names,
        Answers = [.. Enumerable.Range(0, sheet.Respondents).Select(row => Row(plan, sheet, row))],
        Outcomes = new OutcomeTable(plan, threads).Of(sheet, seed, search.Bounds, checksBounds: end != SynthesisEnd.Interrupted),
        End = end,
    };

    private static int[] Row(SynthesisPlan plan, AnswerSheet sheet, int row) =>
        [.. Enumerable.Range(0, sheet.Items).Select(item => plan.IsReversed(item) ? sheet.Lowest + sheet.Highest - sheet[row, item] : sheet[row, item])];
}
