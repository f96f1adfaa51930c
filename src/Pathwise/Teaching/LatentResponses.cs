using Pathwise.Sem.Categorical;
using Pathwise.Sem.Resampling;
using Pathwise.Tables;

namespace Pathwise.Teaching;

/// <summary>Takes up what lies behind an ordered variable.</summary>
public static class LatentResponses
{
    /// <summary>The normal response behind an ordered variable of a sample.</summary>
    /// <exception cref="InputException">The sample has no variable of that name, or it is not ordered.</exception>
    public static LatentResponse Response(this CategoricalSample sample, string variable)
    {
        ArgumentNullException.ThrowIfNull(sample);
        ArgumentNullException.ThrowIfNull(variable);
        var found = sample.Variables.FirstOrDefault(each => each.Name == variable)
            ?? throw new InputException(NearestName.Complaint("the variables of the sample", variable, sample.Names));
        return found.IsOrdered ? new(found) : throw new InputException($"{variable} is continuous: no thresholds cut it.");
    }

    /// <summary>As many cases as there are, drawn with replacement: those of one replicate of a bootstrap of these cases (<see cref="Bootstrapping.Cases"/>).</summary>
    public static DataTable Resample(this DataTable table, long seed, int replicate)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Cases(Bootstrapping.Cases(seed, replicate, table.Count));
    }
}
