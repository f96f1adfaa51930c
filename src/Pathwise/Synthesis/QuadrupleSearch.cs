using Pathwise.Numerics;

namespace Pathwise.Synthesis;

/// <summary>
/// The last digits: four changed answers whose exact single effects add up to what is missing. All pairs of some hundred moves
/// of small effect are put on a grid in the tightest statistics, and each pair looks up the pairs that complete it (meeting in
/// the middle); the best sums are then fitted.
/// </summary>
internal sealed class QuadrupleSearch(SynthesisPlan plan, Workers workers)
{
    private const int MoveCount = 700;
    private const int FitCount = 600;

    // Effects are not quite additive, the less so for answers of one respondent or one item.
    private const double SharedCell = 0.15;

    private readonly int count = plan.Statistics.Count;

    /// <summary>
    /// Changes <paramref name="sheet"/> by the best quadruple (or pair, or single move) found; false when none lowers the loss.
    /// </summary>
    public bool Improve(AnswerSheet sheet, MoveEffects effects, double[][] starts, double[] values, Aim[] aims, RandomStream stream)
    {
        var moves = ExactMoves(sheet, effects, starts, values, aims, stream);
        if (moves.Count < 4)
            return false;
        var candidates = new MeetingInTheMiddle(moves, aims, values, SharedCell).Best(workers, FitCount);
        return KeepBest(sheet, starts, candidates, values, aims);
    }

    private List<MeasuredMove> ExactMoves(
        AnswerSheet sheet, MoveEffects effects, double[][] starts, double[] values, Aim[] aims, RandomStream stream)
    {
        var all = GreedyBatch.AllMoves(sheet);
        var sizes = new double[all.Length];
        var one = new double[effects.Quantities];
        for (var i = 0; i < all.Length; i++)
        {
            effects.Of(all[i], one);
            for (var k = 0; k < count; k++)
                sizes[i] += one[k] / aims[k].Scale * (one[k] / aims[k].Scale);
        }

        // Half of the moves of small effect, so that a search that found nothing looks elsewhere the next time.
        int[] smallest = [.. Enumerable.Range(0, all.Length).OrderBy(i => sizes[i]).ThenBy(i => i).Take(2 * MoveCount).Where(_ => stream.NextInteger(2) == 0)];
        var measured = new MeasuredMove?[smallest.Length];
        workers.Run(smallest.Length, (reading, i) => measured[i] = Measure(reading, sheet, all[smallest[i]], starts, values));
        return [.. measured.OfType<MeasuredMove>()];
    }

    private MeasuredMove? Measure(Reading reading, AnswerSheet sheet, CellMove move, double[][] starts, double[] values)
    {
        var copy = sheet.Copy();
        copy.Make(move);
        if (!reading.Fit(copy, starts))
            return null;
        var change = reading.Values();
        for (var k = 0; k < count; k++)
            change[k] -= values[k];
        return new MeasuredMove(move, change);
    }

    private bool KeepBest(AnswerSheet sheet, double[][] starts, List<CellMove[]> candidates, double[] values, Aim[] aims)
    {
        var losses = new double[candidates.Count];
        workers.Run(candidates.Count, (reading, i) => losses[i] = Loss(reading, sheet, candidates[i], starts, aims));
        var (best, least) = (-1, Aim.Loss(aims, values));
        for (var i = 0; i < losses.Length; i++)
        {
            if (losses[i] < least)
                (best, least) = (i, losses[i]);
        }

        if (best < 0)
            return false;
        sheet.Make(candidates[best]);
        return true;
    }

    private static double Loss(Reading reading, AnswerSheet sheet, CellMove[] moves, double[][] starts, Aim[] aims)
    {
        var copy = sheet.Copy();
        copy.Make(moves);
        if (!reading.Fit(copy, starts))
            return double.PositiveInfinity;
        return Aim.Loss(aims, reading.Values());
    }
}
