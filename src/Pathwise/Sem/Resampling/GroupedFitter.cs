using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// Fits compiled models of several groups, or of one, with parameters that are equal, to one matrix for each group after the other: F is
/// the sum of the groups' discrepancies times their weights.
/// </summary>
internal sealed unsafe class GroupedFitter : NewtonSearch
{
    /// <summary>
    /// A search that is still on its way after many steps and so far out, in standardized variables, follows a discrepancy that falls for ever:
    /// a factor is becoming one of its items, and the error variance of this one minus infinity.
    /// </summary>
    private const double FarthestStandardized = 10;

    private readonly CompiledGroups groups;
    private readonly CovarianceEvaluation[] evaluations;
    private readonly double[] weights;
    private readonly double[][] estimates;
    private readonly double[][] factors;
    private readonly PinnedNumbers scratch;
    private readonly double* point;
    private readonly double* slopes;
    private readonly double* hessian;

    public GroupedFitter(CompiledGroups groups)
        : base(groups.Start.Length, groups.Models.Max(model => model.ObservedCount))
    {
        this.groups = groups;
        evaluations = [.. groups.Models.Zip(groups.Maps, (model, map) => new CovarianceEvaluation(model, map, groups.Function))];
        weights = new double[evaluations.Length];
        estimates = [.. groups.Models.Select(model => new double[model.FreeCount])];
        factors = [.. groups.Models.Select(model => new double[model.StructuralCount])];
        var (count, row) = (groups.Models.Max(model => model.FreeCount), evaluations.Max(each => each.RowOfParameters));
        scratch = new PinnedNumbers((2 * row) + (count * row) + 16);
        point = scratch.Take(row);
        slopes = scratch.Take(row);
        hessian = scratch.Take(count * row);
    }

    /// <summary>
    /// Fits the groups' matrices from the estimates of the fit that was compiled; the weights are the groups' shares in F.
    /// </summary>
    public FitStatus Fit(ReadOnlySpan<ReplicateSample> samples, ReadOnlySpan<double> shares)
    {
        Discrepancy = 0;
        shares.CopyTo(weights);
        for (var g = 0; g < evaluations.Length; g++)
        {
            if (!evaluations[g].TrySetSample(samples[g].Fitted))
                return FitStatus.SingularSample;
            if (samples[g].Weights is { } each)
                evaluations[g].SetWeights(each);
        }

        Unit = groups.Function == FitFunction.UnweightedLeastSquares ? MeanSquaredVariance(samples) : 1;
        groups.Start.CopyTo(Values);
        return Search() ?? Conclude();
    }

    /// <summary>Writes the estimates of all groups among the free parameters of the table.</summary>
    public void CopyValues(Span<double> target)
    {
        for (var g = 0; g < evaluations.Length; g++)
        {
            var positions = groups.Models[g].Positions;
            for (var j = 0; j < positions.Length; j++)
                target[positions[j]] = estimates[g][j];
        }
    }

    /// <summary>Writes Beta and the covariances of a group's structural variables, each m x m, without the constant.</summary>
    public void CopyStructure(int group, Span<double> beta, Span<double> covariance)
    {
        var (evaluation, m, factor) = (evaluations[group], groups.Models[group].VariableCount, factors[group]);
        for (var i = 0; i < m; i++)
        {
            for (var j = 0; j < m; j++)
            {
                beta[(i * m) + j] = evaluation.Beta[(i * evaluation.RowOfStructural) + j] * factor[i] / factor[j];
                covariance[(i * m) + j] = evaluation.CovarianceOf(i, j) * factor[i] * factor[j];
            }
        }
    }

    protected override bool TryEvaluate(double* point)
    {
        var sum = 0.0;
        for (var g = 0; g < evaluations.Length; g++)
        {
            var parameters = groups.Parameters[g];
            for (var j = 0; j < parameters.Length; j++)
                this.point[j] = point[parameters[j]];
            if (!evaluations[g].TryEvaluate(this.point))
                return false;
            sum += weights[g] * evaluations[g].Discrepancy;
        }

        Discrepancy = sum;
        return true;
    }

    protected override void Differentiate(double* target)
    {
        new Span<double>(target, Row).Clear();
        for (var g = 0; g < evaluations.Length; g++)
        {
            evaluations[g].Differentiate(slopes);
            var (order, parameters) = (groups.Maps[g].Order, groups.Parameters[g]);
            for (var j = 0; j < order.Length; j++)
                target[parameters[order[j]]] += weights[g] * slopes[j];
        }
    }

    protected override void Curvature(double* target, bool expected)
    {
        new Span<double>(target, Values.Length * Row).Clear();
        for (var g = 0; g < evaluations.Length; g++)
        {
            evaluations[g].Curvature(hessian, expected);
            Add(g, target);
        }
    }

    // What two equal parameters of a group have in common stands twice in the square of their one.
    private void Add(int g, double* target)
    {
        var (order, parameters, row) = (groups.Maps[g].Order, groups.Parameters[g], evaluations[g].RowOfParameters);
        for (var i = 0; i < order.Length; i++)
        {
            var one = parameters[order[i]];
            for (var j = i; j < order.Length; j++)
            {
                var other = parameters[order[j]];
                var weight = one == other && i != j ? 2 * weights[g] : weights[g];
                target[(Math.Min(one, other) * Row) + Math.Max(one, other)] += weight * hessian[(i * row) + j];
            }
        }
    }

    // Means far from zero are no sign of it: intercepts are measured from where the search began.
    protected override bool IsAstray()
    {
        for (var j = 0; j < groups.Start.Length; j++)
        {
            if (Math.Abs(Values[j] - groups.Start[j]) > FarthestStandardized * groups.Sizes[j])
                return true;
        }

        return false;
    }

    private double MeanSquaredVariance(ReadOnlySpan<ReplicateSample> samples)
    {
        var sum = 0.0;
        for (var g = 0; g < samples.Length; g++)
        {
            var (covariance, p) = (samples[g].Fitted, groups.Models[g].ObservedCount);
            for (var i = 0; i < p; i++)
                sum += weights[g] * covariance[i * (p + 1)] * covariance[i * (p + 1)] / p;
        }

        return sum;
    }

    // The estimates become those of the table.
    private FitStatus Conclude()
    {
        var status = Status();
        for (var g = 0; g < evaluations.Length; g++)
        {
            var parameters = groups.Parameters[g];
            for (var j = 0; j < parameters.Length; j++)
                estimates[g][j] = Values[parameters[j]];
            factors[g].AsSpan().Fill(1);
            if (groups.Units[g] is { } units && !units.ToModel(estimates[g], factors[g]))
                status = FitStatus.UnitLost;
        }

        return status;
    }

    private FitStatus Status()
    {
        var worst = FitStatus.Proper;
        foreach (var evaluation in evaluations)
        {
            var status = evaluation.Propriety();
            if (status != FitStatus.Proper && (worst == FitStatus.Proper || status < worst))
                worst = status;
        }

        return worst;
    }
}
