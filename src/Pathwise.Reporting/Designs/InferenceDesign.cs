using System.Globalization;
using Pathwise.Multiverse.Inference;
using Pathwise.Multiverse.Plans;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Designs;

/// <summary>What follows from all universes of a multiverse, for people.</summary>
internal static class InferenceDesign
{
    private const string Own = "The joint bootstrap over universes, and both ways to force the null, are our own constructions; how they keep their level is measured (tests/Pathwise.Benchmarks/MULTIVERSE.md).";

    /// <summary>All conclusions: a row for each claim and type, then the tables of the joint ones.</summary>
    public static Table Of(IReadOnlyList<CurveInference> curves) => Table.Of(
        "Claims over universes",
        curves,
        of =>
        [
            of.Text("Claim", curve => curve.Claim.Name), of.Text("Effect", curve => EffectWords.Plain(curve.Claim.Effect)), of.Text("Claimed", curve => curve.Claim.Direction.Text()),
            of.Text("Type", curve => curve.Type.Text()), of.Count("Universes", curve => curve.Rows.Count), of.Count("Without estimate", curve => curve.Failed), of.Count("Improper", curve => curve.Improper),
            of.Count("As claimed", curve => curve.Holding), of.Number("1 %", 2, curve => At(curve, 0)), of.Number("Median", 2, curve => At(curve, 1)), of.Number("99 %", 2, curve => At(curve, 2)),
            of.Number("Spread / SE", 2, curve => curve.Spread.Ratio), of.Text("Changes to the other outcome", curve => Changes(curve.Shortest)),
        ],
        notes:
        [
            "E: the same question, equally defensible; U: that can be argued about; N: another question (Del Giudice and Gangestad 2021). Effects are standardized.",
            "Spread / SE: standard deviation of the estimates over universes by the median standard error in one.",
        ]);

    /// <summary>What a run found, and what follows from it.</summary>
    public static Summary With(Summary found, IReadOnlyList<CurveInference> curves, ForcedNulls? nulls) =>
        new(found.Title, [.. found.Parts, Of(curves), .. curves.Where(curve => curve.Type == DecisionType.Equivalent).SelectMany(curve => Parts(curve, nulls))]);

    private static IEnumerable<Exhibit> Parts(CurveInference curve, ForcedNulls? nulls)
    {
        foreach (var sentence in Joint(curve).Concat(nulls?.Of(curve.Claim) is { } forced ? Forced(forced) : []))
            yield return new Paragraph($"{curve.Claim.Name}: {sentence}");
        if ((CurveTest[])[.. curve.Tests, .. nulls?.Of(curve.Claim)?.Tests ?? []] is { Length: > 0 } tests)
            yield return Tests(tests, $"{curve.Claim.Name}: tests of the whole curve");
        if (curve.Shares.Count > 0)
            yield return Decisions(curve, $"{curve.Claim.Name}: which decision matters");
    }

    /// <summary>One conclusion with all that belongs to it.</summary>
    public static Exhibit Of(CurveInference curve) => curve.Type != DecisionType.Equivalent
        ? Of([curve])
        : new Summary($"{curve.Claim.Name}: {EffectWords.Plain(curve.Claim.Effect)}, claimed {curve.Claim.Direction.Text()}",
        [
            Of([curve]),
            .. Parts(curve, null),
        ]);

    /// <summary>Tests of curves.</summary>
    public static Table Tests(IReadOnlyList<CurveTest> tests, string caption = "Tests of the whole curve") => Table.Of(
        caption,
        tests,
        of =>
        [
            of.Text("Statistic", test => Words(test.Statistic)), of.Text("Null", test => test.Null.Text()), of.Number("Value", 3, test => test.Value),
            of.PValue("p", test => test.PValue), of.Count("Universes", test => test.Universes), of.Count("Curves under the null", test => test.Replicates),
        ],
        notes: ["Simonsohn, Simmons and Nelson (2020), with all universes on the same resampled cases. " + Own]);

