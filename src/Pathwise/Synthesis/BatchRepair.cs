namespace Pathwise.Synthesis;

/// <summary>
/// Brings a sheet near its exact targets: batches of changed answers chosen on the linearized statistics, kept when the
/// true distance falls, halved when it does not.
/// </summary>
internal sealed class BatchRepair(SynthesisPlan plan, Workers workers)
{
    private const int LargestBatch = 48;

    private const int Rounds = 14;
    private const double Near = 3;
    private const double Enough = 0.7;

    /// <summary>Changes <paramref name="sheet"/>; true when distances are down to what single answers can do.</summary>
    public bool Run(AnswerSheet sheet)
    {
        double[][]? starts = null;
        var loss = double.PositiveInfinity;
        var gradient = new SheetGradient(plan, workers);
        var centre = workers.Rent();
        for (var round = 0; round < Rounds && centre.Fit(sheet, starts); round++)
        {
            workers.Stop.ThrowIfCancellationRequested();
            starts = [.. centre.Thetas.Select(theta => (double[])theta.Clone())];
            var values = centre.Values();
            var effects = new MoveEffects(sheet.Respondents, sheet.Items, values.Length);
            gradient.AddTo(effects, sheet, centre);
            var aims = Aims(plan, effects, sheet, 1);
            loss = Aim.Loss(aims, values);
            if (loss < Enough || !Improve(sheet, effects, values, aims, loss, starts))
                break;
        }

        workers.Return(centre);
        return loss < Near;
    }

    /// <summary>Aims whose scale is not below what a typical single change moves: nearer than that, batches cannot aim.</summary>
    public static Aim[] Aims(SynthesisPlan plan, MoveEffects effects, AnswerSheet sheet, double looseness)
    {
        var moves = GreedyBatch.AllMoves(sheet);
        var squares = new double[plan.Statistics.Count];
        var one = new double[effects.Quantities];
        foreach (var move in moves)
        {
            effects.Of(move, one);
            for (var k = 0; k < squares.Length; k++)
                squares[k] += one[k] * one[k];
        }

        return
        [
            .. plan.Statistics.Select((statistic, k) => new Aim(
                statistic.Lower, statistic.Upper, looseness * Math.Max(statistic.Unit, Math.Sqrt(squares[k] / moves.Length)))),
        ];
    }

    private bool Improve(AnswerSheet sheet, MoveEffects effects, double[] values, Aim[] aims, double loss, double[][]? starts)
    {
        var reading = workers.Rent();
        var batch = GreedyBatch.Choose(sheet, effects, values, aims, LargestBatch);
        while (batch.Count > 0)
        {
            sheet.Make(batch);
            if (reading.Fit(sheet, starts) && Aim.Loss(aims, reading.Values()) < loss)
            {
                workers.Return(reading);
                return true;
            }

            sheet.Make(batch.Select(move => move.Back));
            batch.RemoveRange(batch.Count / 2, batch.Count - (batch.Count / 2));
        }

        workers.Return(reading);
        return false;
    }
}
