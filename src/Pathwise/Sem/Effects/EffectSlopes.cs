using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Effects;

/// <summary>
/// All effects of a fit with their gradients by the free parameters, from differences of fourth order that serve every effect at once; a
/// proportion, which has a pole where the total effect is zero, from those of its two parts.
/// </summary>
internal sealed class EffectSlopes
{
    private readonly double[][] values;
    private readonly Vector<double>[][] gradients;

    private EffectSlopes(double[][] values, Vector<double>[][] gradients) => (this.values, this.gradients) = (values, gradients);

    public static EffectSlopes Of(FitResult fit, EffectPoint effects)
    {
        var t = fit.Values.Count;
        double[] free = [.. fit.Values];
        double[][] values = [new double[effects.Count], new double[effects.Count]];
        Vector<double>[][] gradients = [Zeros(effects.Count, t), Zeros(effects.Count, t)];
        double[] raw = new double[effects.Count], standardized = new double[effects.Count];
        foreach (var j in Moving(fit, effects.Catalogue))
        {
            var width = CentralDifference.Width(free[j], fit.Units[j]);
            CentralDifference.Walk(free, j, width, weight =>
            {
                effects.Evaluate(new EstimateSpans(free, raw, standardized));
                for (var k = 0; k < raw.Length; k++)
                {
                    gradients[0][k][j] += weight * raw[k] / width;
                    gradients[1][k][j] += weight * standardized[k] / width;
                }
            });
        }

        effects.Evaluate(new EstimateSpans(free, values[0], values[1]));
        for (var kind = 0; kind < 2; kind++)
            Divide(effects.Catalogue, values[kind], gradients[kind]);
        return new EffectSlopes(values, gradients);
    }

    /// <summary>An effect; NaN when it does not exist.</summary>
    public double Value(int effect, bool isStandardized) => values[isStandardized ? 1 : 0][effect];

    /// <summary>Its standard error by the delta method; null where it is not defined.</summary>
    public double? StandardError(int effect, bool isStandardized, Matrix<double>? covariance) =>
        covariance is null ? null : DeltaMethod.StandardError(gradients[isStandardized ? 1 : 0][effect], covariance);

    // Effects follow from the regressions, standardized ones from the (residual) covariances of the structural variables, too, and what syntax defines from any parameter.
    private static IEnumerable<int> Moving(FitResult fit, EffectCatalogue catalogue) => catalogue.Entries.Any(entry => entry.Effect.Kind == EffectKind.Defined)
        ? Enumerable.Range(0, fit.Values.Count)
        : fit.Structure.Groups.SelectMany(cells => cells).Where(cell => cell.Free >= 0 && cell.Matrix is ModelMatrix.Beta or ModelMatrix.Psi).Select(cell => cell.Free).Distinct().Order();

    // d(a/b) = (da - (a/b) db) / b.
    private static void Divide(EffectCatalogue catalogue, double[] values, Vector<double>[] gradients)
    {
        foreach (var (k, entry) in catalogue.Entries.Index().Where(each => each.Item.Effect.Kind == EffectKind.ProportionMediated))
            gradients[k] = (gradients[entry.First] - (values[k] * gradients[entry.Second])) / values[entry.Second];
    }

    private static Vector<double>[] Zeros(int count, int t) =>
        [.. Enumerable.Range(0, count).Select(_ => Vector<double>.Build.Dense(Math.Max(t, 1)))];
}
