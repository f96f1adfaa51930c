using System.Text.Json.Nodes;
using Pathwise.Analyses;
using Pathwise.Multiverse.Plans;
using Pathwise.Numerics;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Universes;

/// <summary>
/// The cases of a multiverse as they came, and what plans ask of them: which cases a set of rules leaves, and the table that a model is fitted to.
/// What several universes ask for is worked out once. Any number of workers may share it.
/// </summary>
internal sealed class MultiverseData
{
    private readonly Lock gate = new();
    private readonly SurveyData? survey;
    private readonly Dictionary<string, RowSelection> selections = [];
    private readonly Dictionary<string, DataTable> tables = [];

    private MultiverseData(CaseSelection selection, SurveyData? survey, DataTable raw)
    {
        (Selection, this.survey, Raw) = (selection, survey, raw);
        Recoded = survey?.Recode().Table ?? raw;
    }

    /// <summary>The file, by its content.</summary>
    public CaseSelection Selection { get; }

    /// <summary>The codebook that is followed, or null.</summary>
    public Codebook? Codebook => survey?.Codebook;

    /// <summary>The cases as they stand in the file.</summary>
    public DataTable Raw { get; }

    /// <summary>The same with reverse-keyed items recoded.</summary>
    public DataTable Recoded { get; }

    /// <summary>The items that a codebook calls reversed.</summary>
    public IReadOnlyList<string> Reversed => [.. (Codebook?.Items ?? []).Where(item => item.IsReversed).Select(item => item.Name)];

    /// <summary>What keys say of the data.</summary>
    public JsonObject Identity => new()
    {
        ["sha256"] = Selection.Checksum,
        ["codebook.sha256"] = Selection.CodebookChecksum,
        ["missing"] = new JsonArray([.. Selection.Missing.Select(code => JsonValue.Create(code))]),
        ["skipped.rows"] = new JsonArray([.. Selection.SkippedRows.Select(row => JsonValue.Create(row))]),
    };

    /// <summary>Reads the cases of a plan, or of another file in their place.</summary>
    /// <exception cref="InputException">There is no file, or it does not fit its codebook.</exception>
    public static MultiverseData Read(MultiversePlan plan, string? path = null, string? codebook = null)
    {
        var file = path ?? plan.Base.Data ?? throw new InputException($"{plan.Source}: base names no data; give --data CSV, or data under base.");
        var own = codebook ?? (plan.Base.IsRaw ? null : plan.Base.Codebook ?? (File.Exists(Codebook.PathBeside(file)) ? Codebook.PathBeside(file) : null));
        var selection = CaseSelection.Of(file, own) with { Missing = plan.Base.Missing, SkippedRows = plan.Base.SkippedRows };
        var options = new ReadingOptions { Missing = selection.Missing, SkippedRows = selection.SkippedRows };
        if (own is null)
            return Known(new MultiverseData(selection, null, DataTable.Read(file, options)));
        var survey = SurveyData.Read(file, Codebook.Read(own), options);
        return Known(new MultiverseData(selection, survey, survey.Table));
    }

    /// <summary>The cases that an analysis uses.</summary>
    /// <exception cref="InputException">A rule asks for what the data do not have.</exception>
    public RowSelection Rows(UniverseSetting setting, IReadOnlyList<string> observed)
    {
        var ownItems = Codebook is not { Items.Count: > 0 } && setting.Exclude.Any(rule => rule.Items.Count == 0 && rule.Kind is not (RowRuleKind.Codebook or RowRuleKind.Speed));
        var key = SortedJson.Of(new JsonArray(
            new JsonArray([.. setting.Keep.Select(each => JsonValue.Create(each))]), new JsonArray([.. setting.Exclude.Select(PlanForm.Rule)]),
            ownItems ? string.Join(' ', observed) : null));
        lock (gate)
        {
            if (!selections.TryGetValue(key, out var found))
                selections.Add(key, found = Select(setting, observed));
            return found;
        }
    }

    /// <summary>All cases with the columns of an analysis, those that are computed included.</summary>
    /// <exception cref="InputException">A column to compute from is not there, or there is one of the new name.</exception>
    public DataTable Table(IReadOnlyList<DerivedColumn> derived)
    {
        if (derived.Count == 0)
            return Recoded;
        var key = SortedJson.Of(new JsonArray([.. derived.Select(column => new JsonArray(column.Name, PlanForm.Column(column)))]));
        lock (gate)
        {
            if (!tables.TryGetValue(key, out var found))
                tables.Add(key, found = derived.Aggregate(Recoded, With));
            return found;
        }
    }

    private static MultiverseData Known(MultiverseData data) => data.Selection.Checksum is null
        ? throw new InputException($"{data.Selection.Path} can be read only once; give a file, so that its content is known.")
        : data;

