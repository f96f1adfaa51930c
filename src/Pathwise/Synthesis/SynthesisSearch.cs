using System.Globalization;
using Pathwise.Numerics;

namespace Pathwise.Synthesis;

/// <summary>
/// The search: candidates whose bootstrap bounds look right, polished until the printed bounds are typical, repaired to the printed
/// digits, checked; then the next candidate.
/// </summary>
internal sealed class SynthesisSearch
{
    private const int Candidates = 16;
    private const int Draws = 60;
    private const int DrawsWithoutBounds = 12;
    private const int FirstResamples = 300;
    private const int PolishBatches = 10;
    private const int CheckResamples = 2000;
    private const int Attempts = 6;
    private const double TypicalBounds = 1.6;

    // Rounds of polish: few resamples to get near, many to leave the chances of any one set behind.
    private static readonly int[] PolishResamples = [500, 1000, 2000];

    // Streams of random numbers by what they are for.
    private const long DrawStream = 1;
    private const long ScoreStream = 2;
    private const long PolishStream = 3;
    private const long CheckStream = 4;
    private const long DigitStream = 5;

    private readonly SynthesisPlan plan;
    private readonly Workers workers;
    private readonly long seed;
    private readonly Action<SynthesisProgress>? progress;
    private readonly DigitRepair digits;
    private (int Missed, double Loss) bestScore = (int.MaxValue, double.PositiveInfinity);

    public SynthesisSearch(SynthesisPlan plan, Workers workers, long seed, Action<SynthesisProgress>? progress)
    {
        (this.plan, this.workers, this.seed, this.progress) = (plan, workers, seed, progress);
        digits = new DigitRepair(plan, workers, Report);
    }

    /// <summary>The best sheet so far: most targets met, then least distance.</summary>
    public AnswerSheet? Best { get; private set; }

    /// <summary>The first sheet drawn, for who interrupts before any is repaired.</summary>
    public AnswerSheet? First { get; private set; }

    /// <summary>Searches until every target is met or all candidates are used up; true when all are met.</summary>
    public bool Run()
    {
        var candidates = plan.Bounds.Count > 0 ? RankedCandidates() : NearCandidates(DrawsWithoutBounds);
        foreach (var (sheet, index) in candidates.Take(Attempts).Select((sheet, index) => (sheet, index)))
        {
            if (Finish(sheet, index))
                return true;
        }

        // Nothing passed: the best sheet's last digits are still brought as close as they go.
        if (bestScore.Missed > 0 && Best?.Copy() is { } rest)
        {
            digits.Run(rest, RandomStream.For(Sub(seed, DigitStream, Attempts * 3), 0));
            Keep(rest);
        }

        return false;
    }

    /// <summary>Outcomes of the printed bounds on the best sheet, once they have been checked.</summary>
    public IReadOnlyList<TargetOutcome>? Bounds { get; private set; }

    /// <summary>The check of printed bounds that follows from a seed.</summary>
    public static IReadOnlyList<TargetOutcome> CheckBounds(SynthesisPlan plan, Workers workers, AnswerSheet sheet, long seed) =>
        new RepeatedBootstraps(plan, workers).Check(sheet, Sub(seed, CheckStream, 0));

    private bool Finish(AnswerSheet sheet, int index)
    {
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Polish(sheet, (index * 3) + attempt);
            var isExact = digits.Run(sheet, RandomStream.For(Sub(seed, DigitStream, (index * 3) + attempt), 0));
            Keep(sheet);
            if (isExact && (!plan.Targets.HasDistinctRows || sheet.HasDistinctRows()) && HasTypicalBounds(sheet) && Accepts(sheet))
                return true;
        }

