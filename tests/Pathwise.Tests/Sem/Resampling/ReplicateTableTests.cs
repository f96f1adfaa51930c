using Pathwise.Sem.Compiled;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Resampling;

public sealed class ReplicateTableTests
{
    private static readonly EffectCatalogue Catalogue = EffectCatalogue.Of(
        Simulated.Table("x4 ~ a*x1\nx1 ~~ v*x1\nscaled := a*v", new() { FixedX = false }), ["x4", "x1"]);

    [Fact]
    public void Read_WhatWasWritten_HasEveryBitOfTheRowsThatAreDone()
    {
        var table = Filled(5);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        ReplicateTable.Write(writer, [table], 5);
        writer.Flush();
        stream.Position = 0;
        FastWorkerTests.AssertSame(table, ReplicateTable.Read(new BinaryReader(stream), Catalogue));
        Assert.Equal(stream.Length, stream.Position);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(8)]
    public void Continued_AnyLength_HasTheRowsOfBoth(int rows)
    {
        var (source, target) = (Filled(5), new ReplicateTable(rows, Catalogue));
        target = target.Continued(source);
        for (var i = 0; i < rows; i++)
        {
            Assert.Equal(i < 5 && source.IsDone(i), target.IsDone(i));
            if (target.IsDone(i))
                Assert.Equal(source.Values(i).ToArray(), target.Values(i).ToArray());
        }
    }

    [Fact]
    public void Finish_WithoutASolution_HasNoDiscrepancy()
    {
        var table = new ReplicateTable(2, Catalogue);
        table.Finish(0, FitStatus.NoDescent, 3.5);
        table.Finish(1, FitStatus.NegativeVariance, 3.5);
        Assert.Equal([0, 3.5], [table.Discrepancy(0), table.Discrepancy(1)]);
    }

    [Fact]
    public void Effect_OfADefinition_IsItsFunctionOfTheRow()
    {
        var table = Filled(2);
        var defined = Catalogue.Entries.Count - 1;
        var names = Simulated.Table("x4 ~ a*x1\nx1 ~~ v*x1\nscaled := a*v", new() { FixedX = false }).Rows;
        double Value(string label) => table.Values(1)[names.First(row => row.Label == label).Free - 1];
        Assert.Equal(Value("a") * Value("v"), table.Effect(1, defined, isStandardized: false), 1e-15);
    }

    // Row 3 is not done, row 2 has no solution.
    private static ReplicateTable Filled(int rows)
    {
        var table = new ReplicateTable(rows, Catalogue);
        for (var i = 0; i < rows; i++)
        {
            if (i == 3)
                continue;
            var row = table.Row(i);
            Fill(row.Values, 0.1 + i);
            Fill(row.Effects, 0.2 + i);
            Fill(row.Standardized, 0.3 + i);
            Fill(row.Arguments, 0.4 + i);
            table.Finish(i, i == 2 ? FitStatus.NoDescent : FitStatus.Proper, Math.PI * (i + 1));
        }

        return table;
    }

    private static void Fill(Span<double> numbers, double from)
    {
        for (var j = 0; j < numbers.Length; j++)
            numbers[j] = Math.Sqrt(from + j);
    }
}
