using System.Globalization;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;
using Pathwise.Surveys;

namespace Pathwise.Reporting.Designs;

/// <summary>Multiverses for people.</summary>
internal static class MultiverseDesign
{
    /// <summary>What a plan would run.</summary>
    public static Summary Of(PlanOutlook outlook) => new(
        outlook.Plan.Title,
        [
            .. outlook.Plan.About.Length > 0 ? [new Paragraph(outlook.Plan.About.ReplaceLineEndings(" "))] : Array.Empty<Exhibit>(),
            new Paragraph(Counts(outlook)),
            Claims(outlook.Plan.Claims),
            Table.Of(
                "Decisions",
                outlook.Plan.Decisions.SelectMany((decision, i) => decision.Options.Select((option, j) => (decision, option, count: outlook.Options[i][j]))).ToArray(),
                of =>
                [
                    of.Text("Option", each => each.option.IsReference ? $"{each.option.Name} (reference)" : each.option.Name),
                    of.Text("Type", each => (each.option.Type ?? each.decision.Type).Text()),
                    of.Number("Universes", 0, each => each.count),
                ],
                each => each.decision.Name),
        ]);

    /// <summary>What the universes found.</summary>
    public static Summary Of(MultiverseResult result, MultiverseSummary summary) => new(
        result.Plan.Title,
        [
            new Paragraph($"{Count(summary.Universes)} universes: {string.Join(", ", summary.Types.Select(each => $"{Count(each.Value)} of type {each.Key.Text()}"))}. {Ended(summary)}"),
            Places(summary.Claims),
            Shares(summary.Claims),
        ]);

    /// <summary>Claims of a plan.</summary>
    public static Table Claims(IReadOnlyList<Claim> claims) => Table.Of("Claims", claims, of =>
    [
        of.Text("Claim", each => each.Name),
        of.Text("Effect", each => each.Effect),
        of.Text("Is", each => each.Direction.Text()),
        of.Text("In words", each => each.Text.Length > 0 ? each.Text.ReplaceLineEndings(" ") : null),
    ]);

    /// <summary>Where the published analysis stands.</summary>
    public static Table Places(IReadOnlyList<ClaimSummary> claims) => Table.Of(
        "The published analysis among those of type E",
        claims,
        of =>
        [
            of.Text("Claim", each => each.Claim.Name),
            of.Text("Effect", each => each.Claim.Effect),
            of.Number("Estimate", 3, each => each.Reference.Estimate),
            of.Text("Place", each => Place(each.Estimates)),
            of.Text("p", each => NumberText.PValue(each.Reference.PValue)),
            of.Text("Place", each => Place(each.PValues)),
        ],
        notes: ["Places are counted from the smallest; equal ones share the mean of theirs."]);

    /// <summary>In how many universes claims hold.</summary>
    public static Table Shares(IReadOnlyList<ClaimSummary> claims) => Table.Of(
        "Universes in which a claim holds",
        claims.SelectMany(claim => claim.Shares.Where(share => share.Holds + share.Fails + share.Unknown > 0).Select(share => (claim, share))).ToArray(),
        of =>
        [
            of.Text("Type", each => each.share.Type.Text()),
            of.Number("Holds", 0, each => each.share.Holds),
            of.Number("Does not", 0, each => each.share.Fails),
            of.Number("Not known", 0, each => each.share.Unknown),
            of.Number("Share", 3, each => each.share.Share, true),
        ],
        each => each.claim.Claim.Name);

    /// <summary>What a reader must know of a plan on its data.</summary>
    public static IEnumerable<string> Notes(PlanOutlook outlook) => Idle(outlook.Idle);

    /// <summary>Decisions that change nothing in these data.</summary>
    public static IEnumerable<string> Idle(IReadOnlyList<string> decisions) => decisions.Select(name => $"all options of the decision '{name}' leave the same cases of these data.");

    /// <summary>That nobody gave the answers.</summary>
    public static IEnumerable<string> Synthetic(bool isSynthetic) => isSynthetic ? [SyntheticMark.Sentence] : [];

    private static string Counts(PlanOutlook outlook)
    {
        var types = string.Join(", ", outlook.Types.Select(each => $"{Count(each.Value)} of type {each.Key.Text()}"));
        var fits = outlook.Fits is { } count ? $" {Count(count)} different fits{(outlook.Replicates > 0 ? $", each with {Count(outlook.Replicates)} resamples" : "")}." : "";
        var time = outlook.Seconds is { } seconds ? $" About {Time(seconds)} on this machine." : "";
        return $"{Count(outlook.Universes)} universes: {types}.{fits}{time} Hash {outlook.Plan.Hash}.";
    }

    private static string Ended(MultiverseSummary summary) => string.Join("; ", summary.Statuses.Where(each => each.Value > 0).Select(each => $"{each.Key.Text()}: {Count(each.Value)}")) + ".";

    private static string? Place(ReferenceRank? rank) => rank is null ? null : string.Create(CultureInfo.InvariantCulture, $"{rank.Rank:0.#} of {rank.Count}");

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string Time(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{(seconds < 1 ? "a second" : seconds < 100 ? $"{Math.Ceiling(seconds):0} seconds" : seconds < 6000 ? $"{seconds / 60:0} minutes" : $"{seconds / 3600:0.#} hours")}");
}
