using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Resampling;

/// <summary>Fits replicates of any model, as the sample itself was fitted, from the sample's estimates.</summary>
internal sealed class GeneralWorker : ReplicateWorker
{
    private readonly FitResult fit;
    private readonly EstimationOptions options;
    private readonly EffectEvaluator effects;
    private readonly DefinitionArguments arguments;
    private readonly SampleSource[] sources;
    private double discrepancy;

    public GeneralWorker(FitResult fit, EffectCatalogue catalogue, SampleSource[] sources)
    {
        this.fit = fit;
        this.sources = sources;
        options = fit.Options with { StartingValues = fit.Values };
        effects = new EffectEvaluator(fit.Table, catalogue);
        arguments = catalogue.Arguments;
    }

    public override double Discrepancy => discrepancy;

    public override FitStatus Draw(RandomStream stream, Estimates target)
    {
        var samples = new SampleMoments[fit.Sample.Count];
        for (var g = 0; g < samples.Length; g++)
        {
            var sample = fit.Sample[g];
            var cases = new double[sample.Count * sample.Names.Count];
            sources[g].DrawCases(stream, cases);
            samples[g] = Sample(sample, cases);
        }

        return Fit(samples, target);
    }

    public override FitStatus LeaveOut(int omitted, Estimates target)
    {
        var samples = fit.Sample.ToArray();
        for (var g = 0; g < samples.Length; omitted -= samples[g].Count, g++)
        {
            if (omitted >= samples[g].Count)
                continue;
            var sample = samples[g];
            samples[g] = SampleMoments.OfCases(sample.Names, sample.Cases!.RemoveRow(omitted), sample.Divisor, sample.Group);
            break;
        }

        return Fit(samples, target);
    }

    public override void Skip(RandomStream stream)
    {
        for (var g = 0; g < fit.Sample.Count; g++)
            sources[g].DrawCases(stream, new double[fit.Sample[g].Count * fit.Sample[g].Names.Count]);
    }

    private static SampleMoments Sample(SampleMoments sample, double[] cases) =>
        SampleMoments.OfCases(sample.Names, Matrix<double>.Build.DenseOfRowMajor(sample.Count, sample.Names.Count, cases), sample.Divisor, sample.Group);

    private FitStatus Fit(SampleMoments[] samples, Estimates target)
    {
        var replicate = fit.Table.Fit(samples, options);
        discrepancy = replicate.Discrepancy;
        var status = Status(replicate);
        if (!status.HasConverged())
            return status;
        for (var j = 0; j < replicate.Values.Count; j++)
            target.Values[j] = replicate.Values[j];
        ImpliedMoments[] moments = [.. Enumerable.Range(1, samples.Length).Select(replicate.Implied)];
        for (var g = 0; g < moments.Length; g++)
            effects.Evaluate(g + 1, moments[g].Beta, moments[g].LatentCovariance, target.Effects, target.Standardized);
        arguments.Write(new Standardization(replicate.Structure, moments), target.Values, target.Arguments);

        return status;
    }

    private static FitStatus Status(FitResult replicate)
    {
        bool Has(string code) => replicate.Warnings.Any(warning => warning.Code == code);
        return replicate.Termination.Reason switch
        {
            StopReason.TooManyIterations => FitStatus.TooManyIterations,
            StopReason.NoStart => Has("sample-not-positive-definite") ? FitStatus.SingularSample : FitStatus.NoStart,
            StopReason.NoDescent => FitStatus.NoDescent,
            StopReason.ConstraintsNotMet => FitStatus.ConstraintsNotMet,
            _ when Has("negative-variance") => FitStatus.NegativeVariance,
            _ when Has("latent-not-positive-definite") => FitStatus.LatentCovarianceIndefinite,
            _ when Has("residual-not-positive-definite") => FitStatus.ResidualCovarianceIndefinite,
            _ => FitStatus.Proper,
        };
    }
}
