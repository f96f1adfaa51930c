namespace Pathwise.Synthesis;

/// <summary>
/// Whole answers of N respondents to p items, with their sums and sums of products. These are whole numbers, so a changed
/// answer changes them exactly, and the covariance never drifts however many moves have been made and taken back.
/// </summary>
internal sealed class AnswerSheet
{
    private readonly int[] answers;
    private readonly long[] sums;
    private readonly long[] products;

    public AnswerSheet(int respondents, int items, int lowest, int highest, ReadOnlySpan<int> values)
    {
        (Respondents, Items, Lowest, Highest) = (respondents, items, lowest, highest);
        answers = values.ToArray();
        sums = new long[items];
        products = new long[items * items];
        for (var row = 0; row < respondents; row++)
            Count(answers.AsSpan(row * items, items));
    }

    private AnswerSheet(AnswerSheet other)
    {
        (Respondents, Items, Lowest, Highest) = (other.Respondents, other.Items, other.Lowest, other.Highest);
        (answers, sums, products) = ([.. other.answers], [.. other.sums], [.. other.products]);
    }

    public int Respondents { get; }

    public int Items { get; }

    public int Lowest { get; }

    public int Highest { get; }

    public ReadOnlySpan<int> Answers => answers;

    public int this[int row, int item] => answers[(row * Items) + item];

    public double Mean(int item) => (double)sums[item] / Respondents;

    public AnswerSheet Copy() => new(this);

    public bool Allows(CellMove move) => this[move.Row, move.Item] + move.Step is var value && value >= Lowest && value <= Highest;

    public void Make(CellMove move)
    {
        var row = answers.AsSpan(move.Row * Items, Items);
        products[(move.Item * Items) + move.Item] += (2L * move.Step * row[move.Item]) + ((long)move.Step * move.Step);
        for (var k = 0; k < Items; k++)
        {
            if (k == move.Item)
                continue;
            products[(move.Item * Items) + k] += (long)move.Step * row[k];
            products[(k * Items) + move.Item] += (long)move.Step * row[k];
        }

        sums[move.Item] += move.Step;
        row[move.Item] += move.Step;
    }

    public void Make(IEnumerable<CellMove> moves)
    {
        foreach (var move in moves)
            Make(move);
    }

    /// <summary>Covariances with divisor N - 1, p x p, row after row.</summary>
    public void Covariance(Span<double> covariance)
    {
        var divisor = (double)Respondents * (Respondents - 1);
        for (var j = 0; j < Items; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                var centred = (Respondents * products[(j * Items) + k]) - (sums[j] * sums[k]);
                covariance[(j * Items) + k] = covariance[(k * Items) + j] = centred / divisor;
            }
        }
    }

    /// <summary>True when no two respondents gave the same answers throughout.</summary>
    public bool HasDistinctRows()
    {
        var seen = new HashSet<string>();
        for (var row = 0; row < Respondents; row++)
        {
            if (!seen.Add(string.Join(',', answers.AsSpan(row * Items, Items).ToArray())))
                return false;
        }

        return true;
    }

    private void Count(ReadOnlySpan<int> row)
    {
        for (var j = 0; j < Items; j++)
        {
            sums[j] += row[j];
            for (var k = 0; k < Items; k++)
                products[(j * Items) + k] += (long)row[j] * row[k];
        }
    }
}
