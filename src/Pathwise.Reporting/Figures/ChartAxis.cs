namespace Pathwise.Reporting.Figures;

/// <summary>
/// One direction of a Plotly chart: what its traces have there, which are numbers or names, and what its layout says about it.
/// </summary>
internal sealed class ChartAxis
{
    private static readonly string[] Linear = ["", "-", "linear", "category"];

    private readonly IReadOnlyDictionary<string, object?>? _layout;
    private readonly List<string> _names;

    public ChartAxis(IReadOnlyDictionary<string, object?>? layout, IEnumerable<object?> values)
    {
        _layout = layout;
        _names = [.. values.OfType<string>().Distinct()];
    }

    /// <summary>Whether it is an axis of ours: seen, with even steps.</summary>
    public bool IsKnown => _layout?.GetValueOrDefault("visible") is not false && Linear.Contains(_layout.Words("type"));

    /// <summary>Where a value lies: a number at itself, a name at its place among the names; null for what has none.</summary>
    public double? At(object? value) => value switch
    {
        double number when _names.Count == 0 => number,
        string name => _names.IndexOf(name),
        _ => null,
    };

    /// <summary>The axis; one without a range of its own covers the values.</summary>
    public Axis ToAxis(IEnumerable<double?> covered)
    {
        var title = _layout.Words("title");
        if (Range() is not { } range)
            return _names.Count > 0 ? Axis.OfNames(title, _names) : Axis.Over(title, covered);
        var (low, high) = (Math.Min(range.From, range.To), Math.Max(range.From, range.To));
        var ticks = Ticks();
        return ticks.Count > 0 ? Axis.Of(title, low, high, ticks, isOfNames: _layout?.GetValueOrDefault("showgrid") is false, isReversed: range.From > range.To)
            : _names.Count > 0 ? Axis.OfNames(title, _names, firstOnTop: range.From > range.To)
            : Axis.Between(title, low, high);
    }

    private (double From, double To)? Range() =>
        _layout.List("range") is [double from, double to] && from != to ? (from, to) : null;

    private List<Tick> Ticks()
    {
        var labels = _layout.List("ticktext") ?? [];
        return [.. (_layout.List("tickvals") ?? []).Zip(labels).Where(pair => pair.First is double).Select(pair => new Tick((double)pair.First!, ChartValues.Plain(pair.Second as string ?? "")))];
    }
}
