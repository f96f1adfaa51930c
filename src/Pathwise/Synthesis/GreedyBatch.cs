namespace Pathwise.Synthesis;

/// <summary>Chooses changed answers that together should bring the quantities to their aims, one after another, by predicted loss.</summary>
internal static class GreedyBatch
{
    /// <summary>
    /// Up to <paramref name="size"/> moves, no cell twice; ends early when no move lowers the predicted loss.
    /// </summary>
    public static List<CellMove> Choose(
        AnswerSheet sheet, MoveEffects effects, ReadOnlySpan<double> values, ReadOnlySpan<Aim> aims, int size)
    {
        var moves = AllMoves(sheet);
        var table = new double[moves.Length * aims.Length];
        for (var i = 0; i < moves.Length; i++)
            effects.Of(moves[i], table.AsSpan(i * aims.Length, aims.Length));

        var predicted = values.ToArray();
        var chosen = new List<CellMove>();
        var used = new HashSet<(int, int)>();
        var loss = Aim.Loss(aims, predicted);
        while (chosen.Count < size)
        {
            var best = Best(moves, table, predicted, aims, used, ref loss);
            if (best < 0)
                break;
            for (var k = 0; k < aims.Length; k++)
                predicted[k] += table[(best * aims.Length) + k];
            chosen.Add(moves[best]);
            used.Add((moves[best].Row, moves[best].Item));
        }

        return chosen;
    }

    /// <summary>Every step up or down that the scale allows.</summary>
    public static CellMove[] AllMoves(AnswerSheet sheet) =>
    [
        .. from row in Enumerable.Range(0, sheet.Respondents)
           from item in Enumerable.Range(0, sheet.Items)
           from step in new[] { -1, 1 }
           let move = new CellMove(row, item, step)
           where sheet.Allows(move)
           select move,
    ];

    private static int Best(
        CellMove[] moves, double[] table, double[] predicted, ReadOnlySpan<Aim> aims, HashSet<(int, int)> used, ref double loss)
    {
        var best = -1;
        Span<double> trial = stackalloc double[aims.Length];
        for (var i = 0; i < moves.Length; i++)
        {
            for (var k = 0; k < aims.Length; k++)
                trial[k] = predicted[k] + table[(i * aims.Length) + k];
            var value = Aim.Loss(aims, trial);
            if (value < loss && !used.Contains((moves[i].Row, moves[i].Item)))
                (best, loss) = (i, value);
        }

        return best;
    }
}
