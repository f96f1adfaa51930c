using Pathwise.Auditing.Reported;
using Pathwise.Sem.Specification;

namespace Pathwise.Auditing.Checks;

/// <summary>How many free parameters a paper's description of its model has.</summary>
internal static class DescribedModel
{
    /// <summary>
    /// As the detail 'parameters' counts them, or as the model in the file that the detail 'syntax' names has them; null
    /// when the model is not described.
    /// </summary>
    public static int? FreeParameters(PublishedStatistics published, ReportedStatistic statistic) =>
        Facts.Whole(statistic, "parameters") ?? InFile(published, statistic, "syntax");

    /// <summary>The free parameters of the model in the file that a detail names, those that constraints bind not counted.</summary>
    public static int? InFile(PublishedStatistics published, ReportedStatistic statistic, string detail)
    {
        if (!statistic.Details.TryGetValue(detail, out var name))
            return null;
        var file = Path.Combine(published.Folder, name);
        if (!File.Exists(file))
            throw new InputException($"{statistic.Source}: the model {name} does not exist beside the file of statistics.");
        return Count(File.ReadAllText(file), name);
    }

    private static int Count(string syntax, string name)
    {
        try
        {
            var table = ModelSpecification.Parse(syntax).Table();
            return table.FreeCount - table.Constraints.Count(constraint => constraint.IsEquality);
        }
        catch (InputException problem)
        {
            throw new InputException($"{name}: {problem.Message}", problem);
        }
    }
}
