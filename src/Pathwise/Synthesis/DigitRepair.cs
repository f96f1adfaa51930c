using Pathwise.Numerics;

namespace Pathwise.Synthesis;

/// <summary>Brings a sheet to the printed digits: batches while it is far, quadruples of single answers when it is near, then a margin.</summary>
internal sealed class DigitRepair(SynthesisPlan plan, Workers workers, Action<string, AnswerSheet> report)
{
    private const int Rounds = 14;
    private const int FruitlessRounds = 3;
    private const double Margin = 0.9;

    /// <summary>True when every exact target is met; the sheet is changed either way.</summary>
    public bool Run(AnswerSheet sheet, RandomStream stream)
    {
        new BatchRepair(plan, workers).Run(sheet);
        var fruitless = 0;
        for (var round = 0; round < Rounds && fruitless < FruitlessRounds; round++)
        {
            workers.Stop.ThrowIfCancellationRequested();
            var centre = workers.Rent();
            if (!centre.Fit(sheet, null))
                return false;
            var values = centre.Values();
            var isMet = plan.Missed(values) == 0;
            if (isMet && plan.Statistics.Index().All(each => Math.Abs(each.Item.Distance(values[each.Index])) < Margin))
                return true;
            var effects = new MoveEffects(sheet.Respondents, sheet.Items, values.Length);
            new SheetGradient(plan, workers).AddTo(effects, sheet, centre);
            double[][] starts = [.. centre.Thetas.Select(theta => (double[])theta.Clone())];
            workers.Return(centre);
            var isBetter = new QuadrupleSearch(plan, workers).Improve(sheet, effects, starts, values, plan.FineAims, stream);
            if (!isBetter && isMet)
                return true;
            fruitless = isBetter ? 0 : fruitless + 1;
            report($"digits, round {round + 1}", sheet);
        }

        return IsMet(sheet);
    }

    private bool IsMet(AnswerSheet sheet)
    {
        var reading = workers.Rent();
        var isMet = reading.Fit(sheet, null) && plan.Missed(reading.Values()) == 0;
        workers.Return(reading);
        return isMet;
    }
}
