using System.Globalization;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Inference;

namespace Pathwise.Export.Content;

/// <summary>The columns that estimates of parameters have in every table.</summary>
internal static class EstimateColumns
{
    public static IEnumerable<Column> Of(ColumnsOf<Estimate> of, double level) => [.. OfOptional(of, row => row, level), of.Number("β", 3, row => row.StdAll)];

    /// <summary>The columns but the standardized one, of rows that need not have an estimate.</summary>
    public static IEnumerable<Column> OfOptional<TRow>(ColumnsOf<TRow> of, Func<TRow, Estimate?> find, double level)
    {
        Column Column(string heading, Func<Estimate, Cell> cell) => of.Column(heading, row => find(row) is { } estimate ? cell(estimate) : Cell.Blank);

        yield return Column("B", row => Cell.Number(row.Value, Decimals(row)));
        yield return Column("SE", row => IsFixed(row) ? Cell.Text("fixed") : Cell.Number(row.StandardError, Decimals(row)));
        yield return Column("z", row => IsFixed(row) ? Cell.Blank : Cell.Number(row.Z, 2));
        yield return Column("p", row => IsFixed(row) ? Cell.Blank : Cell.PValue(row.PValue));
        yield return Column(Level(level), row => IsFixed(row) ? Cell.Blank : Cell.Interval(row.Lower, row.Upper, Decimals(row)));
    }

    /// <summary>The heading of an interval, such as <c>95 % CI</c>.</summary>
    public static string Level(double level) => string.Create(CultureInfo.InvariantCulture, $"{100 * level:0.#} % CI");

    private static bool IsFixed(Estimate row) => !row.Parameter.IsFree;

    private static int Decimals(Estimate row) => Precision.Of(row.Value, row.StandardError, 2);
}
