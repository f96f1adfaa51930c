using System.Runtime.InteropServices;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// Estimates of many samples, a row for each: the free parameters, the effects, the standardized effects and what definitions need besides.
/// Workers write rows of their own; nobody writes once it belongs to a result.
/// </summary>
internal sealed class ReplicateTable(int rows, EffectCatalogue catalogue)
{
    private readonly int parameters = catalogue.FreeCount;
    private readonly int effects = catalogue.Entries.Count;
    private readonly int others = catalogue.Arguments.Apart;
    private readonly double[] values = new double[(long)rows * catalogue.FreeCount];
    private readonly double[] raw = new double[(long)rows * catalogue.Entries.Count];
    private readonly double[] standardized = new double[(long)rows * catalogue.Entries.Count];
    private readonly double[] arguments = new double[(long)rows * catalogue.Arguments.Apart];
    private readonly double[] discrepancies = new double[rows];
    private readonly FitStatus[] statuses = new FitStatus[rows];
    private readonly bool[] isDone = new bool[rows];

    /// <summary>One row: a fit at its own estimates.</summary>
    public static ReplicateTable Of(FitResult fit, EffectCatalogue catalogue)
    {
        var table = new ReplicateTable(1, catalogue);
        var row = table.Row(0);
        for (var j = 0; j < fit.Values.Count; j++)
            row.Values[j] = fit.Values[j];
        new EffectPoint(fit.Structure, catalogue).Evaluate(row);
        table.Finish(0, FitStatus.Proper, fit.Discrepancy);
        return table;
    }

    /// <summary>Number of rows.</summary>
    public int Count => rows;

    /// <summary>True when the sample has been drawn and fitted.</summary>
    public bool IsDone(int row) => isDone[row];

    /// <summary>How its fit ended.</summary>
    public FitStatus Status(int row) => statuses[row];

    /// <summary>Its discrepancy.</summary>
    public double Discrepancy(int row) => discrepancies[row];

    /// <summary>Its free parameters.</summary>
    public ReadOnlySpan<double> Values(int row) => Part(values, row, parameters);

    /// <summary>One of its effects, also of those that the syntax defines, which are computed when they are asked for.</summary>
    public double Effect(int row, int effect, bool isStandardized) => catalogue.Entries[effect] switch
    {
        { Effect.Kind: not EffectKind.Defined } => (isStandardized ? standardized : raw)[((long)row * effects) + effect],
        var entry when isStandardized => catalogue.Arguments.Standardized(entry.First, Part(standardized, row, effects), Part(arguments, row, others)),
        var entry => catalogue.Arguments.Raw(entry.First, Values(row)),
    };

    /// <summary>Where a worker writes a row.</summary>
    public Estimates Row(int row) =>
        new(Part(values, row, parameters), Part(raw, row, effects), Part(standardized, row, effects), Part(arguments, row, others));

    /// <summary>Says that a row is written. Without estimates there is no discrepancy: where a search was when it failed is nobody's result.</summary>
    public void Finish(int row, FitStatus status, double discrepancy)
    {
        statuses[row] = status;
        discrepancies[row] = status.HasConverged() ? discrepancy : 0;
        Volatile.Write(ref isDone[row], true);
    }

    /// <summary>Takes over what another table of the same shape has done.</summary>
    public void TakeOver(ReplicateTable other)
    {
        for (var row = 0; row < Math.Min(rows, other.Count); row++)
        {
            if (!other.isDone[row])
                continue;
            var source = other.Row(row);
            var target = Row(row);
            source.Values.CopyTo(target.Values);
            source.Effects.CopyTo(target.Effects);
            source.Standardized.CopyTo(target.Standardized);
            source.Arguments.CopyTo(target.Arguments);
            Finish(row, other.statuses[row], other.discrepancies[row]);
        }
    }

    /// <summary>Writes all rows that are done.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(rows);
        for (var i = 0; i < rows; i++)
        {
            writer.Write(isDone[i]);
            if (!isDone[i])
                continue;
            writer.Write((byte)statuses[i]);
            writer.Write(discrepancies[i]);
            if (!statuses[i].HasConverged())
                continue;
            var row = Row(i);
            writer.Write(MemoryMarshal.AsBytes(row.Values));
            writer.Write(MemoryMarshal.AsBytes(row.Effects));
            writer.Write(MemoryMarshal.AsBytes(row.Standardized));
            writer.Write(MemoryMarshal.AsBytes(row.Arguments));
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote, of the same catalogue.</summary>
    public static ReplicateTable Read(BinaryReader reader, EffectCatalogue catalogue)
    {
        var table = new ReplicateTable(reader.ReadInt32(), catalogue);
        for (var i = 0; i < table.Count; i++)
        {
            if (!reader.ReadBoolean())
                continue;
            var (status, discrepancy) = ((FitStatus)reader.ReadByte(), reader.ReadDouble());
            if (status.HasConverged())
                ReadRow(reader, table.Row(i));
            table.Finish(i, status, discrepancy);
        }

        return table;
    }

    private static void ReadRow(BinaryReader reader, Estimates row)
    {
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(row.Values));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(row.Effects));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(row.Standardized));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(row.Arguments));
    }

    private static Span<double> Part(double[] numbers, int row, int length) => numbers.AsSpan(checked(row * length), length);
}
