using Pathwise.Numerics;

namespace Pathwise.Sem.Power;

/// <summary>
/// The search for the number of cases at which an effect is found with a power. Simulated powers waver, and so a count may seem to need more
/// cases and its neighbour fewer: no count is simulated twice, and the search stays between those that enclose the power.
/// </summary>
internal sealed class CountSearch(double power, double level, int fewest)
{
    private const int MostStudies = 9;
    private const int MostCases = 1_000_000;

    private readonly SortedDictionary<int, (PowerResult Study, double Power)> tried = [];

    /// <summary>Every study made, and the one that answers: the last, or where the search went no further the fewest cases that reach the power.</summary>
    public (PowerCurve Curve, PowerResult Found) Find(int from, string effect, Func<int, PowerResult> simulate, CancellationToken cancellation)
    {
        for (var count = from; ;)
        {
            var study = simulate(count);
            var reached = study.Effects.FirstOrDefault(each => each.Effect.Name == effect && !each.IsStandardized)?.Intervals is [var first, ..] ? first : null;
            tried[count] = (study, reached?.Power ?? 0);
            if (cancellation.IsCancellationRequested || reached is null || Math.Abs(reached.Power - power) <= 2 * Math.Max(reached.PowerError, 0.5 / reached.Count))
                return (Curve, study);
            var next = Next(count, reached.Power);
            if (tried.Count == MostStudies || tried.ContainsKey(next))
                return (Curve, Answer);
            count = next;
        }
    }

    private PowerCurve Curve => new(tried.Values.Select(each => each.Study));

    private PowerResult Answer => tried.Values.FirstOrDefault(each => each.Power >= power, tried.Values.Last()).Study;

    // Power = Phi(d sqrt(N) - z): d from this round, N for the next.
    private int Next(int count, double reached)
    {
        var critical = NormalDistribution.Quantile((1 + level) / 2);
        var factor = (NormalDistribution.Quantile(power) + critical) / (NormalDistribution.Quantile(Math.Clamp(reached, 0.06, 0.995)) + critical);
        var next = (int)Math.Clamp(Math.Ceiling(count * factor * factor), fewest, Math.Max(MostCases, fewest));
        var below = tried.Where(each => each.Value.Power < power).Select(each => (int?)each.Key).LastOrDefault();
        var above = tried.Where(each => each.Value.Power >= power && each.Key > (below ?? 0)).Select(each => (int?)each.Key).FirstOrDefault();
        return below is { } low && above is { } high && (next <= low || next >= high) ? low + ((high - low) / 2) : next;
    }
}
