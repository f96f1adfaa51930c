using Pathwise.Numerics;
using Pathwise.Surveys;
using Pathwise.Tables;

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
        return recipe.Answers switch
        {
            { Ratings: { } totals, File: null } => Table(totals, RandomStream.For(recipe.Seed, 0)),
            { File: { } file, Ratings: null } => DataTable.Read(Path.Combine(folder, file)),
            _ => throw new InputException("the answers of a recipe come from either ratings or a file."),
        };
    }

    private static int?[] Column(DataTable table, Item item, bool recoded)
    {
        var answers = table.Numbers(item.Name).Select(answer => recoded && item.IsReversed ? item.Range.Reverse(answer) : answer);
        return answers.Select(answer => double.IsNaN(answer) ? null : (int?)answer).ToArray();
    }

    private static DataTable Table(RatingTotals totals, RandomStream stream)
    {
        var ratings = totals.Draw(stream);
        var values = new double[ratings.GetLength(0), ratings.GetLength(1)];
        for (var i = 0; i < values.GetLength(0); i++)
        {
            for (var j = 0; j < values.GetLength(1); j++)
                values[i, j] = ratings[i, j] ?? double.NaN;
        }

        return DataTable.Of(totals.Items.Select(item => item.Name).ToArray(), values);
    }
}
