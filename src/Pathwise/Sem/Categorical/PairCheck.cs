namespace Pathwise.Sem.Categorical;

/// <summary>Refuses pairs of variables that too few cases have both of.</summary>
internal static class PairCheck
{
    private const int Least = 3;

    /// <exception cref="InputException">Fewer than three cases have two of the variables.</exception>
    public static void Require(IReadOnlyList<Margin> margins, int cases, string where)
    {
        if (cases >= Least && margins.All(margin => margin.Count == cases))
            return;
        for (var j = 0; j < margins.Count; j++)
        {
            for (var i = 0; i < j; i++)
            {
                var both = Enumerable.Range(0, cases).Count(row => margins[i].Has(row) && margins[j].Has(row));
                if (both < Least)
                    throw new InputException($"{where}: {both} cases have both {margins[i].Name} and {margins[j].Name}; at least {Least} are needed for their correlation. Leave out one of them.");
            }
        }
    }
}