    private static Table Decisions(CurveInference curve, string caption) => Table.Of(
        caption,
        [.. curve.Shares.Zip(curve.Flips)],
        of =>
        [
            of.Text("Decision", each => each.First.Decision), of.Number("Share of variance", 2, each => each.First.Share, true),
            of.Interval("Interval", 2, each => (each.First.Interval?.Lower, each.First.Interval?.Upper), true),
            of.Text("Flips the claim", each => each.Second.Pairs == 0 ? "—" : string.Create(CultureInfo.InvariantCulture, $"{each.Second.Flips} of {each.Second.Pairs}")),
        ],
        notes:
        [
            "Share: Shapley share of the variance over universes (Owen 2014); shares add up to one. The interval is over resamples, each with its own noise.",
            "Flips: pairs of universes that differ in this decision alone, in one of which the claim holds and not in the other.",
        ]);

    private static IEnumerable<string> Forced(NullCurves curves)
    {
        string Counts(IReadOnlyDictionary<string, int> counts) => string.Join("; ", counts.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Key} ({each.Value})")));
        if (curves.Branches.Count > 0)
            yield return $"The effect was made zero in each fit on the branch that fits best: {Counts(curves.Branches)}.";
        if (curves.LeftOut.Count > 0)
            yield return $"In other fits it could not be made zero: {Counts(curves.LeftOut)}.";
    }

    private static IEnumerable<string> Joint(CurveInference curve)
    {
        if (curve.Band is { } band)
        {
            yield return band.Outermost is { } outer
                ? string.Create(CultureInfo.InvariantCulture, $"A band that covers all {curve.Rows.Count} effects at once ({band.Level:0.##%}) reaches from {NumberText.Number(outer.Lower, 2)} to {NumberText.Number(outer.Upper, 2)}; it is {band.Critical:0.00} standard errors wide to each side.")
                : "The resamples are too few for a band over all universes.";
            if (band.ReplicatesWithFailures > 0)
                yield return string.Create(CultureInfo.InvariantCulture, $"In {band.ReplicatesWithFailures} of {curve.Replicates} resamples some universe had no estimate; if all of these lay beyond the band, it would be {(band.CriticalIfFailuresExceed is { } worst ? $"{worst:0.00} standard errors wide" : "without an end")}.");
            yield return string.Create(CultureInfo.InvariantCulture, $"Adjusted for all universes, the effect differs from zero in {curve.PValues.Count(p => p <= 1 - band.Level)} of {curve.Rows.Count} (step-down, Romano and Wolf 2005).");
        }

        if (curve.Every is { } every)
            yield return every.Holds
                ? $"The claim holds in every one of these universes (largest p {NumberText.PValue(every.PValue)}; intersection-union test)."
                : string.Create(CultureInfo.InvariantCulture, $"That the claim holds in every one of these universes was not shown ({(every.Untested > 0 ? $"{every.Untested} could not be tested" : $"largest p {NumberText.PValue(every.PValue)}")}).");
        if (curve.Claim.Direction == ClaimDirection.Absent)
            yield return "That an effect is absent is not shown by its not being significant: the band says how large it could be.";
    }

    private static double? At(CurveInference curve, int place) => curve.Vibration.Estimates.Count > 0 ? curve.Vibration.Estimates[place] : null;

    private static string Changes(ShortestChange? shortest) => shortest switch
    {
        null => "—",
        { Changes: { } changes } => string.Create(CultureInfo.InvariantCulture, $"{changes} ({shortest.Universes.Count} universe{(shortest.Universes.Count == 1 ? "" : "s")})"),
        _ => "none leads there",
    };

    private static string Words(CurveStatistic statistic) => statistic switch
    {
        CurveStatistic.Median => "Median effect",
        CurveStatistic.Share => "Share significant in the direction",
        _ => "Stouffer's sum of z",
    };
}
