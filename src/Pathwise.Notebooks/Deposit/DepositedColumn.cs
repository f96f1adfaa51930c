using System.Globalization;
using System.Text.Json.Nodes;
using Pathwise.Surveys;

namespace Pathwise.Notebooks.Deposit;

/// <summary>A column of deposited answers, described from its codebook for psych-DS and for Frictionless.</summary>
internal sealed class DepositedColumn
{
    private readonly SurveyData _data;
    private readonly string _name;
    private readonly Item? _item;
    private readonly CodebookColumn? _column;

    private DepositedColumn(SurveyData data, string name)
    {
        (_data, _name) = (data, name);
        _item = data.Codebook.Items.FirstOrDefault(item => item.Name == name);
        _column = data.Codebook.Columns.FirstOrDefault(column => column.Name == name);
    }

    /// <summary>The columns of a survey, in the order of the file.</summary>
    public static IEnumerable<DepositedColumn> Of(SurveyData data) => data.Table.Names.Select(name => new DepositedColumn(data, name));

    /// <summary>A PropertyValue of schema.org, as psych-DS asks.</summary>
    public JsonObject ToVariable()
    {
        var variable = new JsonObject { ["@type"] = "PropertyValue", ["name"] = _name, ["description"] = Description };
        if (_item is not null)
            (variable["minValue"], variable["maxValue"]) = (_item.Range.Lowest, _item.Range.Highest);
        if (Levels is { Count: > 0 } levels)
            variable["valueReference"] = new JsonArray([.. levels.Select(each => new JsonObject { ["@type"] = "PropertyValue", ["value"] = each.Value, ["name"] = each.Label })]);
        return variable;
    }

    /// <summary>A field of a Table Schema. A limit that raw answers break is not stated as one: it is for a rule of cleaning to judge.</summary>
    public JsonObject ToField()
    {
        var field = new JsonObject { ["name"] = _name, ["type"] = Type, ["description"] = Description };
        if (_column?.Kind == ColumnKind.Time)
            field["format"] = "any";
        if (_item is not null && Texts.All(text => Number(text) is { } value && _item.Range.Contains(value)))
            field["constraints"] = new JsonObject { ["minimum"] = _item.Range.Lowest, ["maximum"] = _item.Range.Highest };
        else if (_column?.Kind == ColumnKind.Choice)
            field["constraints"] = new JsonObject { ["enum"] = DepositJson.Array(_column.Values.Keys) };
        if (Codes.Count > 0)
            field["missingValues"] = DepositJson.Array(["", "NA", .. _data.Codebook.Missing.Select(code => code.Code).Union(Codes)]);
        return field;
    }

    private IReadOnlyList<string> Codes => [.. (_item?.Missing ?? _column!.Missing).Select(code => code.Code)];

    private string Description => _item is null
        ? _column!.Text.Trim()
        : $"{_item.Text.Trim()} ({_data.Codebook.Scale(_item.Scale).Title}, {_item.Range}{(_item.IsReversed ? ", reverse-keyed" : "")})";

    private List<(string Value, string Label)> Levels => _item is null
        ? [.. _column!.Values.Select(each => (each.Key, each.Value))]
        : [.. _data.Codebook.Scale(_item.Scale).Labels.Select(each => (each.Key.ToString(CultureInfo.InvariantCulture), each.Value))];

    private IEnumerable<string> Texts => _data.Table.Texts(_name).OfType<string>();

    private string Type => _item is not null
        ? Texts.All(text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)) ? "integer" : "number"
        : _column!.Kind switch { ColumnKind.Time => "datetime", ColumnKind.Number => "number", _ => "string" };

    private static double? Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
