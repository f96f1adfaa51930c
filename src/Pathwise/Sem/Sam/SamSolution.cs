using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Sam;

/// <summary>Both steps on one sample for each group, by the general fitter.</summary>
internal sealed class SamSolution
{
    private SamSolution(SamDesign design, IReadOnlyList<SampleMoments> samples, SamSolution? near)
    {
        (Design, Samples) = (design, samples);
        Blocks = [.. design.Blocks.Select((table, b) => FitBlock(table, b, near))];
        Groups = [.. samples.Select((_, g) => Map(g))];
        Structure = design.Structure.Fit([.. Groups.Select((group, g) => Sample(group, g))], new EstimationOptions { Level = design.Estimation.Level, MaximumIterations = design.Estimation.MaximumIterations, StartingValues = near?.Structure.Values });
        Values = design.Options.Method == SamMethod.Global ? GlobalStep.Values(this, near) : Structure.Values;
    }

    /// <summary>The design.</summary>
    public SamDesign Design { get; }

    /// <summary>The samples.</summary>
    public IReadOnlyList<SampleMoments> Samples { get; }

    /// <summary>The measurement models, fitted.</summary>
    public IReadOnlyList<FitResult> Blocks { get; }

    /// <summary>The moments of the structural variables.</summary>
    public IReadOnlyList<LatentMoments> Groups { get; }

    /// <summary>The structural model, fitted to these moments.</summary>
    public FitResult Structure { get; }

    /// <summary>The structural parameters: those of the fit, or with global SAM those of the whole model, in the order of its table.</summary>
    public IReadOnlyList<double> Values { get; }

    /// <summary>Both steps on samples that the design has prepared; with a solution of similar ones the search sets out from there.</summary>
    /// <exception cref="NumericalException">A search ended without a minimum, or a matrix has no inverse.</exception>
    public static SamSolution Of(SamDesign design, IReadOnlyList<SampleMoments> samples, SamSolution? near = null) => new(design, samples, near);

    private FitResult FitBlock(ParameterTable table, int b, SamSolution? near)
    {
        var fit = table.Fit(Samples, Design.Estimation with { StartingValues = near?.Blocks[b].Values });
        var names = string.Join(", ", Design.Parts.Blocks[b].Factors);
        if (!fit.HasConverged)
            throw new NumericalException($"The measurement model of {names} did not converge: {fit.Warnings[0].Message}");
        if (near is null && fit.Warnings.FirstOrDefault(warning => warning.Code == "not-identified") is { } unknown)
            throw new InputException($"The measurement model of {names} cannot be estimated by itself. {unknown.Message} Or join it with another block (--mm-list).");
        return fit;
    }

    private LatentMoments Map(int g)
    {
        var sample = Samples[g].With(Divisor.Count);
        var mapping = new LatentMapping([.. Blocks.Select(fit => fit.Structure)], Design.Parts, sample.Names, Design.Variables, g, Design.Options);
        if (!mapping.TryUpdate([.. Blocks.Select(fit => fit.Values.ToArray())], sample.Covariance.ToRowMajorArray(), sample.Count))
            throw new NumericalException("The mapping matrix of the factors does not exist: a matrix that it needs has no inverse.");
        var products = Design.Parts.Products.Count > 0 ? Products(mapping, sample) : null;
        return LatentMoments.Of(Design, mapping, products, sample);
    }

    private ProductMoments Products(LatentMapping mapping, SampleMoments sample)
    {
        var products = new ProductMoments(Design.Variables, Design.Parts.Products);
        products.Update(mapping, MappedScores.Of(Design, mapping, sample), [.. Enumerable.Repeat(1.0, sample.Count)], Design.Options);
        return products;
    }

    private SampleMoments Sample(LatentMoments moments, int g)
    {
        var covariance = moments.Covariance;
        for (var i = 0; i < moments.Names.Count; i++)
        {
            if (!(covariance[i, i] > 0))
                throw new NumericalException(FormattableString.Invariant($"The variance of {moments.Names[i]} that measurement leaves is {covariance[i, i]:G4}, not above zero: its indicators share nothing that errors do not explain."));
        }

        return SampleMoments.OfCovariance(moments.Names, covariance, Samples[g].Count, null, Divisor.Count, Samples[g].Group).From(Samples[g].Origin);
    }
}
