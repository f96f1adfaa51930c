namespace Pathwise.Synthesis;

/// <summary>How every target fares on a sheet of answers.</summary>
internal sealed class OutcomeTable(SynthesisPlan plan, int threads)
{
    /// <summary>
    /// One outcome for each target, in the order of the file. Printed bounds take long to check; whoever does not wait for that gets them as not
    /// met, without a value.
    /// </summary>
    public IReadOnlyList<TargetOutcome> Of(AnswerSheet sheet, long seed, IReadOnlyList<TargetOutcome>? bounds, bool checksBounds = true)
    {
        var workers = new Workers(plan, threads, CancellationToken.None);
        var reading = workers.Rent();
        var isFitted = reading.Fit(sheet, null);
        bounds ??= checksBounds ? SynthesisSearch.CheckBounds(plan, workers, sheet, seed) : [];
        return [.. plan.Targets.Targets.Select(target => target.Kind switch
        {
            TargetKind.DegreesOfFreedom => Fact(target, plan.DegreesOfFreedom(0)),
            TargetKind.DegreesOfFreedomDifference => Fact(target, plan.DegreesOfFreedom(0) - plan.DegreesOfFreedom(plan.PlaceOf(target.Adds))),
            _ when target.Kind.IsBootstrap() => bounds.FirstOrDefault(outcome => outcome.Target == target) ?? new TargetOutcome(target, null, false),
            _ when isFitted => Fact(target, plan.Checked.First(statistic => statistic.Target == target).Value(reading)),
            _ => new TargetOutcome(target, null, false),
        })];
    }

    private static TargetOutcome Fact(Target target, double value) => double.IsFinite(value)
        ? new TargetOutcome(target, value, target.Printed.IsMetBy(value))
        : new TargetOutcome(target, null, false);
}
