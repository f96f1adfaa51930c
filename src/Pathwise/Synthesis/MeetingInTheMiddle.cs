namespace Pathwise.Synthesis;

/// <summary>
/// Sums of two or four measured moves that come nearest to the aims. Pairs lie in the cells of a grid whose axes are the statistics
/// that single moves overshoot most; the partners of a pair lie in the few cells around the point that completes it.
/// </summary>
internal sealed class MeetingInTheMiddle
{
    private const int MaximumAxes = 4;
    private const double CellWidth = 2;
    private const int Parts = 32;

    private readonly List<MeasuredMove> moves;
    private readonly Aim[] aims;
    private readonly double[] values;
    private readonly double sharedCell;
    private readonly int[] axes;
    private readonly (int A, int B)[] pairs;
    private readonly double[] points;
    private readonly Dictionary<ulong, (int Start, int Count)> cells = [];

    public MeetingInTheMiddle(List<MeasuredMove> moves, Aim[] aims, double[] values, double sharedCell)
    {
        (this.moves, this.aims, this.values, this.sharedCell) = (moves, aims, values, sharedCell);
        axes = Axes();
        pairs = Sorted([.. from a in Enumerable.Range(0, moves.Count) from b in Enumerable.Range(a + 1, moves.Count - a - 1) select (a, b)]);
        points = new double[pairs.Length * axes.Length];
        for (var i = 0; i < pairs.Length; i++)
            Point(pairs[i], points.AsSpan(i * axes.Length, axes.Length));
    }

    /// <summary>Up to <paramref name="count"/> sets of moves, the most promising first.</summary>
    public List<CellMove[]> Best(Workers workers, int count)
    {
        var found = new List<(double Loss, int First, int Second)>[Parts];
        workers.Run(Parts, (_, part) => found[part] = Search(part, count));
        return
        [
            .. found.SelectMany(part => part)
                .OrderBy(f => f.Loss).ThenBy(f => f.First).ThenBy(f => f.Second)
                .Select(f => Members(f.First, f.Second))
                .DistinctBy(set => string.Join(' ', set.Select(move => (move.Row, move.Item, move.Step)).Order()))
                .Take(count),
        ];
    }

    private CellMove[] Members(int first, int second)
    {
        var (a, b) = pairs[first];
        if (second < 0)
            return [moves[a].Move, moves[b].Move];
        var (c, d) = pairs[second];
        return [moves[a].Move, moves[b].Move, moves[c].Move, moves[d].Move];
    }

    // The statistics with the largest effects relative to their scales, leaving out those that nearly repeat a chosen one.
    private int[] Axes()
    {
        var order = Enumerable.Range(0, aims.Length)
            .Where(k => double.IsFinite(aims[k].Lower) && double.IsFinite(aims[k].Upper))
            .OrderByDescending(k => Product(k, k) / (aims[k].Scale * aims[k].Scale)).ThenBy(k => k);
        var chosen = new List<int>();
        foreach (var k in order)
        {
            if (chosen.Count < MaximumAxes && chosen.TrueForAll(other => Math.Abs(Product(k, other)) < 0.9 * Math.Sqrt(Product(k, k) * Product(other, other))))
                chosen.Add(k);
        }

        return [.. chosen];
    }

    private double Product(int k, int l)
    {
        var sum = 0.0;
        foreach (var move in moves)
            sum += move.Change[k] * move.Change[l];
        return sum;
    }

    private (int A, int B)[] Sorted((int A, int B)[] all)
    {
        var keys = new ulong[all.Length];
        Span<double> point = stackalloc double[axes.Length];
        Span<int> cell = stackalloc int[axes.Length];
        for (var i = 0; i < all.Length; i++)
        {
            Point(all[i], point);
            for (var k = 0; k < axes.Length; k++)
                cell[k] = (int)Math.Floor(Math.Clamp(point[k] / CellWidth, -30000, 30000));
            keys[i] = Key(cell);
        }

        int[] order = [.. Enumerable.Range(0, all.Length)];
        Array.Sort(keys, order);
        for (var i = 0; i < order.Length;)
        {
            var start = i;
            while (i < order.Length && keys[i] == keys[start])
                i++;
            cells[keys[start]] = (start, i - start);

            // Order within a cell is that of the pairs, so that the result does not depend on how the sort breaks ties.
            Array.Sort(order, start, i - start);
        }

        return [.. order.Select(i => all[i])];
    }

