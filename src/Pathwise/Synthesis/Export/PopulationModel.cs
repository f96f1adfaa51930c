using Pathwise.Numerics;

namespace Pathwise.Synthesis.Export;

/// <summary>
/// A recursive population of standardized factors, each the weighted sum of factors before it plus a disturbance, and of
/// items that are loaded by one factor each; answers are the items' values rounded into the range of answers.
/// </summary>
internal sealed record PopulationModel(int Cases, int Lowest, int Highest, IReadOnlyList<PopulationFactor> Factors, IReadOnlyList<PopulationItem> Items)
{
    /// <summary>Draws answers, cases by items in their order here; a population that cannot exist is an <see cref="InputException"/>.</summary>
    public int[,] Draw(RandomStream stream)
    {
        var disturbances = Disturbances();
        var factors = new double[Factors.Count];
        var answers = new int[Cases, Items.Count];
        for (var i = 0; i < Cases; i++)
        {
            DrawFactors(factors, disturbances, stream);
            for (var j = 0; j < Items.Count; j++)
                answers[i, j] = Answer(Items[j], factors[Index(Items[j].Factor)], stream.NextNormal());
        }

        return answers;
    }

    private void DrawFactors(double[] factors, double[] disturbances, RandomStream stream)
    {
        for (var k = 0; k < factors.Length; k++)
            factors[k] = Factors[k].From.Sum(cause => cause.Value * factors[Index(cause.Key)]) + (disturbances[k] * stream.NextNormal());
    }

    private int Answer(PopulationItem item, double factor, double unique)
    {
        var standardized = (item.Loading * factor) + (Math.Sqrt(1 - (item.Loading * item.Loading)) * unique);
        return Math.Clamp((int)Math.Round(item.Mean + (item.Sd * standardized)), Lowest, Highest);
    }

    // Each factor has variance 1, so the disturbance takes what its causes leave.
    private double[] Disturbances()
    {
        var covariance = new double[Factors.Count, Factors.Count];
        var disturbances = new double[Factors.Count];
        for (var k = 0; k < Factors.Count; k++)
        {
            covariance[k, k] = 1;
            for (var earlier = 0; earlier < k; earlier++)
                covariance[k, earlier] = covariance[earlier, k] = Factors[k].From.Sum(cause => cause.Value * covariance[Earlier(cause.Key, k), earlier]);
            var explained = Factors[k].From.Sum(cause => cause.Value * covariance[k, Earlier(cause.Key, k)]);
            if (explained >= 1)
                throw new InputException($"the causes of factor '{Factors[k].Name}' explain {explained:0.###} of a variance of 1.");
            disturbances[k] = Math.Sqrt(1 - explained);
        }

        return disturbances;
    }

    private int Earlier(string name, int before) =>
        Index(name) is var k && k < before ? k : throw new InputException($"factor '{name}' is a cause before it is described.");

    private int Index(string name)
    {
        for (var k = 0; k < Factors.Count; k++)
        {
            if (Factors[k].Name == name)
                return k;
        }

        throw new InputException($"there is no factor '{name}' in the population.");
    }
}

/// <summary>A standardized factor and the weights of the factors that it depends on.</summary>
internal sealed record PopulationFactor(string Name)
{
    public IReadOnlyDictionary<string, double> From { get; init; } = new Dictionary<string, double>();
}

/// <summary>An item: its factor, standardized loading, mean and standard deviation before rounding.</summary>
internal sealed record PopulationItem(string Name, string Factor, double Loading, double Mean, double Sd);
