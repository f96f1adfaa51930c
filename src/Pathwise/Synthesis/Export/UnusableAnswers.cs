using Pathwise.Numerics;
using Pathwise.Surveys;

namespace Pathwise.Synthesis.Export;

/// <summary>Rows that cleaning removes, made from usable rows by what is wrong with them.</summary>
internal sealed class UnusableAnswers(Codebook codebook, IReadOnlyList<ExportRow> usable, RandomStream stream)
{
    private readonly IReadOnlyList<Item> items = codebook.Items;

    /// <summary>One more row with this defect.</summary>
    public ExportRow Next(Defect defect)
    {
        var model = usable[stream.NextInteger(usable.Count)];
        var answers = Variant(model.Answers);
        Spoil(answers, defect);
        return new ExportRow
        {
            Answers = answers,
            Repeats = defect == Defect.Repeated ? model : null,
            IsUnfinished = defect is Defect.Stopped or Defect.Unanswered,
        };
    }

    private void Spoil(int?[] answers, Defect defect)
    {
        var place = stream.NextInteger(answers.Length);
        if (defect == Defect.Unanswered)
            Array.Clear(answers);
        else if (defect == Defect.Stopped)
            Array.Clear(answers, place, answers.Length - place);
        else if (defect == Defect.StraightLined)
            Array.Fill(answers, answers[place]);
        else if (defect == Defect.OutOfRange)
            answers[place] = items[place].Range.Highest + 1 + stream.NextInteger(2);
        else if (defect == Defect.Blank)
            answers[place] = answers[stream.NextInteger(answers.Length)] = null;
    }

    // Another respondent of the same kind: some answers one step up or down.
    private int?[] Variant(int?[] answers)
    {
        var variant = new int?[answers.Length];
        for (var j = 0; j < answers.Length; j++)
        {
            var step = stream.NextInteger(4) switch { 0 => -1, 1 => 1, _ => 0 };
            variant[j] = answers[j] is { } answer ? Math.Clamp(answer + step, items[j].Range.Lowest, items[j].Range.Highest) : null;
        }

        return variant;
    }
}
