namespace Pathwise.Reporting.Plots;

/// <summary>
/// The columns of a picture of universes: one for each universe, or of very many equal shares of them; those without the first effect stand apart at
/// the right.
/// </summary>
internal sealed class UniverseColumns
{
    private readonly int drawn;
    private readonly int apart;
    private readonly int columns;
    private readonly int columnsApart;

    /// <summary>Columns for universes in order, of which the first so many are drawn, in at most so many columns.</summary>
    public UniverseColumns(int count, int drawn, int most)
    {
        (this.drawn, apart) = (drawn, count - drawn);
        (columns, columnsApart) = (drawn, apart);
        if (count > most)
        {
            columnsApart = apart == 0 ? 0 : Math.Clamp((int)Math.Round((double)most * apart / count), 1, apart);
            columns = Math.Min(drawn, most - columnsApart);
        }

        Gap = apart == 0 ? 0 : Math.Max(1, (columns + columnsApart) / 50);
    }

    /// <summary>Columns of universes that are drawn.</summary>
    public int Drawn => columns;

    /// <summary>Columns of those that stand apart.</summary>
    public int Apart => columnsApart;

    /// <summary>Empty columns between the two.</summary>
    public int Gap { get; }

    /// <summary>Number of columns, the gap among them.</summary>
    public int Count => columns + Gap + columnsApart;

    /// <summary>How many universes a column stands for at most.</summary>
    public int Share => Math.Max(columns == 0 ? 0 : (drawn + columns - 1) / columns, columnsApart == 0 ? 0 : (apart + columnsApart - 1) / columnsApart);

    /// <summary>The column of a universe, by its place in the order.</summary>
    public int Of(int place) => place < drawn
        ? (int)((long)place * columns / drawn)
        : columns + Gap + (int)((long)(place - drawn) * columnsApart / apart);
}