        return false;
    }

    private bool Accepts(AnswerSheet sheet)
    {
        var bounds = CheckBounds(plan, workers, sheet, seed);
        var missed = bounds.Count(outcome => !outcome.IsMet);
        Report($"repeated bootstraps: {missed} of {bounds.Count} missed", sheet);
        if (missed > 0)
            return false;
        (Best, Bounds) = (sheet, bounds);
        return true;
    }

    private void Polish(AnswerSheet sheet, int index)
    {
        if (plan.Bounds.Count == 0)
            return;
        for (var round = 0; round < PolishResamples.Length; round++)
        {
            var loss = new BoundPolish(plan, workers).Run(sheet, Sub(seed, PolishStream, (index * PolishResamples.Length) + round), PolishResamples[round], PolishBatches);
            Report(string.Create(CultureInfo.InvariantCulture, $"bounds, round {round + 1}: distance {Math.Sqrt(loss):0.0}"), sheet);
        }
    }

    // Every quantile within this many of its own spreads, in resamples that no polish has seen.
    private bool HasTypicalBounds(AnswerSheet sheet)
    {
        if (plan.Bounds.Count == 0)
            return true;
        if (Aims(sheet, Sub(seed, CheckStream, 1), CheckResamples) is not { } bounds)
            return false;
        var farthest = Math.Sqrt(bounds.Aims.Zip(bounds.Values).Max(pair => pair.First.Loss(pair.Second)));
        Report(string.Create(CultureInfo.InvariantCulture, $"bounds in new resamples: farthest {farthest:0.00}"), sheet);
        return farthest < TypicalBounds;
    }

    private IEnumerable<AnswerSheet> RankedCandidates()
    {
        var found = new List<(AnswerSheet Sheet, double Loss)>();
        foreach (var sheet in NearCandidates(Draws).Take(Candidates))
        {
            var loss = Aims(sheet, Sub(seed, ScoreStream, 0), FirstResamples) is { } aims ? Aim.Loss(aims.Aims, aims.Values) : double.PositiveInfinity;
            found.Add((sheet, loss));
            Report($"candidate {found.Count} of {Candidates}", sheet);
        }

        return found.OrderBy(candidate => candidate.Loss).Select(candidate => candidate.Sheet);
    }

    /// <summary>Draws whose exact targets are as near as batches bring them.</summary>
    private IEnumerable<AnswerSheet> NearCandidates(int draws)
    {
        var generator = new CandidateGenerator(plan);
        for (var draw = 0; draw < draws; draw++)
        {
            workers.Stop.ThrowIfCancellationRequested();
            if (generator.Draw(RandomStream.For(seed, (DrawStream << 32) + draw)) is not { } sheet)
                continue;
            First ??= sheet.Copy();
            var isNear = new BatchRepair(plan, workers).Run(sheet);
            Keep(sheet);
            if (isNear)
                yield return sheet;
        }
    }

    private BoundAims? Aims(AnswerSheet sheet, long stream, int resamples)
    {
        if (plan.Bounds.Count == 0)
            return null;
        var bootstrap = new ResampledEffects(plan, stream, resamples);
        return bootstrap.Aims(sheet, workers);
    }

    private void Keep(AnswerSheet sheet)
    {
        var reading = workers.Rent();
        if (reading.Fit(sheet, null))
        {
            var values = reading.Values();
            var score = (plan.Missed(values), Aim.Loss(plan.FineAims, values));
            if (score.CompareTo(bestScore) < 0)
                (Best, bestScore) = (sheet.Copy(), score);
        }

        workers.Return(reading);
    }

    private void Report(string stage, AnswerSheet sheet)
    {
        if (progress is null)
            return;
        var reading = workers.Rent();
        if (reading.Fit(sheet, null))
        {
            var values = reading.Values();
            var far = plan.Statistics.Select((statistic, k) => (statistic.Target.Id, Distance: Math.Abs(statistic.Distance(values[k])), IsMet: statistic.IsMetBy(values[k])))
                .Where(entry => !entry.IsMet).OrderByDescending(entry => entry.Distance).ToArray();
            progress(new SynthesisProgress(stage, plan.Statistics.Count - far.Length, plan.Statistics.Count, far.Length > 0 ? (far[0].Id, far[0].Distance) : null));
        }

        workers.Return(reading);
    }

    private static long Sub(long seed, long purpose, int index) => (long)RandomStream.For(seed, (purpose << 32) + index).NextBits();
}
