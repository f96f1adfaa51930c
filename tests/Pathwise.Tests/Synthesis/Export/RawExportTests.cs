using Pathwise.Synthesis.Export;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Synthesis.Export;

public sealed class RawExportTests
{
    private const string Recipe = """
        {
          "file": "answers.csv", "codebook": "answers.codebook.yaml", "seed": 3,
          "answers": { "file": "made.csv", "recoded": true },
          "usable": { "values": { "remark": "fine" }, "quotas": [ { "column": "team", "counts": { "red": 3 } } ] },
          "unusable": [
            { "rows": 2, "defect": "stopped" }, { "rows": 1, "defect": "none", "values": { "team": "blue" } },
            { "rows": 1, "defect": "repeated" }, { "rows": 1, "defect": "out of range" },
            { "rows": 1, "defect": "straight lined" }, { "rows": 1, "defect": "unanswered" }
          ],
          "identifiers": { "column": "id", "prefix": "P", "digits": 2 },
          "times": { "started": "age", "finished": "finished", "first_day": "2010-03-01", "last_day": "2010-03-09", "least_minutes": 5, "most_minutes": 9 },
          "order_by": "finished"
        }
        """;

    [Fact]
    public void Make_AnswersInAFile_AreWrittenAsTheyWereAnswered()
    {
        using var survey = Survey(Recipe, out var recipe);
        var text = Written(recipe);
        var rows = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(SmallSurvey.Header.TrimEnd(), rows[0]);
        Assert.Equal(11, rows.Length);
        Assert.Contains(rows, row => row.EndsWith(",fine,red,1,4,3", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.EndsWith(",fine,red,2,,4", StringComparison.Ordinal));
        Assert.DoesNotContain('\r', text);
    }

    [Fact]
    public void Make_SameRecipe_GivesTheSameText_AnotherSeedAnother()
    {
        using var survey = Survey(Recipe, out var recipe);
        Assert.Equal(Written(recipe), Written(recipe));
        using var other = Survey(Recipe.Replace("\"seed\": 3", "\"seed\": 4", StringComparison.Ordinal), out var otherRecipe);
        Assert.NotEqual(Written(recipe), Written(otherRecipe));
    }

    [Fact]
    public void Make_RepeatedQuestionnaire_HasTheIdentifierOfTheFirst()
    {
        using var survey = Survey(Recipe, out var recipe);
        var identifiers = Written(recipe).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(row => row.Split(',')[0]).ToArray();
        Assert.Equal(9, identifiers.Distinct().Count());
        Assert.Equal(10, identifiers.Length);
    }

    [Theory]
    [InlineData("\"red\": 3", "\"red\": 4", "the counts of column 'team' sum to 4 for 3 rows")]
    [InlineData("\"defect\": \"stopped\"", "\"defect\": \"lost\"", "line 6")]
    [InlineData("\"seed\": 3,", "\"seed\": 3, \"sede\": 4,", "sede")]
    [InlineData("\"seed\": 3,", "", "seed")]
    [InlineData("\"file\": \"made.csv\", ", "", "either ratings or a file")]
    [InlineData("made.csv", "lost.csv", "lost.csv does not exist")]
    public void Make_RecipeThatCannotBeFollowed_SaysWhy(string instead, string of, string expected)
    {
        using var survey = Survey(Recipe.Replace(instead, of, StringComparison.Ordinal), out var recipe);
        var mistake = Assert.Throws<InputException>(() => RawExport.Make(recipe));
        Assert.StartsWith(recipe, mistake.Message);
        Assert.Contains(expected, mistake.Message);
    }

    private static SmallSurvey Survey(string text, out string recipe)
    {
        var survey = new SmallSurvey("");
        var folder = Path.GetDirectoryName(survey.Csv)!;
        File.WriteAllText(Path.Combine(folder, "made.csv"), "c1,c2,j1\n1,2,3\n2,NA,4\n5,5,6\n");
        recipe = Path.Combine(folder, "recipe.json");
        File.WriteAllText(recipe, text);
        return survey;
    }

    private static string Written(string recipe)
    {
        using var writer = new StringWriter();
        RawExport.Make(recipe).Write(writer);
        return writer.ToString();
    }
}
