namespace Pathwise.Sem.Categorical;

/// <summary>Two ordered variables (Olsson 1979, two-step): one pass over the cases makes the table, and all else is of its cells.</summary>
internal sealed class PolychoricLikelihood : PairLikelihood
{
    private readonly OrderedMargin first, second;
    private readonly PolychoricTable table;

    public PolychoricLikelihood(OrderedMargin first, OrderedMargin second, EmptyCellRule rule)
    {
        (this.first, this.second, table) = (first, second, new(first.Categories.Length, second.Categories.Length));
        table.Begin(first.Scale, second.Scale);
        Span<int> counts = table.Counts;
        var columns = second.Categories.Length;
        for (var row = 0; row < first.Codes.Length; row++)
        {
            if (first.Codes[row] < 0 || second.Codes[row] < 0)
                continue;
            counts[(first.Codes[row] * columns) + second.Codes[row]]++;
            Cases++;
        }

        table.Take(rule);
        var (correlation, outcome) = CorrelationSearch.Maximize(table, table.ProductMoment());
        Take(correlation, outcome);
    }

    public override CorrelationKind Kind => CorrelationKind.Polychoric;

    public override int Cases { get; }

    public override int TableCells => table.Counts.Length;

    public override int EmptyCells => table.EmptyCells;

    public override void WriteInfluence(Span<double> target)
    {
        table.Influence(Correlation);
        table.WriteInfluence(first.Codes, second.Codes, target);
    }

    public override (double Slope, double Curvature, double Information) At(double correlation) => table.At(correlation);
}
