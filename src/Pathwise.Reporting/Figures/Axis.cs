using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Figures;

/// <summary>One direction of a figure: its range, its labelled places and what it measures.</summary>
public sealed class Axis
{
    private const int WantedSteps = 5;

    private Axis(string title, double min, double max, IReadOnlyList<Tick> ticks)
    {
        Title = title;
        Min = min;
        Max = max;
        Ticks = ticks;
    }

    /// <summary>What is measured, with its unit; empty where the labels speak for themselves.</summary>
    public string Title { get; }

    /// <summary>The value at the left or lower end.</summary>
    public double Min { get; }

    /// <summary>The value at the right or upper end.</summary>
    public double Max { get; }

    /// <summary>The labelled places, in rising order of value.</summary>
    public IReadOnlyList<Tick> Ticks { get; }

    /// <summary>True when the axis names things instead of measuring.</summary>
    public bool IsOfNames { get; private init; }

    /// <summary>True when values rise downwards or leftwards.</summary>
    public bool IsReversed { get; private init; }

    /// <summary>True when grid lines lead from the ticks through the figure.</summary>
    public bool HasGrid { get; init; } = true;

    /// <summary>True when neither line nor labels are drawn, as in a diagram.</summary>
    public bool IsHidden { get; private init; }

    /// <summary>An axis that covers these values and ends at round numbers.</summary>
    public static Axis Over(string title, IEnumerable<double?> values, bool fromZero = false)
    {
        var finite = values.OfType<double>().Where(double.IsFinite).Concat(fromZero ? [0.0] : []).DefaultIfEmpty(0).ToList();
        var (low, high) = (finite.Min(), finite.Max());
        if (high - low < 1e-12 * Math.Max(1, Math.Abs(high)))
            (low, high) = (low - 0.5, high + 0.5);
        var step = RoundStep((high - low) / WantedSteps);
        return Stepped(title, Math.Floor((low / step) + 1e-9) * step, Math.Ceiling((high / step) - 1e-9) * step, step);
    }

    /// <summary>An axis from one given end to the other.</summary>
    public static Axis Between(string title, double min, double max) =>
        Stepped(title, min, max, RoundStep((max - min) / WantedSteps));

    /// <summary>An axis of names at 0, 1, 2, ...; the first on top or at the left.</summary>
    public static Axis OfNames(string title, IReadOnlyList<string> names, bool firstOnTop = false) =>
        new(title, -0.5, Math.Max(names.Count, 1) - 0.5, [.. names.Select((name, i) => new Tick(i, name))])
        {
            IsOfNames = true,
            IsReversed = firstOnTop,
            HasGrid = false,
        };

    /// <summary>An axis that somebody else laid out.</summary>
    internal static Axis Of(string title, double min, double max, IReadOnlyList<Tick> ticks, bool isOfNames, bool isReversed) =>
        new(title, min, max, [.. ticks.OrderBy(tick => tick.Value)]) { IsOfNames = isOfNames, IsReversed = isReversed, HasGrid = !isOfNames };

    /// <summary>The same names at values that are larger by so much.</summary>
    internal Axis ShiftedBy(double distance) =>
        new(Title, Min + distance, Max + distance, [.. Ticks.Select(tick => tick with { Value = tick.Value + distance })])
        {
            IsOfNames = IsOfNames,
            IsReversed = IsReversed,
            HasGrid = HasGrid,
        };

    /// <summary>An axis that only gives coordinates.</summary>
    public static Axis Hidden(double min, double max, bool isReversed = false) =>
        new("", min, max, []) { IsHidden = true, IsReversed = isReversed, HasGrid = false };

    private static Axis Stepped(string title, double min, double max, double step)
    {
        var decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        if (Math.Abs((step * Math.Pow(10, decimals)) - Math.Round(step * Math.Pow(10, decimals))) > 1e-6)
            decimals++;
        var first = (long)Math.Ceiling((min / step) - 1e-9);
        var last = (long)Math.Floor((max / step) + 1e-9);
        var ticks = Enumerable.Range(0, (int)Math.Max(last - first + 1, 0)).Select(i => (first + i) * step);
        return new(title, min, max, [.. ticks.Select(value => new Tick(value, Minus(Rounding.Text(value, decimals))))]);
    }

    private static double RoundStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        var digit = rough / power;
        return power * (digit < Math.Sqrt(2) ? 1 : digit < Math.Sqrt(10) ? 2 : digit < Math.Sqrt(50) ? 5 : 10);
    }

    private static string Minus(string text) => text.Replace('-', '−');
}
