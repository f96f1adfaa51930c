using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// Standardizes the parameters of definitions that are not direct effects, in draws from one group's covariance matrices. One worker's;
/// nothing is allocated by a draw. Moments of exogenous variables that are the sample's (fixed.x) stand behind the free parameters.
/// </summary>
internal sealed class ArgumentStandardizer
{
    private readonly DefinitionArguments arguments;
    private readonly Standardization standardization;

    // Among the covariances of a sample, then its means.
    private readonly int[] places;
    private readonly double[] values;
    private readonly int free;

    private ArgumentStandardizer(FitResult fit, DefinitionArguments arguments)
    {
        this.arguments = arguments;
        var structure = ModelStructure.Of(fit.Table).WithFreeMoments(out var moments);
        standardization = new Standardization(structure);
        var sample = fit.Sample[0];
        places = [.. moments.Select(row => row.Operator == Operator.Intercept
            ? (sample.Names.Count * sample.Names.Count) + sample.IndexOf(row.Lhs)
            : (sample.IndexOf(row.Lhs) * sample.Names.Count) + sample.IndexOf(row.Rhs))];
        free = fit.Table.FreeCount;
        values = new double[free + places.Length];
    }

    /// <summary>The standardizer, or null when no definition needs one.</summary>
    public static ArgumentStandardizer? Of(FitResult fit, EffectCatalogue catalogue) =>
        catalogue.Arguments.Apart > 0 ? new ArgumentStandardizer(fit, catalogue.Arguments) : null;

    /// <summary>Writes the parameters of the target, standardized; the sample is that of the draw.</summary>
    public void Write(ReplicateSample sample, Estimates target)
    {
        target.Values.CopyTo(values);
        var covariances = sample.Covariance.Length;
        for (var i = 0; i < places.Length; i++)
            values[free + i] = places[i] < covariances ? sample.Covariance[places[i]] : sample.Means[places[i] - covariances];
        standardization.Update(values);
        arguments.Write(standardization, target.Values, target.Arguments);
    }
}
