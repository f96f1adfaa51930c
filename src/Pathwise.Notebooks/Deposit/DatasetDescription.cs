using System.Text.Json.Nodes;
using Pathwise.Tables;

namespace Pathwise.Notebooks.Deposit;

/// <summary>What a deposit says about its answers to programs, from codebooks and CITATION.cff.</summary>
internal static class DatasetDescription
{
    public const string PsychDs = "dataset_description.json";
    public const string Frictionless = "datapackage.json";

    /// <summary>The description that psych-DS asks for, in terms of schema.org: every column of every file of answers, once.</summary>
    public static JsonObject ToPsychDs(IReadOnlyList<StudySurvey> surveys, CitationFile citation)
    {
        var variables = surveys.SelectMany(survey => DepositedColumn.Of(survey.Data)).Select(column => column.ToVariable()).DistinctBy(variable => (string)variable["name"]!);
        return new()
        {
            ["@context"] = "https://schema.org/",
            ["@type"] = "Dataset",
            ["name"] = citation.Title,
            ["description"] = Description(surveys),
            ["schemaVersion"] = "Psych-DS 0.4.0",
            ["version"] = citation.Version,
            ["keywords"] = DepositJson.Array(citation.Keywords),
            ["creator"] = new JsonArray([.. citation.Authors.Select(author => new JsonObject { ["name"] = author })]),
            ["variableMeasured"] = new JsonArray([.. variables]),
        };
    }

    /// <summary>The description of Frictionless Data: each file with its sum and the schema of its columns.</summary>
    public static JsonObject ToDataPackage(string name, IReadOnlyList<StudySurvey> surveys, CitationFile citation, Func<string, string?> licence) => new()
    {
        ["profile"] = "tabular-data-package",
        ["name"] = name,
        ["title"] = citation.Title,
        ["description"] = Description(surveys),
        ["version"] = citation.Version,
        ["keywords"] = DepositJson.Array(citation.Keywords),
        ["contributors"] = new JsonArray([.. citation.Authors.Select(author => new JsonObject { ["title"] = author, ["role"] = "author" })]),
        ["resources"] = new JsonArray([.. surveys.Select(survey => Resource(survey, licence(survey.DepositedPath)))]),
    };

    private static string Description(IReadOnlyList<StudySurvey> surveys) =>
        string.Join("\n\n", surveys.Select(survey => $"{survey.Data.Codebook.Title}. {survey.Data.Codebook.About.ReplaceLineEndings(" ")}"));

    private static JsonObject Resource(StudySurvey survey, string? licence) => new()
    {
        ["profile"] = "tabular-data-resource",
        ["name"] = System.IO.Path.GetFileNameWithoutExtension(survey.DepositedPath).ToLowerInvariant(),
        ["path"] = survey.DepositedPath,
        ["title"] = survey.Data.Codebook.Title,
        ["format"] = "csv",
        ["mediatype"] = "text/csv",
        ["encoding"] = "utf-8",
        ["bytes"] = survey.Content.Length,
        ["hash"] = "sha256:" + Checksum.Of(survey.Content),
        ["licenses"] = new JsonArray(new JsonObject { ["name"] = licence }),
        ["schema"] = new JsonObject
        {
            ["fields"] = new JsonArray([.. DepositedColumn.Of(survey.Data).Select(column => column.ToField())]),
            ["missingValues"] = DepositJson.Array(["", "NA", .. survey.Data.Codebook.Missing.Select(code => code.Code)]),
        },
    };
}
