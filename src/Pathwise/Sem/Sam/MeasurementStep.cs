using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Sam;

/// <summary>The measurement step of a structural fit: errors of the estimates over both steps, and replicates of both.</summary>
internal sealed class MeasurementStep : RepeatedStep
{
    private readonly SamSolution solution;
    private readonly Lazy<Matrix<double>?> covariance;
    private readonly Lazy<CompiledSam?> compiled;

    public MeasurementStep(SamSolution solution)
    {
        this.solution = solution;
        compiled = new(() => CompiledSam.TryCompile(solution));
        covariance = new(() => solution.Design.Parts.Products.Count == 0 ? TwoStepCovariance.Of(solution) : JackknifeCovariance.Of(solution, compiled.Value));
    }

    /// <inheritdoc/>
    public override Matrix<double>? Covariance => covariance.Value;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Factors => [.. solution.Design.Parts.Blocks.SelectMany(block => block.Factors)];

    /// <inheritdoc/>
    public override IReadOnlyList<SampleMoments> Samples => solution.Samples;

    /// <inheritdoc/>
    public override string Description => $"Estimated in two steps, structure after measurement ({(solution.Design.Options.Method == SamMethod.Local ? "local" : "global")} SAM): first the measurement of {string.Join("; ", solution.Design.Parts.Blocks.Select(block => string.Join(", ", block.Factors)))}, then the structural model. {(solution.Design.Parts.Products.Count > 0 ? "Standard errors without a bootstrap are by the infinitesimal jackknife over both steps." : "Standard errors without a bootstrap count the first step.")} Each bootstrap sample goes through both steps.";

    /// <inheritdoc/>
    public override string? WhyGeneral => CompiledSam.WhyNot(solution);

    /// <inheritdoc/>
    public override ReplicateWorker Worker(FitResult fit, EffectCatalogue catalogue)
    {
        foreach (var sample in solution.Samples)
            SampleSources.Cases(sample);
        return compiled.Value is { } model ? new CompiledSamRefit(fit, model, catalogue) : new SamRefit(fit, solution, catalogue);
    }
}
