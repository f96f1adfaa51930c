using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Inference;

/// <summary>Shares of variance that a model explains.</summary>
public static class ExplainedVariance
{
    /// <summary>
    /// R-squared of every endogenous variable of every group, observed ones first; a variable whose residual variance is negative has
    /// none.
    /// </summary>
    public static IReadOnlyList<RSquared> RSquared(this FitResult fit) =>
        [.. Enumerable.Range(1, fit.Table.GroupCount).SelectMany(group => OfGroup(fit, group))];

    private static IEnumerable<RSquared> OfGroup(FitResult fit, int group)
    {
        var moments = fit.Implied(group);
        var (p, m) = (moments.Size, moments.LatentSize);
        var dependent = moments.Cells.Where(cell => cell.TableRow >= 0).ToLookup(cell => cell.Matrix, cell => cell.Row);
        for (var i = 0; i < p; i++)
        {
            var at = fit.Structure.Latents.ToList().IndexOf(fit.Structure.Observed[i]);
            if (at >= 0 ? dependent[ModelMatrix.Beta].Contains(at) : dependent[ModelMatrix.Lambda].Contains(i))
            {
                var residual = at >= 0 ? moments.Psi[(at * m) + at] : moments.Theta[(i * p) + i];
                if (residual >= 0)
                    yield return new(fit.Structure.Observed[i], group, 1 - (residual / moments.Sigma[(i * p) + i]));
            }
        }

        for (var i = 0; i < fit.Table.LatentVariables.Count; i++)
        {
            var residual = moments.Psi[(i * m) + i];
            if (dependent[ModelMatrix.Beta].Contains(i) && residual >= 0)
                yield return new(fit.Table.LatentVariables[i], group, 1 - (residual / moments.LatentCovariance[(i * m) + i]));
        }
    }
}
