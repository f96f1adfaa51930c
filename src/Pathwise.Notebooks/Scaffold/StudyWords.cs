using System.Globalization;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Specification;

namespace Pathwise.Notebooks.Scaffold;

/// <summary>What a study's own words are in the files of the template.</summary>
internal static class StudyWords
{
    private const string Unknown = "The authors of the study";

    /// <summary>The words by their names in the template.</summary>
    public static IReadOnlyDictionary<string, string> Of(NewStudy study)
    {
        IReadOnlyList<string> authors = study.Authors.Count > 0 ? study.Authors : [Unknown];
        return new Dictionary<string, string>
        {
            ["title"] = study.Title, ["version"] = Version, ["about"] = study.Survey.Codebook.About.Trim(),
            ["answers"] = $"raw/{StudyFiles.Name(study)}.csv", ["codebook"] = $"raw/{StudyFiles.Name(study)}{Surveys.Codebook.Ending}",
            ["cases"] = study.Cases.ToString(CultureInfo.InvariantCulture),
            ["published-row"] = study.Files.Published is { } path ? $"| `data/published/{Path.GetFileName(path)}` | printed or planned statistics, each kept as its text | facts |\n" : "",
            ["facts"] = study.Files.Published is null ? "" : "\nFiles: data/published/*\nCopyright: None; facts that others have published\nLicense: LicenseRef-Facts",
            ["authors"] = string.Join(", ", authors),
            ["citation-authors"] = string.Join('\n', authors.Select(author => $"  - name: {StudyTemplate.Quoted(author)}")),
            ["codecheck-authors"] = string.Join('\n', authors.Select(author => $"    - name: {StudyTemplate.Quoted(author)}")),
            ["constructs"] = Constructs(study), ["paths"] = Paths(study.Table), ["question"] = Question(study), ["mediation"] = Mediation(study.Table),
        };
    }

    /// <summary>The version that a study is pinned to.</summary>
    public static string Version => Execution.OwnPackages.Version;

    private static string Constructs(NewStudy study)
    {
        if (study.Table.LatentVariables.Count == 0)
            return $"The model measures no latent variable; it relates {string.Join(", ", study.Table.ObservedVariables)}.";
        var scales = study.Survey.Codebook.Scales.Select(scale => $"| {scale.Name} | {Cell(scale.Title)} | {string.Join("<br>", scale.Items.Select(item => $"`{item.Name}` {Cell(item.Text)}{(item.IsReversed ? " (reversed)" : "")}"))} |");
        var higher = study.Table.LatentVariables.Except(study.Survey.Codebook.Scales.Select(scale => scale.Name))
            .Select(factor => $"| {factor} | of second order | {string.Join(", ", study.Table.Rows.Where(row => row.Operator == Operator.Loading && row.Lhs == factor).Select(row => row.Rhs))} |");
        return string.Join('\n', ["| factor | what it is | indicators |", "|---|---|---|", .. scales, .. higher]);
    }

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal).Trim();

    private static string Paths(ParameterTable table) => PlannedHypotheses.Paths(table).GroupBy(row => row.Lhs).ToList() is { Count: > 0 } outcomes
        ? string.Join('\n', outcomes.Select(outcome => $"* **{outcome.Key}** is regressed on {string.Join(", ", outcome.Select(row => row.Rhs))}."))
        : "No variable is regressed on another: the model is one of measurement.";

    private static string Question(NewStudy study)
    {
        var stated = study.Hypotheses.Count == 0 ? "" : $"What do the data say to {string.Join(", ", study.Hypotheses.Select(each => $"{each.Name} ({each.Path})"))}? ";
        var pairs = Pairs(study.Table).Select(pair => $"Does {pair.Cause} act on {pair.Outcome} through {pair.Via}, or directly?");
        return $"{stated}{string.Join(" ", pairs)}".Trim() is { Length: > 0 } question ? question : "What follows from the model? It states no path.";
    }

    private static string Mediation(ParameterTable table)
    {
        var lines = Pairs(table).Select(pair => $"* **{pair.Cause}** acts on **{pair.Outcome}** through {pair.Via}; the model has {(pair.IsDirect ? "the direct path as well" : "no direct path")}.").ToList();
        return lines.Count > 0 ? string.Join('\n', lines) : "This model has no indirect effect; the cells on mediation say so.";
    }

    private static IEnumerable<(string Cause, string Outcome, string Via, bool IsDirect)> Pairs(ParameterTable table) =>
        from effect in PlannedHypotheses.Effects(table)
        where effect.Kind == EffectKind.SpecificIndirect && effect.Group == 1
        group effect by (effect.Cause, effect.Outcome) into pair
        select (pair.Key.Cause, pair.Key.Outcome, string.Join(" and ", pair.Select(each => string.Join(" and then ", each.Via))),
            PlannedHypotheses.Paths(table).Any(row => (row.Rhs, row.Lhs) == pair.Key));
}
