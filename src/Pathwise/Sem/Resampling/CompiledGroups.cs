using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// The compiled models of all groups of a table, and the parameters that they share: equal ones are one. Immutable; any number of workers
/// may share it.
/// </summary>
internal sealed class CompiledGroups
{
    private CompiledGroups(FitResult fit, FitFunction function, MeanTreatment means, int[] reduced)
    {
        Function = function;
        CovarianceModel[] models = [.. Enumerable.Range(1, fit.Table.GroupCount).Select(group => CovarianceModelCompiler.Compile(fit.Table, group, means))];
        var uses = models.SelectMany(model => model.Positions).Select(position => reduced[position]).ToLookup(position => position);
        int[] used = [.. uses.Select(each => each.Key).Order()];
        Parameters = [.. models.Select(model => model.Positions.Select(position => Array.IndexOf(used, reduced[position])).ToArray())];
        Units = [.. models.Select((model, g) => model.Positions.All(position => uses[reduced[position]].Count() == 1) ? CompiledRefit.Units(fit, model, g + 1) : null)];
        Models = [.. models.Select((model, g) => Units[g]?.Working ?? model)];
        Maps = [.. Models.Select(DerivativeMap.Of)];
        (Start, Sizes) = (new double[used.Length], new double[used.Length]);
        for (var g = 0; g < models.Length; g++)
            Begin(fit, g, CompiledRefit.Start(fit, models[g]));
    }

    // Values of the table, in the units in which a group is fitted.
    private void Begin(FitResult fit, int group, double[] values)
    {
        var factors = new double[Models[group].StructuralCount];
        Array.Fill(factors, 1);
        Units[group]?.ToWorking(values, factors);
        var moments = fit.Implied(group + 1);
        double Structural(int k) => k < moments.LatentSize ? Math.Sqrt(Math.Abs(moments.LatentCovariance[(k * moments.LatentSize) + k])) / factors[k] : 1;
        double Observed(int i) => i < fit.Sample[group].Names.Count ? Math.Sqrt(fit.Sample[group].Covariance[i, i]) : 1;
        for (var j = 0; j < values.Length; j++)
        {
            var (parameter, (matrix, row, column)) = (Parameters[group][j], Models[group].Free[j]);
            Start[parameter] = values[j];
            Sizes[parameter] = matrix switch
            {
                CompiledMatrix.Lambda => Observed(row) / Structural(column),
                CompiledMatrix.Beta => Structural(row) / Structural(column),
                CompiledMatrix.Psi => Structural(row) * Structural(column),
                _ => Observed(row) * Observed(column),
            };
        }
    }

    /// <summary>For each group that shares no parameter, the units of its latent variables while it is fitted; else null.</summary>
    public LatentUnits?[] Units { get; }

    /// <summary>One model for each group, in these units.</summary>
    public CovarianceModel[] Models { get; }

    /// <summary>The derivatives of each.</summary>
    public DerivativeMap[] Maps { get; }

    /// <summary>For each group and each free parameter of its model, which parameter of the search it is.</summary>
    public int[][] Parameters { get; }

    /// <summary>The parameters of the search at the estimates of the fit, in these units.</summary>
    public double[] Start { get; }

    /// <summary>What each of them would be if it were one in standardized variables.</summary>
    public double[] Sizes { get; }

    /// <summary>What is minimised.</summary>
    public FitFunction Function { get; }

    /// <summary>True where variables are ordered: what is fitted are correlations of responses, each with a weight of its own.</summary>
    public bool IsOrdered => Function == FitFunction.DiagonallyWeightedLeastSquares;

    /// <summary>The compiled groups of a fit; null, and why, where the general path is needed.</summary>
    public static CompiledGroups? TryCompile(FitResult fit, out string? whyNot)
    {
        var (isOrdered, means) = (fit.Table.OrderedVariables.Count > 0, CompiledPath.Treatment(fit));
        whyNot = (isOrdered ? OrderedPath.WhyNot(fit) : CompiledPath.WhyNot(fit, means)) ?? WhyNot(fit.Table.Constraints);
        if (whyNot is not null)
            return null;
        return isOrdered
            ? new CompiledGroups(fit, FitFunction.DiagonallyWeightedLeastSquares, MeanTreatment.Saturated, EqualParameters.Of(fit.Table))
            : new CompiledGroups(fit, fit.Method.Compiled!.Value, means, EqualParameters.Of(fit.Table));
    }

    private static string? WhyNot(IReadOnlyList<Constraint> constraints) =>
        constraints.FirstOrDefault(each => !EqualParameters.IsEquality(each)) is { } other
            ? $"the constraint {other.Lhs} {other.Operator.Text()} {other.Rhs}, which is more than an equality of two parameters"
            : null;
}
