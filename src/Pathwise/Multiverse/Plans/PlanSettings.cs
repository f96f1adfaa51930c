using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pathwise.Analyses;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Plans;

/// <summary>Options of an analysis by lavaan's names, as a plan says them: how a model is completed and estimated, and the column of groups.</summary>
internal sealed record PlanSettings
{
    private const string GroupName = "group";
    private const string CodingName = "coding";

    // Which of them are lists; one text is a list of one.
    private static readonly string[] Lists = ["auxiliary", "ordered", "group.equal", "group.partial", CodingName];

    // Those of a search and of the intervals of parameters decide nothing that a plan is about.
    private static readonly string[] NotOfPlans = ["start", "start.seed", "iterations", "level"];

    /// <summary>The names of all settings.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. AnalysisForm.Estimation.Names.Concat(AnalysisForm.Completion.Names).Except(NotOfPlans), GroupName];

    /// <summary>How the model is completed.</summary>
    public ModelOptions Completion { get; init; } = new();

    /// <summary>How it is estimated.</summary>
    public EstimationOptions Estimation { get; init; } = new();

    /// <summary>The column of groups, or null.</summary>
    public string? Group { get; init; }

    /// <summary>These settings with a further one.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="text">Its value, as a plan writes it.</param>
    /// <param name="where">The place that a refusal names.</param>
    public PlanSettings With(string name, string text, string where)
    {
        if (!Names.Contains(name))
            throw new InputException($"{where}: {NearestName.Complaint("the options of an analysis", name, Names)}");
        if (name == GroupName)
            return this with { Group = text is "none" ? null : text };
        if (name == CodingName)
            return this with { Completion = Completion with { Codings = [.. Texts(text).Select(each => CodingText.Read(each, $"{where}: coding"))] } };
        var place = new JsonPlace(where, "", JsonSerializer.SerializeToElement(new JsonObject { [name] = Value(name, text) }));
        return AnalysisForm.Completion.Names.Contains(name)
            ? this with { Completion = AnalysisForm.Completion.Read(place, Completion) }
            : this with { Estimation = AnalysisForm.Estimation.Read(place, Estimation) };
    }

    /// <summary>A value as JSON: true, false and null, lists in brackets or with commas, and texts.</summary>
    public static JsonNode? Value(string name, string text)
    {
        if (Lists.Contains(name))
            return new JsonArray([.. Texts(text).Select(each => JsonValue.Create(each))]);
        return text switch
        {
            "true" => true,
            "false" => false,
            "default" or "null" => null,
            "ml" when name == "missing" => "fiml",
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) => number,
            _ => text,
        };
    }

    private static string[] Texts(string text) => text.Trim('[', ']').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
