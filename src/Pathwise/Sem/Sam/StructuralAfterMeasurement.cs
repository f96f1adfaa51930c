using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Sem.Sam;

/// <summary>Estimates structural models after measurement (Rosseel and Loh 2024).</summary>
public static class StructuralAfterMeasurement
{
    /// <summary>
    /// Fits the measurement models block by block, then the structural model: to the covariances of the factors (local) or in the whole model whose measurement is held
    /// (global). Regressions may have products of latent variables (<c>f:g</c>), whose moments come from factor scores. Cases must be complete; others are left out.
    /// </summary>
    /// <param name="model">The model; a factor may be of second order.</param>
    /// <param name="data">Cases by variables.</param>
    /// <param name="options">How the steps are made.</param>
    /// <param name="estimation">How the measurement models are estimated: ML, GLS or ULS. The structural one is by maximum likelihood.</param>
    /// <param name="completion">How the syntax is completed.</param>
    /// <param name="group">Name of the column that holds each case's group, or null.</param>
    /// <exception cref="InputException">The model cannot be estimated in two steps.</exception>
    /// <exception cref="NumericalException">A search ended without a minimum.</exception>
    public static SamResult Sam(this ModelSpecification model, DataTable data, SamOptions? options = null, EstimationOptions? estimation = null, ModelOptions? completion = null, string? group = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        var coded = CodedData.Of(model, data, completion ?? new());
        return coded.Model.Sam(coded.Table.Samples(SamDesign.Observed(coded.Model, options ?? new()), group), options, estimation, coded.Options);
    }

    /// <summary>The same of the moments of one sample, or of one for each group.</summary>
    public static SamResult Sam(this ModelSpecification model, IReadOnlyList<SampleMoments> samples, SamOptions? options = null, EstimationOptions? estimation = null, ModelOptions? completion = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(samples);
        var design = SamDesign.Of(model, options ?? new(), estimation ?? new(), completion ?? new(), [.. samples.Select(sample => sample.Group)]);
        var solution = SamSolution.Of(design, design.Prepare(samples));
        return new()
        {
            Options = design.Options,
            Blocks = [.. solution.Blocks.Select((fit, b) => new MeasurementBlock(design.Parts.Blocks[b].Factors, design.Parts.Blocks[b].Indicators, fit))],
            Moments = solution.Groups,
            Structure = solution.Structure.After(new MeasurementStep(solution), solution.Values).With(SamWarnings.Of(solution)),
            Joint = design.Parts.Products.Count > 0 ? null : JointFit.Of(solution),
            Products = design.Parts.Products,
        };
    }
}
