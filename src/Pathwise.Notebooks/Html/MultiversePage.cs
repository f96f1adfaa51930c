using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pathwise.Multiverse.Inference;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Plots;

namespace Pathwise.Notebooks.Html;

/// <summary>A multiverse as a page of its own: every universe over one dashboard, each within reach of pointer and keys, and what follows from all of them.</summary>
public static class MultiversePage
{
    // Inside a script element, where no text may look like its end.
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.Default };

    /// <summary>The whole page; it needs nothing beside it. <paramref name="code"/> says how a universe is run by hand.</summary>
    public static string Of(MultiverseResult result, ForcedNulls? nulls, bool isSynthetic, Func<UniverseRow, string> code)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(code);
        return new Page(result.Plan.Title, Body(result, nulls, code))
        {
            IsBroad = true,
            HasUniverses = true,
            Notice = isSynthetic ? "<div class=\"notice\"><strong>Synthetic data.</strong> Nobody gave these answers: they were made so that published statistics come out. No universe says anything about the world.</div>" : "",
            Footer = "<p>Universes that failed are counted and shown, never dropped. Statements about all universes together concern type E alone.</p>",
        }.ToHtml();
    }

    private static string Body(MultiverseResult result, ForcedNulls? nulls, Func<UniverseRow, string> code) => Body(result, result.Infer(), nulls, code);

    private static string Body(MultiverseResult result, IReadOnlyList<CurveInference> curves, ForcedNulls? nulls, Func<UniverseRow, string> code) => $"""
        <h1>{HtmlText.Escape(result.Plan.Title)}</h1>
        <p>{HtmlText.Escape(result.Plan.About.ReplaceLineEndings(" ").Trim())}</p>
        {string.Concat(Enum.GetValues<DecisionType>().Where(type => result.Rows.Any(row => row.Type == type)).Select(type => Part(result, type, code)))}
        <h2>What follows</h2>
        <div class="wide">{InferenceDesign.With(MultiverseDesign.Of(result, MultiverseSummary.Of(result)), curves, nulls).ToHtml()}</div>
        {string.Concat(curves.Where(curve => curve.Shares.Any(each => each.Share is not null)).Select(curve => curve.DrawShares().ToHtml()))}
        <h2>The decisions</h2>
        {string.Concat(result.Plan.Decisions.Select(Decision))}
        """;

    private static string Part(MultiverseResult result, DecisionType type, Func<UniverseRow, string> code)
    {
        var figure = result.Draw(type);
        return $"""
            <section class="multiverse">
            <h2>{Words(type)}</h2>
            {figure.ToHtml()}
            <p class="filtered">Move over the picture, or take it with the tab key: arrows go from universe to universe, Home and End to the ends, Enter opens the code. A click holds a universe.</p>
            <div class="universe" aria-live="polite"></div>
            <script type="application/json">{Universes(result, type, figure, code).ToJsonString(Form)}</script>
            </section>

            """;
    }

    private static JsonObject Universes(MultiverseResult result, DecisionType type, Reporting.Figures.Figure figure, Func<UniverseRow, string> code)
    {
        var order = new UniverseOrder(result, type);
        return new()
        {
            ["drawn"] = order.Drawn,
            ["wide"] = Frame(order, figure),
            ["narrow"] = Frame(order, (Reporting.Figures.Figure)figure.Narrow!),
            ["claims"] = new JsonArray([.. result.Plan.Claims.Select(claim => (JsonNode)$"{claim.Name}: {claim.Effect}")]),
            ["decisions"] = new JsonArray([.. order.Decisions.Select(decision => (JsonNode)new JsonObject
            {
                ["name"] = decision.Name,
                ["options"] = new JsonArray([.. decision.Options.Select(option => (JsonNode)option.Name)]),
            })]),
            ["universes"] = new JsonArray([.. order.Rows.Select((row, place) => Universe(result.Rows[row], row, place, order, code))]),
        };
    }

    private static JsonObject Frame(UniverseOrder order, Reporting.Figures.Figure figure)
    {
        var ((left, right), columns) = (MultiverseFigure.Frame(figure), MultiverseFigure.Columns(order, figure.Width));
        return new() { ["left"] = left, ["right"] = right, ["columns"] = columns.Drawn, ["gap"] = columns.Gap, ["apart"] = columns.Apart };
    }

    private static JsonObject Universe(UniverseRow universe, int row, int place, UniverseOrder order, Func<UniverseRow, string> code) => new()
    {
        ["reference"] = universe.IsReference,
        ["status"] = universe.Status.Text(),
        ["reason"] = universe.Reason,
        ["n"] = universe.Count,
        ["choices"] = new JsonArray([.. order.Decisions.Select(decision => (JsonNode)decision.Options.ToList().FindIndex(option => option.Name == order.Option(row, decision.Name)))]),
        ["effects"] = new JsonArray([.. order.Panels.Select(panel => panel.Points[place] is { } point ? new JsonArray(Short(point.Estimate), Short(point.Lower), Short(point.Upper), point.Holds) : null)]),
        ["code"] = code(universe),
    };

    private static JsonNode? Short(double? value) => value is { } number && double.IsFinite(number) ? Math.Round(number, 4) : null;

    private static string Decision(Decision decision) => $"""
        <h3>{HtmlText.Escape(decision.Name)} ({decision.Type.Text()})</h3>
        <p>{HtmlText.Escape(decision.Why)}{(decision.Source.Length > 0 ? $" <span class=\"place\">{HtmlText.Escape(decision.Source)}</span>" : "")}</p>
        <ul>{string.Concat(decision.Options.Select(option => $"<li>{HtmlText.Escape(option.Name)}{(option.IsReference ? " (published)" : "")}{(option.Why.Length > 0 ? $": {HtmlText.Escape(option.Why)}" : "")}{(option.Source.Length > 0 ? $" <span class=\"place\">{HtmlText.Escape(option.Source)}</span>" : "")}</li>"))}</ul>

        """;

    private static string Words(DecisionType type) => type switch
    {
        DecisionType.Equivalent => "Equally defensible (E)",
        DecisionType.Uncertain => "Arguable (U), with the published analysis",
        _ => "Another question (N), with the published analysis",
    };
}
