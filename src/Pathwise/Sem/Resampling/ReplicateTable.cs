namespace Pathwise.Sem.Resampling;

/// <summary>
/// Estimates of many samples, a row for each: the free parameters, the effects and the standardized effects. Workers write rows
/// of their own; nobody writes once it belongs to a result.
/// </summary>
internal sealed class ReplicateTable(int rows, int parameters, int effects)
{
    private readonly double[] values = new double[(long)rows * parameters];
    private readonly double[] raw = new double[(long)rows * effects];
    private readonly double[] standardized = new double[(long)rows * effects];
    private readonly double[] discrepancies = new double[rows];
    private readonly FitStatus[] statuses = new FitStatus[rows];
    private readonly bool[] isDone = new bool[rows];

    /// <summary>Number of rows.</summary>
    public int Count => rows;

    /// <summary>True when the sample has been drawn and fitted.</summary>
    public bool IsDone(int row) => isDone[row];

    /// <summary>How its fit ended.</summary>
    public FitStatus Status(int row) => statuses[row];

    /// <summary>Its discrepancy.</summary>
    public double Discrepancy(int row) => discrepancies[row];

    /// <summary>Its free parameters.</summary>
    public ReadOnlySpan<double> Values(int row) => values.AsSpan(row * parameters, parameters);

    /// <summary>One of its effects.</summary>
    public double Effect(int row, int effect, bool isStandardized) => (isStandardized ? standardized : raw)[((long)row * effects) + effect];

    /// <summary>Where a worker writes a row.</summary>
    public Estimates Row(int row) =>
        new(values.AsSpan(row * parameters, parameters), raw.AsSpan(row * effects, effects), standardized.AsSpan(row * effects, effects));

    /// <summary>Says that a row is written.</summary>
    public void Finish(int row, FitStatus status, double discrepancy)
    {
        statuses[row] = status;
        discrepancies[row] = discrepancy;
        Volatile.Write(ref isDone[row], true);
    }

    /// <summary>Takes over what another table of the same shape has done.</summary>
    public void TakeOver(ReplicateTable other)
    {
        for (var row = 0; row < Math.Min(rows, other.Count); row++)
        {
            if (!other.isDone[row])
                continue;
            other.Values(row).CopyTo(values.AsSpan(row * parameters, parameters));
            other.raw.AsSpan(row * effects, effects).CopyTo(raw.AsSpan(row * effects, effects));
            other.standardized.AsSpan(row * effects, effects).CopyTo(standardized.AsSpan(row * effects, effects));
            Finish(row, other.statuses[row], other.discrepancies[row]);
        }
    }
}
