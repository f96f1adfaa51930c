using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// Where the minimiser starts: the user's values, else loadings in the ratio of deviations with the sign of the marker's
/// covariances, half of each indicator's variance as residual, sample moments of observed variables, zero for the rest.
/// </summary>
internal static class StartingValues
{
    /// <summary>Starting values of the free parameters; the structure's sample moments are filled in.</summary>
    public static double[] Of(ModelStructure structure, IReadOnlyList<SampleMoments> samples)
    {
        var start = new double[structure.FreeCount];
        for (var g = 0; g < structure.Groups.Count; g++)
        {
            var group = new GroupStart(structure, structure.Groups[g], samples[g]);
            foreach (var cell in structure.Groups[g].Where(cell => cell.Free >= 0))
                start[cell.Free] = structure.Table.Rows[cell.TableRow].Start ?? group.Value(cell);
        }

        return start;
    }

    /// <summary>Random starting values around those: loadings and variances scaled, regressions and covariances moved.</summary>
    public static double[] Random(ModelStructure structure, IReadOnlyList<SampleMoments> samples, int seed)
    {
        var start = Of(structure, samples);
        for (var g = 0; g < structure.Groups.Count; g++)
        {
            foreach (var cell in structure.Groups[g].Where(cell => cell.Free >= 0))
                start[cell.Free] = Moved(start[cell.Free], cell, structure.Table.Rows[cell.TableRow], RandomStream.For(seed, cell.Free));
        }

        return start;
    }

    private static double Moved(double value, ModelCell cell, Parameter row, RandomStream random) => row.Operator switch
    {
        Operator.Loading => value * (0.3 + (1.4 * random.NextUniform())),
        Operator.Regression => value + (random.NextUniform() - 0.5),
        Operator.Covariance when cell.Row == cell.Column => value * (0.5 + (1.5 * random.NextUniform())),
        Operator.Covariance => value * (0.5 + (0.5 * random.NextUniform())),
        _ => value + ((random.NextUniform() - 0.5) * 0.5),
    };
}
