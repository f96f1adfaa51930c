using Pathwise.Synthesis;
using Pathwise.Tables;

namespace Pathwise.Tests.Synthesis;

/// <summary>The stored answers of the study, as a sheet of recoded answers.</summary>
internal static class StudyAnswers
{
    public static SynthesisPlan Plan() => new(SynthesisTargets.Read(Repository.Path("data", "published", "targets.json")));

    public static AnswerSheet Sheet(SynthesisPlan plan, string? path = null)
    {
        var table = DataTable.Read(path ?? Repository.Path("data", "recipes", "executives.answers.csv"));
        var answers = new int[table.Count * plan.Items];
        for (var item = 0; item < plan.Items; item++)
        {
            var column = table.Numbers(plan.Names[item]);
            for (var row = 0; row < table.Count; row++)
                answers[(row * plan.Items) + item] = (int)(plan.IsReversed(item) ? plan.Targets.Lowest + plan.Targets.Highest - column[row] : column[row]);
        }

        return new AnswerSheet(table.Count, plan.Items, plan.Targets.Lowest, plan.Targets.Highest, answers);
    }
}