    private RowSelection Select(UniverseSetting setting, IReadOnlyList<string> observed)
    {
        int[] left = [.. Enumerable.Range(0, Raw.Count)];
        if (survey is null)
            RequireNoCodebook(setting);
        else
            left = [.. Cleaned(setting)];
        IReadOnlyList<string> items = Codebook is { Items.Count: > 0 } described ? described.ItemNames : observed;
        var rules = new List<SampleRule>();
        foreach (var rule in setting.Exclude.Where(rule => rule.Kind != RowRuleKind.Codebook))
        {
            if (rule.DependsOnSample)
                rules.Add(OfSample(rule, rule.Items.Count > 0 ? rule.Items : items));
            else if (LeavesOut(rule, rule.Items.Count > 0 ? rule.Items : items) is { } leavesOut)
                left = [.. left.Where(i => !leavesOut(i))];
        }

        return new(left, rules, Raw.Count);
    }

    private IEnumerable<int> Cleaned(UniverseSetting setting)
    {
        var cleaning = Codebook!.Cleaning;
        if (setting.Keep.FirstOrDefault(reason => cleaning.All(rule => rule.Reason != reason)) is { } unknown)
            throw new InputException($"keep: {NearestName.Complaint($"the cleaning rules of {Codebook.Source}", unknown, [.. cleaning.Select(rule => rule.Reason)])}");
        CleaningRule[] rules = [.. cleaning.Where(rule => !setting.Keep.Contains(rule.Reason)), .. setting.Exclude.Where(rule => rule.Cleaning is not null).Select(rule => rule.Cleaning!)];
        foreach (var rule in rules.Where(rule => rule.Column is not null && !Raw.Has(rule.Column)))
            throw new InputException(NearestName.Complaint(Raw.Source, rule.Column!, Raw.Names));
        var cases = survey!.Clean(rules).Cases;
        return Enumerable.Range(0, cases.Count).Where(i => cases[i].IsKept);
    }

    private void RequireNoCodebook(UniverseSetting setting)
    {
        if (setting.Keep.Count > 0)
            throw new InputException($"keep: {Raw.Source} has no codebook whose rules could be left aside.");
        if (setting.Exclude.FirstOrDefault(rule => rule.Kind is RowRuleKind.Codebook or RowRuleKind.EvenOdd) is { } rule)
            throw new InputException($"the rule '{rule.Reason}' needs a codebook, and {Raw.Source} has none.");
    }

    private Func<int, bool>? LeavesOut(RowRule rule, IReadOnlyList<string> items)
    {
        switch (rule.Kind)
        {
            case RowRuleKind.LongString:
                if (rule.Limit > items.Count)
                    throw new InputException($"longstring: {rule.Limit} answers alike cannot be met by {items.Count} items.");
                var runs = CaseValues.LongestRuns(Raw, items);
                return i => runs[i] >= rule.Limit;
            case RowRuleKind.EvenOdd:
                var consistency = CaseValues.EvenOdd(Recoded, Codebook!.Scales);
                return i => consistency[i] < rule.Limit;
            default:
                var values = rule.Kind == RowRuleKind.Speed ? CaseValues.Seconds(Raw, rule) : CaseValues.Variability(Raw, items);
                return i => values[i] < rule.Limit;
        }
    }

    private SampleRule OfSample(RowRule rule, IReadOnlyList<string> items) => rule.Kind switch
    {
        RowRuleKind.Mahalanobis => new MahalanobisRule(CaseValues.Rows(Raw, items), rule.Limit!.Value),
        RowRuleKind.Speed => new LowValueRule(CaseValues.Seconds(Raw, rule), sorted => rule.Share!.Value * Quantiles.Type7(sorted, 0.5)),
        _ => new LowValueRule(CaseValues.Variability(Raw, items), sorted => Quantiles.Type7(sorted, rule.Share!.Value)),
    };

    private static DataTable With(DataTable table, DerivedColumn column) => table.Has(column.Name)
        ? throw new InputException($"derive: {table.Source} has a column '{column.Name}' already; expected a new name.")
        : table.With(column.Name, Values(table, column));

    private static double[] Values(DataTable table, DerivedColumn column)
    {
        if (column.Kind == DerivationKind.Equals)
        {
            var texts = table.Texts(column.Columns[0]);
            if (column.Values.FirstOrDefault(value => !texts.Contains(value)) is { } absent)
                throw new InputException($"derive: no case of {table.Source} has '{absent}' in the column {column.Columns[0]}.");
            return [.. texts.Select(text => text is null ? double.NaN : column.Values.Contains(text) ? 1.0 : 0)];
        }

        return [.. CaseValues.Rows(table, column.Columns).Select(values => column.Kind switch
        {
            DerivationKind.Mean => values.Average(),
            DerivationKind.Sum => values.Sum(),
            _ => values.Aggregate(1.0, (product, value) => product * value),
        })];
    }
}
