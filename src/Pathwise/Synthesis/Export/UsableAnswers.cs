using Pathwise.Numerics;
using Pathwise.Surveys;

namespace Pathwise.Synthesis.Export;

/// <summary>The usable answers that a recipe asks for, as they are written: rows by the codebook's items, null where blank.</summary>
internal static class UsableAnswers
{
    public static IReadOnlyList<int?[]> Of(ExportRecipe recipe, string folder, Codebook codebook)
    {
        var table = Table(recipe, folder);
        var columns = codebook.Items.Select(item => Column(table, item, recipe.Answers.Recoded)).ToArray();
        return Enumerable.Range(0, table.Count).Select(i => Array.ConvertAll(columns, column => column[i])).ToArray();
    }

    private static DataTable Table(ExportRecipe recipe, string folder)
    {
        var stream = RandomStream.For(recipe.Seed, 0);
        return recipe.Answers switch
        {
            { Population: { } population, Ratings: null, File: null } => Table(population.Items.Select(item => item.Name), population.Draw(stream)),
            { Ratings: { } totals, Population: null, File: null } => Table(totals.Items.Select(item => item.Name), totals.Draw(stream)),
            { File: { } file, Population: null, Ratings: null } => DataTable.Read(Path.Combine(folder, file)),
            _ => throw new InputException("the answers of a recipe come from exactly one of population, ratings or file."),
        };
    }

    private static int?[] Column(DataTable table, Item item, bool recoded)
    {
        var answers = table.Numbers(item.Name).Select(answer => recoded && item.IsReversed ? item.Range.Reverse(answer) : answer);
        return answers.Select(answer => double.IsNaN(answer) ? null : (int?)answer).ToArray();
    }

    private static DataTable Table<T>(IEnumerable<string> names, T[,] answers)
    {
        var values = new double[answers.GetLength(0), answers.GetLength(1)];
        for (var i = 0; i < values.GetLength(0); i++)
        {
            for (var j = 0; j < values.GetLength(1); j++)
                values[i, j] = answers[i, j] is int answer ? answer : double.NaN;
        }

        return DataTable.Of(names.ToArray(), values);
    }
}
