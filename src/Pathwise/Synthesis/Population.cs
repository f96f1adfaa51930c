using Pathwise.Auditing.Reported;
using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Specification;

namespace Pathwise.Synthesis;

/// <summary>
/// Parameter values of a population in which the printed effects hold, standardized loadings are as drawn and items have the
/// drawn variances: the least-squares solution for all of these at once (Gauss-Newton with Levenberg's damping).
/// </summary>
internal sealed class Population
{
    private const double PrintedWeight = 20;

    private readonly SynthesisPlan plan;
    private readonly ImpliedStructure structure;
    private readonly Solution solution;
    private readonly Parameter[] loadings;
    private readonly (Func<Solution, double> Value, double Aim)[] printed;
    private readonly double[] implied;

    public Population(SynthesisPlan plan)
    {
        this.plan = plan;
        solution = new Solution(plan.Models[0]);
        structure = solution.Structure;
        loadings = [.. plan.Tables[0].Rows.Where(row => row.Operator == Operator.Loading)];
        printed = [.. plan.Targets.Targets.Where(target => target.Printed.Relation == Relation.Equal).SelectMany(Printed)];
        implied = new double[plan.Items * plan.Items];
    }

    /// <summary>The rows of the model that are loadings, in the order in which they are drawn.</summary>
    public IReadOnlyList<Parameter> Loadings => loadings;

    /// <summary>Solves for parameter values, row-major covariance in <paramref name="covariance"/>; null when there is no proper solution.</summary>
    public double[]? Solve(double[] standardizedLoadings, double[] variances, Span<double> covariance)
    {
        var theta = new double[plan.Models[0].FreeCount];
        CompiledStart.Write(plan.Models[0], Diagonal(variances), theta);
        var residuals = new double[loadings.Length + variances.Length + printed.Length];
        var trial = new double[residuals.Length];
        if (!Residuals(theta, standardizedLoadings, variances, residuals))
            return null;
        var damping = 1e-3;
        for (var step = 0; step < 60; step++)
        {
            var loss = VectorKernels.Dot(residuals, residuals);
            var candidate = Step(theta, standardizedLoadings, variances, residuals, damping);
            if (candidate is not null && Residuals(candidate, standardizedLoadings, variances, trial)
                && VectorKernels.Dot(trial, trial) is var next && next < loss)
            {
                (theta, damping) = (candidate, damping / 5);
                trial.CopyTo(residuals, 0);
                if (loss - next < 1e-10)
                    break;
            }
            else if ((damping *= 8) > 1e8)
            {
                break;
            }
        }

        structure.Implied(theta, covariance);
        return IsProper(theta) ? theta : null;
    }

    // What parameter values decide: effects, standardized estimates, correlations of latent variables.
    private IEnumerable<(Func<Solution, double> Value, double Aim)> Printed(Target target)
    {
        var aim = (double)target.Printed.Value;
        int from = plan.Models[0].IndexOfStructural(target.From), to = plan.Models[0].IndexOfStructural(target.Of);
        if (target.Kind == TargetKind.TotalEffect)
            yield return (s => s.Total(from, to), aim);
        else if (target.Kind == TargetKind.Correlation && from >= 0 && to >= 0)
            yield return (s => s.Correlation(from, to), aim);
        else if (target is { Kind: TargetKind.StandardizedEstimate, Minus: "", Adds: "" } && plan.Row(target.Of, 0) is var row)
            yield return (s => s.Standardized(row.Operator, row.Lhs, row.Rhs), aim);
    }

    private static double[] Diagonal(double[] variances)
    {
        var matrix = new double[variances.Length * variances.Length];
        for (var j = 0; j < variances.Length; j++)
            matrix[(j * variances.Length) + j] = variances[j];
        return matrix;
    }

    private bool Residuals(double[] theta, double[] standardizedLoadings, double[] variances, double[] residuals)
    {
        if (!structure.Implied(theta, implied))
            return false;
        var at = 0;
        for (var i = 0; i < loadings.Length; i++)
            residuals[at++] = solution.Standardized(Operator.Loading, loadings[i].Lhs, loadings[i].Rhs) - standardizedLoadings[i];
        for (var j = 0; j < variances.Length; j++)
            residuals[at++] = (implied[(j * plan.Items) + j] / variances[j]) - 1;
        foreach (var (value, aim) in printed)
            residuals[at++] = PrintedWeight * (value(solution) - aim);
        return Array.TrueForAll(residuals, double.IsFinite);
    }

    private double[]? Step(double[] theta, double[] standardizedLoadings, double[] variances, double[] residuals, double damping)
    {
        var q = theta.Length;
        var jacobian = new double[q][];
        for (var t = 0; t < q; t++)
        {
            const double Shift = 1e-6;
            var shifted = new double[residuals.Length];
            theta[t] += Shift;
            var isFinite = Residuals(theta, standardizedLoadings, variances, shifted);
            theta[t] -= Shift;
            if (!isFinite)
                return null;
            for (var i = 0; i < shifted.Length; i++)
                shifted[i] = (shifted[i] - residuals[i]) / Shift;
            jacobian[t] = shifted;
        }

        var normal = new double[q * q];
        var step = new double[q];
        for (var s = 0; s < q; s++)
        {
            for (var t = 0; t <= s; t++)
                normal[(s * q) + t] = normal[(t * q) + s] = VectorKernels.Dot(jacobian[s], jacobian[t]);
            normal[(s * q) + s] = (normal[(s * q) + s] * (1 + damping)) + (1e-9 * damping);
            step[s] = -VectorKernels.Dot(jacobian[s], residuals);
        }

        if (!Cholesky.TryFactor(normal, q))
            return null;
        Cholesky.Solve(normal, q, step);
        for (var t = 0; t < q; t++)
            step[t] += theta[t];
        return step;
    }

    private bool IsProper(double[] theta)
    {
        foreach (var row in plan.Tables[0].Rows.Where(row => row.IsFree && row.Operator == Operator.Covariance && row.Lhs == row.Rhs))
        {
            if (theta[row.Free - 1] <= 0)
                return false;
        }

        return true;
    }
}
