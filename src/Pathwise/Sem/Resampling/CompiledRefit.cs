using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>Fits replicates of groups that share no parameter, or of one, with the compiled fitters. A replicate allocates nothing.</summary>
internal sealed class CompiledRefit : ReplicateWorker
{
    private readonly FitResult fit;
    private readonly GroupRefit[] groups;
    private readonly ArgumentStandardizer? arguments;
    private readonly DrawnSample alone;
    private readonly DrawnSample[] side = [];
    private readonly double[] shares;
    private readonly DrawnBounds? bounds;
    private double discrepancy;

    public CompiledRefit(FitResult fit, CompiledFit shared, EffectCatalogue catalogue, params SampleSource[] sources)
    {
        this.fit = fit;
        var effects = new EffectEvaluator(fit.Table, catalogue);
        groups = [.. shared.Groups.Select((group, g) => new GroupRefit(fit, group, effects, g + 1))];
        arguments = ArgumentStandardizer.Of(fit, catalogue);
        shares = new double[groups.Length];
        bounds = DrawnBounds.Of(fit, new(fit, catalogue, sources));
        DrawnSample Sample() => new(fit, shared.Groups.Select(group => group.Model), sources);
        alone = Sample();
        if (shared.HasLanes)
            side = [.. Enumerable.Range(0, LaneKernels.Count).Select(_ => Sample())];
    }

    public override double Discrepancy => discrepancy;

    /// <summary>The compiled model of a fit's first group, or null where another path is needed (see <see cref="CompiledPath"/>).</summary>
    public static CovarianceModel? Compile(FitResult fit) => CompiledPath.TryCompile(fit, out _);

    /// <summary>The estimates of the model's free parameters.</summary>
    public static double[] Start(FitResult fit, CovarianceModel model) => [.. model.Positions.Select(position => fit.Values[position])];

    /// <summary>Units of the latent variables chosen at the estimates.</summary>
    public static LatentUnits Units(FitResult fit, CovarianceModel model, int group = 1)
    {
        var sample = fit.Sample[group - 1].Covariance;
        var moments = fit.Implied(group);
        var m = moments.LatentSize;
        double Deviation(int k) => Math.Sqrt(Math.Abs(moments.LatentCovariance[(k * m) + k]));
        double[] values = Start(fit, model);
        return LatentUnits.At(model, values, cell =>
        {
            var place = Array.IndexOf(model.Free, cell);
            var size = Math.Abs(place < 0 ? 1 : values[place]) * Deviation(cell.Column);
            return size / (cell.Matrix == CompiledMatrix.Lambda ? Math.Sqrt(sample[cell.Row, cell.Row]) : Deviation(cell.Row));
        });
    }

    public override FitStatus Draw(RandomStream stream, EstimateSpans target) => alone.Draw(stream) ?? Fit(target);

    public override FitStatus LeaveOut(int omitted, EstimateSpans target) => alone.LeaveOut(omitted) ?? Fit(target);

    public override void Skip(RandomStream stream) => alone.Skip(stream);

    public override IEnumerable<int> DrawAll(OpenRows rows, long seed) => side.Length == 0 ? base.DrawAll(rows, seed) : FitAll(new(rows, seed, 1));

    public override IEnumerable<int> RedrawAll(OpenRows rows, long seed, int mostDraws) =>
        side.Length == 0 ? base.RedrawAll(rows, seed, mostDraws) : FitAll(new(rows, seed, mostDraws) { IsRedrawn = true });

    public override IEnumerable<int> LeaveOutAll(OpenRows rows) => side.Length == 0 ? base.LeaveOutAll(rows) : FitAll(new(rows, null, 1));

    /// <summary>
    /// Fits the sample of a single group without sets of its cases, for each open row the set of its number, and names each row that is finished.
    /// </summary>
    public IEnumerable<int> OmitAll(OpenRows rows, IReadOnlyList<int[]> sets) => side.Length == 0 ? OmitEach(rows, sets) : FitAll(new(rows, null, 1) { Omitted = sets });

    private IEnumerable<int> OmitEach(OpenRows rows, IReadOnlyList<int[]> sets)
    {
        while (rows.TryTake(out var row))
        {
            var status = alone.Omit(sets[row]) ?? Fit(rows.Table.Row(row));
            rows.Table.Finish(row, status, Discrepancy);
            yield return row;
        }
    }

    /// <summary>Fits samples four at a time, a lane taking up the next one whenever it is done.</summary>
    private IEnumerable<int> FitAll(Wanted wanted)
    {
        for (var isAtWork = true; isAtWork && !wanted.IsAbandoned;)
        {
            isAtWork = false;
            for (var lane = 0; lane < side.Length; lane++)
            {
                while (side[lane].Row < 0 && wanted.Rows.TryTake(out var row))
                {
                    if (!TryBegin(lane, row, wanted))
                        yield return row;
                }

                isAtWork |= side[lane].Row >= 0;
            }

            foreach (var group in groups)
                group.Advance();
            for (var lane = 0; lane < side.Length; lane++)
            {
                var row = side[lane].Row;
                if (row >= 0 && !IsAtWork(lane) && IsFinished(lane, wanted))
                    yield return row;
            }
        }

        foreach (var (lane, sample) in side.Index())
            Leave(lane, sample);
    }

