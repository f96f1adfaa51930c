using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;

namespace Pathwise.Multiverse.Inference;

/// <summary>The universes of one type with one claim's standardized effect, and which of them share a fit.</summary>
internal sealed class UniverseCurve
{
    private readonly MultiverseResult result;
    private readonly int claim;
    private readonly List<int> first = [];

    public UniverseCurve(MultiverseResult result, int claim, DecisionType type)
    {
        (this.result, this.claim) = (result, claim);
        int[] all = [.. Enumerable.Range(0, result.Rows.Count).Where(row => result.Rows[row].Type == type)];
        Rows = [.. all.Where(row => Standardized(result.Rows[row], claim) is not null)];
        Failed = all.Length - Rows.Length;
        Estimates = [.. Rows.Select(row => Standardized(result.Rows[row], claim)!.Value)];
        Fits = Numbered();
    }

    /// <summary>Their positions in the result.</summary>
    public int[] Rows { get; }

    /// <summary>Universes of the type without an estimate.</summary>
    public int Failed { get; }

    /// <summary>The standardized effect in each.</summary>
    public double[] Estimates { get; }

    /// <summary>The number of each one's fit, from 0 in the order of the universes.</summary>
    public int[] Fits { get; }

    /// <summary>Number of different fits.</summary>
    public int FitCount => first.Count;

    /// <summary>What each says of the claim.</summary>
    public IEnumerable<ClaimOutcome> Outcomes => Rows.Select(row => result.Rows[row].Claims[claim]);

    /// <summary>The draws of all fits; null where none were kept.</summary>
    public JointDraws? Joint() => !result.HasDraws || first.Count == 0 ? null
        : new([.. first.Select(universe => Estimates[universe])], [.. first.Select(universe => Drawn(universe))]);

    /// <summary>The effect in a universe and a replicate; NaN where it failed.</summary>
    public double Draw(int universe, int replicate) => result.Draws(Rows[universe], claim) is { Length: > 0 } draws ? draws[replicate] : double.NaN;

    // Whatever metric a universe reports its effect in, a curve has one.
    private static double? Standardized(UniverseRow row, int claim) => row.Status.HasEstimates() && claim < row.Claims.Count && row.Claims[claim].Effect is { } name
        ? row.Effects.FirstOrDefault(each => each.Effect.Name == name)?.Standardized
        : null;

    private double[] Drawn(int universe)
    {
        var draws = result.Draws(Rows[universe], claim);
        if (draws.Length > 0)
            return draws.ToArray();
        var none = new double[result.Replicates];
        Array.Fill(none, double.NaN);
        return none;
    }

    // One fit gives one estimate and one array of draws; without draws, equal estimates and fits of the model are one.
    private int[] Numbered()
    {
        var known = new Dictionary<(double, double?, int?), List<int>>();
        var numbers = new int[Rows.Length];
        for (var s = 0; s < Rows.Length; s++)
        {
            var row = result.Rows[Rows[s]];
            var key = (Estimates[s], row.ChiSquare, row.Count);
            if (!known.TryGetValue(key, out var list))
                known[key] = list = [];
            var number = list.FindIndex(fit => result.Draws(Rows[first[fit]], claim) == result.Draws(Rows[s], claim));
            if (number < 0)
            {
                list.Add(first.Count);
                first.Add(s);
            }

            numbers[s] = number < 0 ? first.Count - 1 : list[number];
        }

        return numbers;
    }
}
