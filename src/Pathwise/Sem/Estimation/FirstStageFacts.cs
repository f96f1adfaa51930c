using System.Globalization;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>What the first of two stages had before it and did, over all groups.</summary>
/// <param name="Missing">Number of values that are missing, those of auxiliary variables included.</param>
/// <param name="Values">Number of values that cases without gaps would have.</param>
/// <param name="Patterns">Number of patterns of values that are there, of each group its own.</param>
/// <param name="Steps">Most steps that expectation-maximisation took in a group.</param>
/// <param name="Auxiliary">Variables that are not in the model.</param>
internal sealed record FirstStageFacts(int Missing, int Values, int Patterns, int Steps, IReadOnlyList<string> Auxiliary)
{
    /// <summary>Of a fit in two stages; null of others.</summary>
    public static FirstStageFacts? Of(FitResult fit)
    {
        FirstStage[] stages = [.. fit.Sample.Select(sample => sample.FirstStage).OfType<FirstStage>()];
        return stages.Length == 0 ? null : new(
            stages.Sum(stage => stage.Whole.Cases!.Enumerate().Count(double.IsNaN)),
            stages.Sum(stage => stage.Whole.Count * stage.Whole.Names.Count),
            stages.Sum(stage => stage.Whole.Patterns.Count),
            stages.Max(stage => stage.Search.Steps),
            fit.Options.Auxiliary);
    }

    /// <summary>As a sentence.</summary>
    public string Text => Missing == 0
        ? $"First stage: no value is missing{With}."
        : string.Create(CultureInfo.InvariantCulture, $"First stage: {Missing} of {Values} values are missing ({100.0 * Missing / Values:0.0} %), in {Patterns} patterns; expectation-maximisation took {Steps} steps{With}.");

    private string With => Auxiliary.Count == 0 ? "" : $"; auxiliary variables: {string.Join(", ", Auxiliary)}";
}