    private bool IsAtWork(int lane)
    {
        foreach (var group in groups)
        {
            if (group.IsAtWork(lane))
                return true;
        }

        return false;
    }

    private bool TryBegin(int lane, int row, Wanted wanted)
    {
        var sample = side[lane];
        (sample.Row, sample.Draws) = (row, 0);
        if (wanted.Seed is { } seed)
            sample.Stream.Restart(seed, wanted.Rows.First + row);
        if (wanted.IsRedrawn)
            sample.Skip(sample.Stream);
        return TryDraw(lane, wanted);
    }

    /// <summary>Draws until there is a sample to fit; false when the row is finished without one.</summary>
    private bool TryDraw(int lane, Wanted wanted)
    {
        var sample = side[lane];
        while (true)
        {
            sample.Draws++;
            if (wanted.Draw(sample) is not { } flaw)
            {
                if (TryLoad(lane))
                    return true;
                flaw = FitStatus.SingularSample;
            }

            if (sample.Draws < wanted.MostDraws)
                continue;
            wanted.Rows.Table.Finish(sample.Row, flaw, 0);
            sample.Row = -1;
            return false;
        }
    }

    private bool TryLoad(int lane)
    {
        for (var g = 0; g < groups.Length; g++)
        {
            if (groups[g].TryLoad(lane, side[lane].Groups[g]))
                continue;
            Release(lane);
            return false;
        }

        return true;
    }

    /// <summary>Takes what a lane has found: the end of its row, or of a draw that another follows.</summary>
    private bool IsFinished(int lane, Wanted wanted)
    {
        var (sample, table) = (side[lane], wanted.Rows.Table);
        var status = FitStatus.Proper;
        for (var g = 0; g < groups.Length && status.HasConverged(); g++)
            status = Worse(status, groups[g].Take(lane, sample.Groups[g]));
        Release(lane);
        if (bounds is not null)
            status = Write(status, sample, table.Row(sample.Row));
        if (status != FitStatus.Proper && sample.Draws < wanted.MostDraws)
            return !TryDraw(lane, wanted);
        table.Finish(sample.Row, bounds is null ? Write(status, sample, table.Row(sample.Row)) : status, discrepancy);
        sample.Row = -1;
        return true;
    }

    private void Leave(int lane, DrawnSample sample)
    {
        if (sample.Row >= 0)
            Release(lane);
        sample.Row = -1;
    }

    private void Release(int lane)
    {
        foreach (var group in groups)
            group.Release(lane);
    }

    private FitStatus Fit(EstimateSpans target)
    {
        var status = FitStatus.Proper;
        for (var g = 0; g < groups.Length && status.HasConverged(); g++)
            status = Worse(status, groups[g].Fit(alone.Groups[g]));
        return Write(status, alone, target);
    }

    // A failure before anything improper, of these the first in the list.
    private static FitStatus Worse(FitStatus one, FitStatus other) =>
        !other.HasConverged() || one == FitStatus.Proper ? other : other == FitStatus.Proper || one < other ? one : other;

    private FitStatus Write(FitStatus status, DrawnSample sample, EstimateSpans target)
    {
        discrepancy = 0;
        if (!status.HasConverged())
            return bounds is not null && status.IsOfSearch() ? WithinBounds(sample, target) : status;
        Discrepancies.Shares(sample.Counts, fit.Options, shares);
        for (var g = 0; g < groups.Length; g++)
        {
            groups[g].Write(sample.Groups[g], target);
            discrepancy += shares[g] * groups[g].Discrepancy;
        }

        if (bounds?.Contain(sample, target.Values) == false)
            return WithinBounds(sample, target);
        arguments?.Write(sample.Groups, target);
        return status;
    }

    private FitStatus WithinBounds(DrawnSample sample, EstimateSpans target)
    {
        var status = bounds!.Fit(sample, target);
        discrepancy = bounds.Discrepancy;
        return status;
    }

    /// <summary>The rows that are to be filled: by draws from a seed, or without one by the sample less a case; how often each is drawn until its solution is proper.</summary>
    private sealed record Wanted(OpenRows Rows, long? Seed, int MostDraws)
    {
        /// <summary>For each row the cases to leave out; null for the case of its number.</summary>
        public IReadOnlyList<int[]>? Omitted { get; init; }

        /// <summary>True when the first draw of a row is another table's.</summary>
        public bool IsRedrawn { get; init; }

        /// <summary>True when rows that are drawn over and over are to be left as they are.</summary>
        public bool IsAbandoned => IsRedrawn && Rows.IsInterrupted;

        /// <summary>Makes the sample of its row; returns what keeps it from being fitted, or null.</summary>
        public FitStatus? Draw(DrawnSample sample) => Seed is not null ? sample.Draw(sample.Stream)
            : Omitted is null ? sample.LeaveOut(sample.Row)
            : sample.Omit(Omitted[sample.Row]);
    }
}