    private void Point((int A, int B) pair, Span<double> point)
    {
        for (var k = 0; k < axes.Length; k++)
            point[k] = (moves[pair.A].Change[axes[k]] + moves[pair.B].Change[axes[k]]) / aims[axes[k]].Scale;
    }

    private static ulong Key(ReadOnlySpan<int> cell)
    {
        var key = 0UL;
        foreach (var coordinate in cell)
            key = (key << 16) | (ushort)(coordinate + 32768);
        return key;
    }

    private List<(double Loss, int First, int Second)> Search(int part, int count)
    {
        var best = new PriorityQueue<(double Loss, int First, int Second), (double, int, int)>();
        var needed = new double[axes.Length];
        int from = (int)((long)pairs.Length * part / Parts), to = (int)((long)pairs.Length * (part + 1) / Parts);
        for (var i = from; i < to; i++)
        {
            Offer(best, count, i, -1);
            for (var k = 0; k < axes.Length; k++)
            {
                var aim = aims[axes[k]];
                needed[k] = (((0.5 * (aim.Lower + aim.Upper)) - values[axes[k]]) / aim.Scale) - points[(i * axes.Length) + k];
            }

            Visit(best, count, i, needed);
        }

        return [.. best.UnorderedItems.Select(item => item.Element)];
    }

    // Along each axis a window of one scale to either side touches at most two cells.
    private void Visit(PriorityQueue<(double, int, int), (double, int, int)> best, int count, int first, double[] needed)
    {
        Span<int> cell = stackalloc int[axes.Length];
        for (var corner = 0; corner < 1 << axes.Length; corner++)
        {
            var inside = true;
            for (var k = 0; k < axes.Length; k++)
            {
                var side = ((corner >> k) & 1) == 0 ? -1 : 1;
                var scaled = (needed[k] + side) / CellWidth;
                inside &= Math.Abs(scaled) < 30000;
                cell[k] = inside ? (int)Math.Floor(scaled) : 0;
            }

            if (!inside || !cells.TryGetValue(Key(cell), out var range))
                continue;
            for (var j = range.Start; j < range.Start + range.Count; j++)
            {
                if (j > first)
                    Offer(best, count, first, j);
            }
        }
    }

    private void Offer(PriorityQueue<(double Loss, int First, int Second), (double, int, int)> best, int count, int first, int second)
    {
        var loss = Predicted(first, second, best.Count < count ? double.PositiveInfinity : best.Peek().Loss);
        if (double.IsPositiveInfinity(loss))
            return;
        best.Enqueue((loss, first, second), (-loss, -first, -second));
        if (best.Count > count)
            best.Dequeue();
    }

    // Infinite when it reaches the limit, or when two of the moves change one cell.
    private double Predicted(int first, int second, double limit)
    {
        var (a, b) = pairs[first];
        var (c, d) = second < 0 ? (-1, -1) : pairs[second];
        var loss = Shared(a, b) + Shared(a, c) + Shared(a, d) + Shared(b, c) + Shared(b, d) + Shared(c, d);
        for (var k = 0; k < aims.Length && loss < limit; k++)
        {
            var value = values[k] + moves[a].Change[k] + moves[b].Change[k];
            if (second >= 0)
                value += moves[c].Change[k] + moves[d].Change[k];
            loss += aims[k].Loss(value);
        }

        return loss < limit ? loss : double.PositiveInfinity;
    }

    private double Shared(int a, int b)
    {
        if (a < 0 || b < 0)
            return 0;
        CellMove one = moves[a].Move, other = moves[b].Move;
        if (one.Row == other.Row && one.Item == other.Item)
            return double.PositiveInfinity;
        return one.Row == other.Row || one.Item == other.Item ? sharedCell : 0;
    }
}
