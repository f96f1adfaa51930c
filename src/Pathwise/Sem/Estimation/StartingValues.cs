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

    /// <summary>
    /// The moments that a table of means, variances and covariances of exogenous variables frees, each of the values that there are: the
    /// estimates themselves where variables are uncorrelated.
    /// </summary>
    public static double[] OfUncorrelated(ParameterTable table, IReadOnlyList<SampleMoments> samples)
    {
        var start = new double[table.FreeCount];
        foreach (var row in table.Rows.Where(row => row.IsFree))
        {
            var (sample, i) = (samples[row.Group - 1], samples[row.Group - 1].IndexOf(row.Lhs));
            start[row.Free - 1] = row.Operator == Operator.Intercept ? sample.Means![i] : sample.Covariance[i, sample.IndexOf(row.Rhs)];
        }

        return start;
    }

    /// <summary>What each free parameter is measured in: the standard deviations of the variables, as far as they are known.</summary>
    public static double[] Units(ModelStructure structure, IReadOnlyList<SampleMoments> samples)
    {
        var units = new double[structure.FreeCount];
        Array.Fill(units, 1);
        for (var g = 0; g < structure.Groups.Count; g++)
        {
            var group = new GroupStart(structure, structure.Groups[g], samples[g]);
            foreach (var cell in structure.Groups[g].Where(cell => cell.Free >= 0))
                units[cell.Free] = Unit(cell, group, samples[g]);
        }

        return units;
    }

    /// <summary>
    /// Random starting values around those: loadings and variances scaled, regressions and covariances moved, in the units of the variables.
    /// </summary>
    public static double[] Random(ModelStructure structure, IReadOnlyList<SampleMoments> samples, int seed)
    {
        var (start, units) = (Of(structure, samples), Units(structure, samples));
        for (var g = 0; g < structure.Groups.Count; g++)
        {
            foreach (var cell in structure.Groups[g].Where(cell => cell.Free >= 0))
                start[cell.Free] = Moved(start[cell.Free], cell, structure.Table.Rows[cell.TableRow], units[cell.Free], RandomStream.For(seed, cell.Free));
        }

        return start;
    }

    /// <summary>Random starting values of which none is zero, where a model that is identified almost everywhere is so.</summary>
    public static double[] Generic(ModelStructure structure, IReadOnlyList<SampleMoments> samples)
    {
        var (start, units) = (Random(structure, samples, 0), Units(structure, samples));
        for (var i = 0; i < start.Length; i++)
            start[i] += start[i] == 0 ? 0.2 * units[i] * RandomStream.For(0, i).NextUniform() : 0;
        return start;
    }

    private static double Moved(double value, ModelCell cell, Parameter row, double unit, RandomStream random) => row.Operator switch
    {
        Operator.Loading => value * (0.3 + (1.4 * random.NextUniform())),
        Operator.Regression => value + (unit * (random.NextUniform() - 0.5)),
        Operator.Covariance when cell.Row == cell.Column => value * (0.5 + (1.5 * random.NextUniform())),
        Operator.Covariance => value * (0.5 + (0.5 * random.NextUniform())),
        _ => value + (unit * (random.NextUniform() - 0.5) * 0.5),
    };

    // What a parameter is measured in: the deviations of its variables.
    private static double Unit(ModelCell cell, GroupStart group, SampleMoments sample)
    {
        double Observed(int i) => Math.Sqrt(sample.Covariance[i, i]);
        return cell.Matrix switch
        {
            ModelMatrix.Lambda => Observed(cell.Row) / group.Deviation(cell.Column),
            ModelMatrix.Beta => group.Deviation(cell.Row) / group.Deviation(cell.Column),
            ModelMatrix.Psi => group.Deviation(cell.Row) * group.Deviation(cell.Column),
            ModelMatrix.Theta => Observed(cell.Row) * Observed(cell.Column),
            ModelMatrix.Nu => Observed(cell.Row),
            ModelMatrix.Tau or ModelMatrix.Delta => 1,
            _ => group.Deviation(cell.Row),
        };
    }
}
