using System.Globalization;
using Pathwise.Auditing.Reported;
using Pathwise.Numerics;

namespace Pathwise.Synthesis;

/// <summary>Refuses targets that no answers can meet, before any search, and names the contradiction.</summary>
internal sealed class Contradictions
{
    private const int MostRespondents = 100_000;
    private const int MostSamples = 100_000;
    private const int WidestScale = 10_000;

    private readonly SynthesisPlan plan;
    private readonly SynthesisTargets targets;

    private Contradictions(SynthesisPlan plan) => (this.plan, targets) = (plan, plan.Targets);

    /// <summary>Throws an <see cref="InputException"/> with the first contradiction found.</summary>
    public static void Refuse(SynthesisPlan plan)
    {
        var checks = new Contradictions(plan);
        checks.Sizes();
        checks.Names();
        checks.Model();
        checks.Limits();
        checks.TestOfTheModel();
        checks.TestsOfDifferences();
        checks.Intervals();
        checks.Search();
        foreach (var item in plan.Names)
            checks.Item(item);
    }

    private void Names()
    {
        if (targets.Targets.GroupBy(target => target.Id).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw Refusal($"the id '{twice.Key}' stands twice.");
        if (targets.Reversed.FirstOrDefault(name => !plan.Names.Contains(name)) is { } unknown)
            throw Refusal($"the reversed item '{unknown}' is not an item of the model. It has: {string.Join(", ", plan.Names)}.");
        if (targets.Lowest >= targets.Highest)
            throw Refusal($"the scale runs from {targets.Lowest} to {targets.Highest}.");
        if (targets.Respondents <= plan.Items)
            throw Refusal($"{targets.Respondents} respondents cannot give {plan.Items} items a covariance matrix of full rank.");
        if (plan.Bounds.Count > 0 && targets.Bootstrap is null)
            throw Refusal($"'{plan.Bounds[0].Target.Id}' is a bootstrap statistic, but bootstrap does not say how many samples were drawn.");
    }

    // A search over more answers would not end, and counts of them would not fit.
    private void Sizes()
    {
        if (targets.Respondents > MostRespondents)
            throw Refusal($"{targets.Respondents} respondents are more than a search can carry; expected at most {MostRespondents}.");
        if (Math.Abs((double)targets.Lowest) > WidestScale || Math.Abs((double)targets.Highest) > WidestScale)
            throw Refusal($"the scale runs from {targets.Lowest} to {targets.Highest}; expected answers between -{WidestScale} and {WidestScale}.");
        if (targets.Bootstrap is { } design && (design.Samples is < 2 or > MostSamples || design.Repeats is < 2 or > MostSamples))
            throw Refusal($"the bootstrap has {design.Samples} samples and is repeated {design.Repeats} times; expected 2 to {MostSamples} of each.");
        if (targets.Bootstrap is { } levels && !(levels.Level is > 0 and < 1 && levels.Central is > 0 and < 1))
            throw Refusal(string.Create(CultureInfo.InvariantCulture, $"the bootstrap's level is {levels.Level} and its central share {levels.Central}; expected numbers between 0 and 1."));
    }

    private void Search()
    {
        if (plan.Statistics.Count == 0 && plan.Bounds.Count == 0)
            throw Refusal("there is no statistic that answers could be searched for.");
    }

    private void Model()
    {
        for (var k = 0; k < plan.Models.Count; k++)
        {
            if (plan.DegreesOfFreedom(k) < 0)
                throw Refusal($"the model has {-plan.DegreesOfFreedom(k)} parameters more than covariances.");
        }

        foreach (var target in targets.Targets.Where(target => target.Kind.IsFactOfTheSyntax()))
        {
            var actual = plan.DegreesOfFreedom(0);
            if (target.Kind == TargetKind.DegreesOfFreedomDifference)
                actual -= plan.DegreesOfFreedom(plan.PlaceOf(target.Adds));
            if (!target.Printed.IsMetBy(actual))
                throw Refusal($"{Says(target)} degrees of freedom, the model has {actual}.");
        }

        foreach (var target in targets.Targets.Where(target => target.Kind is TargetKind.ChiSquareDifference or TargetKind.PValueDifference))
        {
            if (plan.DegreesOfFreedom(0) <= plan.DegreesOfFreedom(plan.PlaceOf(target.Adds)))
                throw Refusal($"'{target.Id}' compares with a fuller model, but '{target.Adds}' frees nothing.");
        }
    }

    private void Limits()
    {
        foreach (var target in targets.Targets)
        {
            var (lower, upper, what) = Possible(target);
            if (!target.Printed.Range.Meets(new ValueRange(lower, upper)))
                throw Refusal($"{Says(target)}, but {what} lies between {Text(lower)} and {Text(upper)}.");
        }
    }

    private (double Lower, double Upper, string What) Possible(Target target) => target.Kind switch
    {
        TargetKind.Correlation => (-1, 1, "a correlation"),
        TargetKind.StandardizedEstimate when target.Of.Contains("~~", StringComparison.Ordinal) && target.Minus.Length == 0 => (-1, 1, "a correlation"),
        TargetKind.PValue or TargetKind.PValueDifference or TargetKind.TotalEffectPValue => (0, 1, "a p-value"),
        TargetKind.Cfi => (0, 1, "CFI"),
        TargetKind.ChiSquare or TargetKind.ChiSquareDifference => (0, double.PositiveInfinity, "a chi-square"),
        TargetKind.Rmsea or TargetKind.Srmr => (0, double.PositiveInfinity, "a root mean square"),
        TargetKind.AverageVarianceExtracted or TargetKind.CompositeReliability => (0, 1, "it"),
        TargetKind.Mean => (targets.Lowest, targets.Highest, "a mean on this scale"),
        TargetKind.StandardDeviation => (0, LargestDeviation(0.5 * (targets.Lowest + targets.Highest)), "a standard deviation on this scale"),
        _ => (double.NegativeInfinity, double.PositiveInfinity, ""),
    };

    private void TestOfTheModel()
    {
        if (Equality(TargetKind.ChiSquare) is not { } chiSquare)
            return;
        double df = plan.DegreesOfFreedom(0), scale = df * targets.Multiplier;
        var range = chiSquare.Printed.Range;
        Meet(Equality(TargetKind.PValue), chiSquare, ChiSquareDistribution.UpperTail(range.Upper, df), ChiSquareDistribution.UpperTail(range.Lower, df), $" on {df} degrees of freedom gives a p-value");
        Meet(Equality(TargetKind.Rmsea), chiSquare, Math.Sqrt(Math.Max(range.Lower - df, 0) / scale), Math.Sqrt(Math.Max(range.Upper - df, 0) / scale), $" on {df} degrees of freedom gives an RMSEA");
        if (BaselineWindow.Of(plan) is { } window && window.Lower > window.Upper)
        {
            throw Refusal($"{Says(Equality(TargetKind.Cfi)!)} and {Says(Equality(TargetKind.Tli)!)}, but with chi-square {chiSquare.Printed} "
                + "no chi-square of the baseline model gives both.");
        }
    }

    private void TestsOfDifferences()
    {
        foreach (var p in targets.Targets.Where(target => target.Kind == TargetKind.PValueDifference))
        {
            var chiSquare = targets.Targets.FirstOrDefault(target => target.Kind == TargetKind.ChiSquareDifference && target.Adds == p.Adds);
            if (chiSquare is not { Printed.Relation: Relation.Equal } || p.Printed.Relation != Relation.Equal)
                continue;
            var df = plan.DegreesOfFreedom(0) - plan.DegreesOfFreedom(plan.PlaceOf(p.Adds));
            var range = chiSquare.Printed.Range;
            Meet(p, chiSquare, ChiSquareDistribution.UpperTail(range.Upper, df), ChiSquareDistribution.UpperTail(range.Lower, df), $" on {df} degrees of freedom gives a p-value");
        }
    }

    private void Intervals()
    {
        foreach (var lower in plan.Bounds.Where(bound => bound.Target.Kind == TargetKind.TotalEffectLower))
        {
            var upper = plan.Bounds.FirstOrDefault(bound => bound.Target.Kind == TargetKind.TotalEffectUpper && bound.From == lower.From && bound.To == lower.To);
            if (upper is not null && lower.Printed > upper.Printed)
                throw Refusal($"{Says(lower.Target)} as lower bound and {Says(upper.Target)} as upper bound.");
        }
    }

    private void Item(string item)
    {
        if (Of(TargetKind.Mean, item) is not { } mean)
            return;
        if (Totals(mean) is not { } totals)
        {
            throw Refusal($"{Says(mean)}, which is not the mean of {targets.Respondents} whole answers (GRIM): {Nearest(mean)}.");
        }

        if (Of(TargetKind.StandardDeviation, item) is { } sd)
        {
            var largest = totals.Max(total => LargestDeviation((double)total / targets.Respondents));
            if (sd.Printed.Range.Lower > largest)
                throw Refusal($"{Says(sd)}, but with a mean of {mean.Printed} answers from {targets.Lowest} to {targets.Highest} reach at most {Text(largest)}.");
        }
    }

    // Sums of whole answers whose mean is printed so; null when there are none.
    private long[]? Totals(Target mean)
    {
        var n = targets.Respondents;
        var range = mean.Printed.Range;
        var first = (long)Math.Ceiling((range.Lower * n) - 1e-6);
        long[] totals = [.. Enumerable.Range(0, (int)Math.Max(0, Math.Floor((range.Upper * n) + 1e-6) - first + 1)).Select(i => first + i).Where(total => mean.Printed.IsMetBy((double)total / n))];
        return totals.Length > 0 ? totals : null;
    }

    private string Nearest(Target mean)
    {
        var below = (long)Math.Floor((double)mean.Printed.Value * targets.Respondents);
        return string.Join(" and ", new[] { below, below + 1 }.Select(total => $"{total}/{targets.Respondents} = {mean.Printed.Print((double)total / targets.Respondents)}"));
    }

    // All answers at the two ends of the scale.
    private double LargestDeviation(double mean)
    {
        double n = targets.Respondents;
        return Math.Sqrt((mean - targets.Lowest) * (targets.Highest - mean) * n / (n - 1)) + 1e-9;
    }

    private void Meet(Target? derived, Target from, double lower, double upper, string how)
    {
        if (derived is not null && !derived.Printed.Range.Meets(new ValueRange(lower, upper)))
            throw Refusal($"{Says(from)}{how} from {Text(lower)} to {Text(upper)}, but {Says(derived)}.");
    }

    private Target? Equality(TargetKind kind) => plan.Find(kind) is { Printed.Relation: Relation.Equal } target ? target : null;

    private Target? Of(TargetKind kind, string item) =>
        targets.Targets.FirstOrDefault(target => target.Kind == kind && target.Of == item && target.Printed.Relation == Relation.Equal);

    private static string Says(Target target) => $"'{target.Id}' says {target.Printed}";

    private static string Text(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private InputException Refusal(string contradiction) => new($"{targets.Source}: {contradiction}");
}
