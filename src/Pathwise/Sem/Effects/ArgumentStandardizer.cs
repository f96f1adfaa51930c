using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Effects;

/// <summary>
/// Standardizes the parameters of definitions that are not direct effects, in draws from the groups' moments. One worker's;
/// nothing is allocated by a draw. Moments of exogenous variables that are the sample's (fixed.x) stand behind the free parameters.
/// </summary>
internal sealed class ArgumentStandardizer
{
    private readonly DefinitionArguments arguments;
    private readonly Standardization standardization;

    // Of each the group, and the place among the covariances of its sample, then its means.
    private readonly (int Group, int Place)[] places;
    private readonly double[] values;
    private readonly int free;

    private ArgumentStandardizer(FitResult fit, DefinitionArguments arguments)
    {
        this.arguments = arguments;
        var structure = ModelStructure.Of(fit.Table).WithFreeMoments(out var moments);
        standardization = new Standardization(structure);
        places = [.. moments.Select(row => (row.Group - 1, Place(fit.Sample[row.Group - 1], row)))];
        free = fit.Table.FreeCount;
        values = new double[free + places.Length];
    }

    /// <summary>The standardizer, or null when no definition needs one.</summary>
    public static ArgumentStandardizer? Of(FitResult fit, EffectCatalogue catalogue) =>
        catalogue.Arguments.Apart > 0 ? new ArgumentStandardizer(fit, catalogue.Arguments) : null;

    /// <summary>Writes the parameters of the target, standardized; the groups' samples are those of the draw.</summary>
    public void Write(ReadOnlySpan<ReplicateSample> samples, EstimateSpans target)
    {
        target.Values.CopyTo(values);
        for (var i = 0; i < places.Length; i++)
        {
            var (sample, place) = (samples[places[i].Group], places[i].Place);
            values[free + i] = place < sample.Covariance.Length ? sample.Covariance[place] : sample.Means[place - sample.Covariance.Length];
        }

        standardization.Update(values);
        arguments.Write(standardization, target.Values, target.Arguments);
    }

    private static int Place(SampleMoments sample, Parameter row) => row.Operator == Operator.Intercept
        ? (sample.Names.Count * sample.Names.Count) + sample.IndexOf(row.Lhs)
        : (sample.IndexOf(row.Lhs) * sample.Names.Count) + sample.IndexOf(row.Rhs);
}
