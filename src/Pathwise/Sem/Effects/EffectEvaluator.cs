using Pathwise.Numerics;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Effects;

/// <summary>
/// Computes the effects of a catalogue, raw and standardized, from the regressions and the covariances of the structural variables. One
/// worker's. NaN stands for what does not exist (a standardized effect of a variable with a negative variance).
/// </summary>
internal sealed class EffectEvaluator
{
    private readonly EffectCatalogue catalogue;
    private readonly int m;
    private readonly bool[] isEdge;
    private readonly double[] system;
    private readonly double[] totals;
    private readonly double[] deviations;

    public EffectEvaluator(ParameterTable table, EffectCatalogue catalogue)
    {
        this.catalogue = catalogue;
        m = catalogue.Variables.Count;
        isEdge = new bool[table.GroupCount * m * m];
        foreach (var entry in catalogue.Entries.Where(entry => entry.Effect.Kind == EffectKind.Direct))
            isEdge[((((entry.Effect.Group - 1) * m) + entry.Second) * m) + entry.First] = true;
        (system, totals, deviations) = (new double[m * m], new double[m * m], new double[m]);
    }

    /// <summary>Number of effects.</summary>
    public int Count => catalogue.Entries.Count;

    /// <summary>The total effect of a structural variable on another, of the group evaluated last.</summary>
    public double Total(int outcome, int cause) => totals[(outcome * m) + cause];

    /// <summary>True where the first group's coefficient of a structural variable in the equation of another is a direct effect.</summary>
    public bool IsEdge(int outcome, int cause) => isEdge[(outcome * m) + cause];

    /// <summary>
    /// Writes the effects of one group: <paramref name="beta"/> and <paramref name="covariance"/> are m x m, row-major.
    /// </summary>
    public void Evaluate(int group, ReadOnlySpan<double> beta, ReadOnlySpan<double> covariance, Span<double> raw, Span<double> standardized)
    {
        Totals(group, beta);
        for (var i = 0; i < m; i++)
            deviations[i] = Math.Sqrt(covariance[(i * m) + i]);
        for (var k = 0; k < catalogue.Entries.Count; k++)
        {
            var entry = catalogue.Entries[k];
            if (entry.Effect.Kind == EffectKind.Defined || entry.Effect.Group != group)
                continue;
            raw[k] = Value(entry, beta, raw);
            standardized[k] = entry.Effect.Kind >= EffectKind.Contrast
                ? Value(entry, beta, standardized)
                : raw[k] * deviations[entry.First] / deviations[entry.Second];
        }
    }

    private double Value(EffectEntry entry, ReadOnlySpan<double> beta, ReadOnlySpan<double> before) => entry.Effect.Kind switch
    {
        EffectKind.Total => totals[(entry.Second * m) + entry.First],
        EffectKind.TotalIndirect => totals[(entry.Second * m) + entry.First] - Direct(entry, beta),
        EffectKind.Contrast => before[entry.First] - before[entry.Second],
        EffectKind.ProportionMediated => before[entry.First] / before[entry.Second],
        _ => Product(entry.Path, beta),
    };

    private double Direct(EffectEntry entry, ReadOnlySpan<double> beta) =>
        isEdge[((((entry.Effect.Group - 1) * m) + entry.Second) * m) + entry.First] ? beta[(entry.Second * m) + entry.First] : 0;

    private double Product(int[] path, ReadOnlySpan<double> beta)
    {
        var product = 1.0;
        for (var i = 1; i < path.Length; i++)
            product *= beta[(path[i] * m) + path[i - 1]];
        return product;
    }

    /// <summary>(I - E)^-1 for the coefficients E among variables with effects, by elimination.</summary>
    private void Totals(int group, ReadOnlySpan<double> beta)
    {
        for (var i = 0; i < m * m; i++)
        {
            var identity = i % (m + 1) == 0 ? 1 : 0;
            system[i] = identity - (isEdge[((group - 1) * m * m) + i] ? beta[i] : 0);
            totals[i] = identity;
        }

        for (var k = 0; k < m; k++)
        {
            var inverse = 1 / system[(k * m) + k];
            for (var i = 0; i < m; i++)
            {
                var factor = system[(i * m) + k] * inverse;
                if (i == k || factor == 0)
                    continue;
                VectorKernels.AddScaled(-factor, system.AsSpan(k * m, m), system.AsSpan(i * m, m));
                VectorKernels.AddScaled(-factor, totals.AsSpan(k * m, m), totals.AsSpan(i * m, m));
            }

            for (var j = 0; j < m; j++)
            {
                system[(k * m) + j] *= inverse;
                totals[(k * m) + j] *= inverse;
            }
        }
    }
}
