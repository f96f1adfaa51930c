namespace Pathwise.Synthesis;

/// <summary>
/// What every single changed answer does to a list of quantities, to first order in the covariance and exactly in its
/// change: effect of a step s is s x linear + s² x curved, kept per cell and quantity.
/// </summary>
internal sealed class MoveEffects(int respondents, int items, int quantities)
{
    private readonly double[] linear = new double[respondents * items * quantities];
    private readonly double[] curved = new double[respondents * items * quantities];

    public int Quantities => quantities;

    /// <summary>Writes what <paramref name="move"/> does to each quantity.</summary>
    public void Of(CellMove move, Span<double> effects)
    {
        var start = ((move.Row * items) + move.Item) * quantities;
        for (var k = 0; k < quantities; k++)
            effects[k] = (move.Step * linear[start + k]) + (move.Step * move.Step * curved[start + k]);
    }

    /// <summary>
    /// Adds <paramref name="weight"/> times what changed answers do to a quantity whose derivatives by the covariances are
    /// given, when case i counts <paramref name="times"/>[i] times (null: once) and the means are <paramref name="means"/>.
    /// </summary>
    public void Add(int quantity, ReadOnlySpan<double> derivatives, AnswerSheet sheet, ReadOnlySpan<double> means, int[]? times, double weight)
    {
        Span<double> deviations = stackalloc double[items];
        for (var row = 0; row < respondents; row++)
        {
            var count = times is null ? 1 : times[row];
            if (count == 0)
                continue;
            for (var j = 0; j < items; j++)
                deviations[j] = sheet[row, j] - means[j];
            var scale = weight * count / (respondents - 1);
            for (var j = 0; j < items; j++)
                Add(((row * items) + j) * quantities + quantity, derivatives.Slice(j * items, items), deviations, j, scale, count);
        }
    }

    /// <summary>Adds to a quantity that depends on an item's mean.</summary>
    public void AddMean(int quantity, int item, double derivative)
    {
        for (var row = 0; row < respondents; row++)
            linear[(((row * items) + item) * quantities) + quantity] += derivative / respondents;
    }

    private void Add(int place, ReadOnlySpan<double> derivatives, ReadOnlySpan<double> deviations, int item, double scale, int count)
    {
        var sum = 0.0;
        for (var k = 0; k < items; k++)
            sum += derivatives[k] * deviations[k];
        linear[place] += 2 * scale * sum;
        curved[place] += scale * derivatives[item] * (1 - ((double)count / respondents));
    }
}
