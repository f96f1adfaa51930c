using System.Globalization;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Studies;

/// <summary>What a model says of measurement alone, and its factors as scales of a survey.</summary>
public static class ModelParts
{
    private const int WidestRange = 10_000;

    /// <summary>
    /// The measurement model within a model: loadings and covariances of indicators as they are, while all factors correlate freely. A model
    /// without latent variables has none: an <see cref="InputException"/>.
    /// </summary>
    public static ModelSpecification Measurement(this ModelSpecification model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var table = model.Table();
        if (table.LatentVariables.Count == 0)
            throw new InputException("The model measures no latent variable, so there is no measurement to look at.");
        var indicators = Loadings(table).Select(row => row.Rhs).Except(table.LatentVariables).ToHashSet(StringComparer.Ordinal);
        var lines = table.LatentVariables.Select(factor => $"{factor} =~ {string.Join(" + ", Loadings(table).Where(row => row.Lhs == factor).Select(Term))}");
        var shared = table.Rows.Where(row => row is { IsFromUser: true, Operator: Operator.Covariance } && indicators.Contains(row.Lhs) && indicators.Contains(row.Rhs));
        return ModelSpecification.Parse(string.Join('\n', [.. lines, .. shared.Select(row => $"{row.Lhs} ~~ {Term(row)}")]) + "\n");
    }

    /// <summary>
    /// The same cases with other scales: the factors of a model that have observed indicators. An indicator of several factors is an item of the
    /// first; columns that the survey's codebook describes as numbers become items, whose range is that of their values.
    /// </summary>
    public static SurveyData ScaledBy(this SurveyData survey, ModelSpecification model)
    {
        ArgumentNullException.ThrowIfNull(survey);
        ArgumentNullException.ThrowIfNull(model);
        var (table, seen) = (model.Table(), new HashSet<string>(StringComparer.Ordinal));
        var scales = from factor in table.LatentVariables
                     let items = Loadings(table).Where(row => row.Lhs == factor && !table.LatentVariables.Contains(row.Rhs) && seen.Add(row.Rhs)).Select(row => ItemOf(survey, row.Rhs, factor)).ToArray()
                     where items.Length > 0
                     select ScaleOf(survey, factor, items);
        return survey.WithScales([.. scales]);
    }

    private static IEnumerable<Parameter> Loadings(ParameterTable table) =>
        table.Rows.Where(row => row.Operator == Operator.Loading && row.Group == 1);

    // A loading of one that scales its factor is what the completion of a model adds by itself.
    private static string Term(Parameter row) => row.FixedValue is { } value && !(row.Operator == Operator.Loading && value == 1)
        ? string.Create(CultureInfo.InvariantCulture, $"{value:R}*{row.Rhs}")
        : row.Rhs;

    private static Scale ScaleOf(SurveyData survey, string factor, IReadOnlyList<Item> items)
    {
        var known = survey.Codebook.Scales.FirstOrDefault(scale => scale.Name == factor);
        return new() { Name = factor, Title = known?.Title ?? factor, Items = items, Labels = known?.Labels ?? new Dictionary<int, string>() };
    }

    private static Item ItemOf(SurveyData survey, string name, string factor)
    {
        if (survey.Codebook.Items.FirstOrDefault(item => item.Name == name) is { } item)
            return item with { Scale = factor };
        if (survey.Codebook.Columns.FirstOrDefault(column => column.Name == name) is not { Kind: ColumnKind.Number } column)
            throw new InputException(NearestName.Complaint($"the items and numbers of {survey.Codebook.Source}", name, [.. survey.Codebook.ItemNames, .. survey.Codebook.Columns.Where(each => each.Kind == ColumnKind.Number).Select(each => each.Name)]));
        return new(name, name, column.Text, factor, RangeOf(survey.Table.Numbers(name)), IsReversed: false) { HasDecimals = true };
    }

    private static AnswerRange RangeOf(IReadOnlyList<double> values)
    {
        var known = values.Where(double.IsFinite).DefaultIfEmpty(0).ToArray();
        var lowest = (int)Math.Clamp(Math.Floor(known.Min()), -1e9, 1e9);
        var highest = (int)Math.Clamp(Math.Ceiling(known.Max()), lowest + 1, lowest + WidestRange);
        return new(lowest, highest);
    }
}
