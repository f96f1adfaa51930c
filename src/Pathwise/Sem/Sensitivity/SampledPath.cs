namespace Pathwise.Sem.Sensitivity;

/// <summary>
/// An effect at some correlations in rising order, and read between them on the scale rho / sqrt(1 - rho^2). NaN beyond them.
/// </summary>
internal sealed class SampledPath
{
    private readonly double[] odds;
    private readonly double[] effects;
    private readonly double uncorrelated;

    /// <summary>
    /// Of correlations between -1 and 1 and the effects there; pairs that are not numbers are left out. The effect without correlation may be known where
    /// there are no correlations.
    /// </summary>
    public SampledPath(double[] rhos, double[] effects, double uncorrelated = double.NaN)
    {
        this.uncorrelated = uncorrelated;
        var pairs = rhos.Zip(effects).Where(each => Math.Abs(each.First) < 1 && double.IsFinite(each.Second)).OrderBy(each => each.First).ToArray();
        (odds, this.effects) = ([.. pairs.Select(each => Odds(each.First))], [.. pairs.Select(each => each.Second)]);
    }

    /// <summary>The effect at a correlation.</summary>
    public double Effect(double rho)
    {
        if (rho == 0 && double.IsFinite(uncorrelated))
            return uncorrelated;
        return odds.Length < 2 ? double.NaN : Between(rho);
    }

    /// <summary>The correlation at which the effect is zero: the one nearest to none; NaN where there is none between those that are known.</summary>
    public double Zero
    {
        get
        {
            var nearest = double.NaN;
            for (var i = 1; i < odds.Length; i++)
            {
                if (!(effects[i - 1] * effects[i] <= 0) || effects[i - 1] == effects[i])
                    continue;
                var at = odds[i - 1] + (effects[i - 1] / (effects[i - 1] - effects[i]) * (odds[i] - odds[i - 1]));
                nearest = double.IsNaN(nearest) || Math.Abs(at) < Math.Abs(nearest) ? at : nearest;
            }

            return nearest / Math.Sqrt(1 + (nearest * nearest));
        }
    }

    private double Between(double rho)
    {
        var at = Odds(rho);
        var next = Array.FindIndex(odds, each => each >= at);
        if (next < 0 || (next == 0 && odds[0] > at))
            return double.NaN;
        return next == 0 ? effects[0] : effects[next - 1] + ((at - odds[next - 1]) / (odds[next] - odds[next - 1]) * (effects[next] - effects[next - 1]));
    }

    private static double Odds(double rho) => rho / Math.Sqrt(1 - (rho * rho));
}
