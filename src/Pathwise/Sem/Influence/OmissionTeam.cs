using Pathwise.Parallel;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Influence;

/// <summary>Fits a sample without sets of its cases on any number of threads, and counts how the fits of a search ended.</summary>
internal sealed class OmissionTeam
{
    private readonly FitResult fit;
    private readonly CompiledFit? compiled;
    private readonly int threads;
    private readonly Lock gate = new();
    private readonly Stack<OmissionWorker> idle = [];
    private readonly SortedDictionary<FitStatus, int> ends = [];

    public OmissionTeam(FitResult fit, EffectCatalogue catalogue, DropTargets targets, int threads)
    {
        (this.fit, Catalogue, Targets, this.threads) = (fit, catalogue, targets, threads);
        var whyNot = CompiledOmissions.WhyNot(fit, catalogue);
        compiled = whyNot is null ? CompiledFit.Of(fit) : null;
        Path = new(compiled is not null, whyNot);
    }

    /// <summary>The effects of the model.</summary>
    public EffectCatalogue Catalogue { get; }

    /// <summary>Those that are looked at.</summary>
    public DropTargets Targets { get; }

    /// <summary>How samples are fitted.</summary>
    public FittingPath Path { get; }

    /// <summary>How the fits ended that were counted.</summary>
    public IReadOnlyDictionary<FitStatus, int> Ends => ends;

    /// <summary>A worker for one thread.</summary>
    public OmissionWorker Worker() => compiled is null ? new GeneralOmissions(fit, Catalogue, Targets) : new CompiledOmissions(fit, compiled, Catalogue, Targets);

    /// <summary>The sample without each set of cases, in the order of the sets; not counted, the free parameters kept.</summary>
    public Omission[] WithValues(IReadOnlyList<int[]> sets) => Fit(sets, true);

    /// <summary>The sample without each set of cases, in the order of the sets; counted.</summary>
    public Omission[] Fit(IReadOnlyList<int[]> sets)
    {
        var results = Fit(sets, false);
        foreach (var result in results)
            ends[result.Status] = ends.GetValueOrDefault(result.Status) + 1;
        return results;
    }

    private Omission[] Fit(IReadOnlyList<int[]> sets, bool keepsValues)
    {
        var results = new Omission[sets.Count];
        Pieces.Each(((sets.Count - 1) / OmissionWorker.SetsOfPiece) + 1, threads, Rent, (worker, piece) =>
        {
            worker.KeepsValues = keepsValues;
            var first = piece * OmissionWorker.SetsOfPiece;
            worker.Fit([.. sets.Skip(first).Take(OmissionWorker.SetsOfPiece)]).CopyTo(results, first);
        }, GiveBack);
        return results;
    }

    private OmissionWorker Rent()
    {
        lock (gate)
        {
            if (idle.TryPop(out var worker))
                return worker;
        }

        return Worker();
    }

    private void GiveBack(OmissionWorker worker)
    {
        lock (gate)
            idle.Push(worker);
    }
}
