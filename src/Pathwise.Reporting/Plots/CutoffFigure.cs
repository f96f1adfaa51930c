using Pathwise.Reporting.Figures;
using Pathwise.Sem.Power;

namespace Pathwise.Reporting.Plots;

/// <summary>Which fit index notices what a model leaves out.</summary>
public static class CutoffFigure
{
    private const double Critical = 1.959963984540054;

    /// <summary>For each misspecification the share of samples in which the chi-square rejects, and in which each index is beyond the model's own worst 5 %; lines are 95 % intervals from the number of samples.</summary>
    public static Figure Draw(this CutoffResult result, AnswerShape shape)
    {
        ArgumentNullException.ThrowIfNull(result);
        CutoffLevel[] levels = [.. result.Levels.Where(level => level.Shape == shape)];
        string[] indices = [.. levels.SelectMany(level => level.Indices).Select(each => each.Index).Distinct()];
        return IntervalComparison.Of(
            [
                new("Chi-square, p < .05", [.. levels.Select(level => Row(level, level.Rejected, level.RejectedError))]),
                .. indices.Select(index => new IntervalSeries(index.ToUpperInvariant(), [.. levels.Select(level => level.Indices.Single(each => each.Index == index) is var found ? Row(level, found.Noticed, found.NoticedError) : throw new InvalidOperationException(index))])),
            ],
            $"What would be noticed in {result.CaseCount} cases, {shape.Heading()}",
            "Share of samples in which it is noticed",
            0.05,
            $"An index notices where it is worse than in 95 % of the samples in which the model holds; {result.Options.Replicates} samples each (seed {result.Options.Seed}). The dashed line is .05.");
    }

    /// <summary>A level in a few words.</summary>
    internal static string Words(Misspecification misspecification) => misspecification.Kind switch
    {
        MisspecificationKind.None => "Model holds",
        MisspecificationKind.OmittedPath => $"Left out: {misspecification.Parts}",
        _ => $"{char.ToUpperInvariant(misspecification.Kind.Text()[0])}{misspecification.Kind.Text()[1..]}, level {misspecification.Level}",
    };

    private static IntervalRow Row(CutoffLevel level, double share, double error) =>
        new(Words(level.Misspecification), share, Math.Max(share - (Critical * error), 0), Math.Min(share + (Critical * error), 1));
}
