using System.Runtime.InteropServices;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
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
    private readonly DrawMarks[] marks = new DrawMarks[rows];
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

    /// <summary>The memory that a row takes.</summary>
    public static long BytesOfRow(EffectCatalogue catalogue) =>
        ((catalogue.FreeCount + (2L * catalogue.Entries.Count) + catalogue.Arguments.Apart + 1) * sizeof(double)) + sizeof(int) + 2;

    /// <summary>Number of rows.</summary>
    public int Count => rows;

    /// <summary>True when the sample has been drawn and fitted.</summary>
    public bool IsDone(int row) => Volatile.Read(ref isDone[row]);

    /// <summary>How its fit ended.</summary>
    public FitStatus Status(int row) => statuses[row];

    /// <summary>What is to be known of the sample.</summary>
    public DrawMarks Marks(int row) => marks[row];

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
    public EstimateSpans Row(int row) =>
        new(Part(values, row, parameters), Part(raw, row, effects), Part(standardized, row, effects), Part(arguments, row, others));

    /// <summary>Says that a row is written. Without estimates there is no discrepancy: where a search was when it failed is nobody's result.</summary>
    public void Finish(int row, FitStatus status, double discrepancy, DrawMarks mark = DrawMarks.None)
    {
        (statuses[row], marks[row]) = (status, mark);
        discrepancies[row] = status.HasConverged() ? discrepancy : 0;
        Volatile.Write(ref isDone[row], true);
    }

    /// <summary>Forgets all rows, so that others can be written in their place.</summary>
    public void Reopen() => Array.Clear(isDone);

    /// <summary>
    /// This table with what another of the same columns has done: the other itself where nothing is left to be written into it, so that no
    /// number is kept twice.
    /// </summary>
    public ReplicateTable Continued(ReplicateTable? other)
    {
        if (other is null)
            return this;
        if (other.Count == rows && !isDone.Contains(true) && !other.isDone.Contains(false))
            return other;
        TakeOver(other);
        return this;
    }

    private void TakeOver(ReplicateTable other)
    {
        for (var row = 0; row < Math.Min(rows, other.Count); row++)
        {
            if (!other.IsDone(row))
                continue;
            var source = other.Row(row);
            var target = Row(row);
            source.Values.CopyTo(target.Values);
            source.Effects.CopyTo(target.Effects);
            source.Standardized.CopyTo(target.Standardized);
            source.Arguments.CopyTo(target.Arguments);
            Finish(row, other.statuses[row], other.discrepancies[row], other.marks[row]);
        }
    }

    /// <summary>
    /// Writes all rows that any of these tables has done, each from the first that has it; also while workers add to them. There are so many
    /// rows in all.
    /// </summary>
    public static void Write(BinaryWriter writer, IReadOnlyList<ReplicateTable> tables, int rows)
    {
        writer.Write(rows);
        for (var i = 0; i < rows; i++)
        {
            var from = tables.FirstOrDefault(table => i < table.Count && table.IsDone(i));
            writer.Write(from is not null);
            from?.WriteRow(writer, i);
        }
    }

    private void WriteRow(BinaryWriter writer, int row)
    {
        writer.Write((byte)statuses[row]);
        writer.Write((byte)marks[row]);
        writer.Write(discrepancies[row]);
        if (!statuses[row].HasConverged())
            return;
        var numbers = Row(row);
        writer.Write(MemoryMarshal.AsBytes(numbers.Values));
        writer.Write(MemoryMarshal.AsBytes(numbers.Effects));
        writer.Write(MemoryMarshal.AsBytes(numbers.Standardized));
        writer.Write(MemoryMarshal.AsBytes(numbers.Arguments));
    }

    /// <summary>Reads what <see cref="Write"/> wrote, of the same catalogue.</summary>
    /// <exception cref="InvalidDataException">It is not such a table.</exception>
    public static ReplicateTable Read(BinaryReader reader, EffectCatalogue catalogue)
    {
        // Every row takes a byte at least: no more memory is asked for than the file can fill.
        var count = reader.ReadInt32();
        if (count < 1 || count > reader.BaseStream.Length - reader.BaseStream.Position)
            throw new InvalidDataException($"it tells of {count} samples");
        Room.Require(count, BytesOfRow(catalogue), "bootstrap samples", catalogue.Entries.Count);
        var table = new ReplicateTable(count, catalogue);
        table.ReadRows(reader);
        return table;
    }

    /// <summary>Adds the rows that <see cref="Write"/> wrote of a table of as many rows.</summary>
    /// <exception cref="InvalidDataException">It is not such a table.</exception>
    public void Take(BinaryReader reader)
    {
        if (reader.ReadInt32() is var count && count != rows)
            throw new InvalidDataException($"a table has {count} samples instead of {rows}");
        ReadRows(reader);
    }

    private void ReadRows(BinaryReader reader)
    {
        for (var i = 0; i < rows; i++)
        {
            var mark = reader.ReadByte();
            if (mark > 1)
                throw new InvalidDataException($"sample {i} is marked {mark}");
            if (mark == 1)
                ReadRow(reader, i);
        }
    }

    private void ReadRow(BinaryReader reader, int row)
    {
        var (status, mark, discrepancy) = ((FitStatus)reader.ReadByte(), (DrawMarks)reader.ReadByte(), reader.ReadDouble());
        if (!Enum.IsDefined(status) || mark > (DrawMarks)7 || !double.IsFinite(discrepancy))
            throw new InvalidDataException($"sample {row} ended in no known way");
        if (status.HasConverged())
            ReadRow(reader, Row(row));
        Finish(row, status, discrepancy, mark);
    }

    private static void ReadRow(BinaryReader reader, EstimateSpans row)
    {
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(row.Values));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(row.Effects));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(row.Standardized));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(row.Arguments));
    }

    private static Span<double> Part(double[] numbers, int row, int length) => numbers.AsSpan(checked(row * length), length);
}
