using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Power;

/// <summary>How the samples of a power study are fitted, chosen once for all of them; any number of workers may share it.</summary>
internal sealed class PowerPath
{
    private readonly SimulatedPopulation population;
    private readonly PowerOptions options;
    private readonly FitResult? fit;
    private readonly CompiledFit? compiled;
    private readonly RestrictedModels? restricted;

    public PowerPath(SimulatedPopulation population, PowerOptions options)
    {
        (this.population, this.options) = (population, options);
        var whyNot = WhyNot();
        if (whyNot is null)
        {
            fit = FitOf(population, options);
            whyNot = fit is null ? "values of the population that its own moments do not determine" : null;
        }

        if (fit is not null && CompiledPath.TryCompileAll(fit, out whyNot) is not null && (restricted = RestrictedModels.TryMake(fit, population.Catalogue, options, out whyNot)) is not null)
            compiled = CompiledFit.Of(fit);
        Words = new(compiled is not null, whyNot);
    }

    /// <summary>Which path it is, and why.</summary>
    public FittingPath Words { get; }

    /// <summary>How many samples are one piece of work.</summary>
    public int SamplesOfPiece => compiled is null ? 1 : CompiledPower.SamplesOfPiece;

    /// <summary>A worker for one thread.</summary>
    public PowerWorker Worker() => compiled is null ? new GeneralPower(population, options) : new CompiledPower(population, options, fit!, compiled, restricted!);

    /// <summary>The model fitted to the population's own moments, at exactly its values; null where these do not determine them.</summary>
    private static FitResult? FitOf(SimulatedPopulation population, PowerOptions options)
    {
        try
        {
            var (names, table) = (population.Table.ObservedVariables, population.Table);
            var means = table.HasMeanStructure ? Vector<double>.Build.Dense(population.Means) : null;
            var covariance = Matrix<double>.Build.Dense(names.Count, names.Count, population.Covariance);
            var sample = SampleMoments.OfCovariance(names, covariance, options.Count, means, Divisor.Count);
            var fit = table.Fit(sample, new EstimationOptions { Likelihood = options.Likelihood, StartingValues = population.Values });
            return fit.HasConverged && fit.Warnings.All(warning => warning.Code != "not-identified") && fit.WithoutInformation.Count == 0 ? fit.At(population.Values) : null;
        }
        catch (Exception problem) when (NumericalTrouble.IsShownBy(problem))
        {
            return null;
        }
    }

    private string? WhyNot() => this switch
    {
        _ when population.IsOrdered => "ordered variables",
        _ when options.Kinds.Where(kind => kind != IntervalKind.Delta).Select(kind => kind.Words()).ToArray() is { Length: > 0 } kinds => $"{string.Join(", ", kinds)} intervals",
        _ when options.HasTests => "tests of fit",
        _ when options.BiasReduction != BiasReduction.None => "reduced-bias estimation",
        _ when options.HasParameters => "reports of parameters",
        _ when options.Count <= population.Table.ObservedVariables.Count => "samples with no more cases than variables",
        _ when population.Catalogue.Arguments.Apart > 0 => "a definition of other parameters than regressions",
        _ => null,
    };
}
