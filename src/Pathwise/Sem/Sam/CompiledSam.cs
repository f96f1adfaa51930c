using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Sam;

/// <summary>What both steps of a single group by compiled code share, worked out once. Immutable; any number of workers may share it.</summary>
internal sealed class CompiledSam
{
    private CompiledSam(SamSolution solution)
    {
        Solution = solution;
        Blocks = [.. solution.Blocks.Select(fit => CompiledStep.Of(fit))];
        Structure = CompiledStep.Of(solution.Structure);
    }

    /// <summary>The solution of the whole sample.</summary>
    public SamSolution Solution { get; }

    /// <summary>The measurement models.</summary>
    public IReadOnlyList<CompiledStep> Blocks { get; }

    /// <summary>The structural model.</summary>
    public CompiledStep Structure { get; }

    /// <summary>The compiled steps, or null where the general path is needed.</summary>
    public static CompiledSam? TryCompile(SamSolution solution) => WhyNot(solution) is null ? new CompiledSam(solution) : null;

    /// <summary>Why the general path is needed, or null.</summary>
    public static string? WhyNot(SamSolution solution) => solution switch
    {
        { Samples.Count: > 1 } => "several groups",
        { Design.Options.Method: SamMethod.Global } => "global SAM",
        _ when !EstimationMethods.Of(solution.Design.Estimation.Estimator).IsPlainLikelihood => $"the estimator {solution.Design.Estimation.Estimator}",
        _ when solution.Samples[0].Cases is null => "moments without cases",
        _ when solution.Blocks.Append(solution.Structure).Any(fit => fit.Table.Constraints.Count > 0) => "constraints",
        _ => null,
    };
}

/// <summary>A compiled model with the units and the start of its searches.</summary>
internal sealed record CompiledStep(CovarianceModel Model, LatentUnits Units, DerivativeMap Map, double[] Start)
{
    /// <summary>Of a fit without constraints and means.</summary>
    public static CompiledStep Of(FitResult fit)
    {
        var model = CovarianceModelCompiler.Compile(fit.Table);
        var units = CompiledRefit.Units(fit, model);
        return new(model, units, DerivativeMap.Of(units.Working), CompiledRefit.Start(fit, model));
    }

    /// <summary>A fitter of its own for a worker.</summary>
    public CovarianceFitter Fitter() => new(Model, Units, Map);
}
