using Pathwise.Sem.Categorical;
using Pathwise.Surveys;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class CategoricalSamplingTests
{
    private static readonly string[] Both = ["x", "y"];

    [Fact]
    public void Variable_ThatDoesNotVary_IsRefused()
    {
        var problem = Assert.Throws<InputException>(() => Table((2, 1, 4), (2, 2, 6)).Polychoric(Both));
        Assert.Equal("the table: x is 2 in each of the 10 cases that have it; a variable that does not vary has no correlation. Leave it out.", problem.Message);
        problem = Assert.Throws<InputException>(() => Table((2, 1, 4), (2, 2, 6)).Polychoric(Both, new() { Ordered = ["y"] }));
        Assert.StartsWith("the table: x is 2 in each of the 10 cases", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Variable_OfThirtyValues_IsRefusedAsOrderedAndTakenAsContinuous()
    {
        var table = Table([.. Enumerable.Range(1, 30).Select(value => (value, 1 + (value * 7 % 3), 2))]);
        var problem = Assert.Throws<InputException>(() => table.Polychoric(Both));
        Assert.Equal(
            "the table: x is declared ordered and has 30 different values; at most 20 are expected. Take it as continuous (leave it out of the ordered variables), or join categories.",
            problem.Message);
        Assert.Equal(CorrelationKind.Polyserial, table.Polychoric(Both, new() { Ordered = ["y"] }).Pairs()[0].Kind);
        Assert.Contains(table.Polychoric(Both, new() { MostCategories = 30 }).Warnings, warning => warning.Code == "many-categories");
    }

    [Fact]
    public void Options_WithoutMeaning_AreRefused()
    {
        var table = Table((1, 1, 4), (2, 2, 6), (1, 2, 2));
        Assert.Equal(
            "Not in the variables to correlate, so that it could be ordered: z. It has: x, y.",
            Assert.Throws<InputException>(() => table.Polychoric(Both, new() { Ordered = ["z"] })).Message);
        Assert.Equal("The most categories are 1; expected at least 2.", Assert.Throws<InputException>(() => table.Polychoric(Both, new() { MostCategories = 1 })).Message);
    }

    [Fact]
    public void Variables_WithoutCommonCases_AreRefused()
    {
        double[,] rows = { { 1, double.NaN }, { 2, double.NaN }, { 1, double.NaN }, { double.NaN, 1 }, { double.NaN, 2 }, { 2, 2 } };
        var table = DataTable.Of(Both, rows);
        Assert.Equal(
            "the table: 1 cases have both x and y; at least 3 are needed for their correlation. Leave out one of them.",
            Assert.Throws<InputException>(() => table.Polychoric(Both, new() { Deletion = CaseDeletion.Pairwise })).Message);
        Assert.Equal(
            "the table: 1 cases have a value of each of x, y; at least 2 are needed. Pairwise deletion uses the values that there are.",
            Assert.Throws<InputException>(() => table.Polychoric(Both)).Message);
        rows[5, 1] = double.NaN;
        Assert.Equal("no case has a value of y.", Assert.Throws<InputException>(() =>
            DataTable.Of(Both, new double[,] { { 1, double.NaN }, { 2, double.NaN }, { 1, double.NaN } }).Polychoric(Both, new() { Deletion = CaseDeletion.Pairwise })).Message[11..]);
    }

    [Fact]
    public void Category_ThatNobodyChose_IsNamed()
    {
        var sample = Table((1, 1, 9), (2, 2, 8), (5, 1, 4), (5, 2, 7), (1, 2, 3), (2, 1, 4)).Polychoric(Both);
        Assert.Equal([3, 4], sample.Variables[0].Unchosen);
        Assert.Equal(2, sample.Variables[0].Thresholds.Count);
        var warning = Assert.Single(sample.Warnings);
        Assert.Equal(("unchosen-category", "Nobody chose x (3, 4). Such a category has no threshold; the estimates are those of the categories that were chosen."), (warning.Code, warning.Message));
    }

    [Fact]
    public void Warnings_OfGroups_NameTheGroup()
    {
        double[,] rows = new double[80, 3];
        for (var i = 0; i < 80; i++)
            (rows[i, 0], rows[i, 1], rows[i, 2]) = (i / 40, 1 + (i % 2), i < 40 && i % 3 == 0 ? 3 : 1 + (i % 5 % 2));
        var samples = DataTable.Of(["g", "x", "y"], rows).CategoricalSamples(Both, "g");
        Assert.Equal(["0", "1"], samples.Select(sample => sample.Group));
        Assert.Equal([3, 2], samples.Select(sample => sample.Variables[1].Categories.Count));
        Assert.Contains(samples[1].Warnings, warning => warning.Code == "categories-differ" && warning.Message.StartsWith("Group 1: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Warnings_OfTheStudy_CountSparseTables()
    {
        var sample = Samples.Of(Samples.Case("study"))[0];
        Assert.Equal((153, sample.Tables), (sample.SparseTables, 153));
        Assert.Superset(new HashSet<string> { "empty-cells", "more-statistics-than-cases" }, sample.Warnings.Select(warning => warning.Code).ToHashSet());
        Assert.Contains(sample.Warnings, warning => warning.Message.StartsWith("153 of 153 tables of two ordered variables have an empty cell (rule: 0.5 in 2 x 2).", StringComparison.Ordinal));
    }

    [Fact]
    public void Items_OfASurvey_AreRecodedAndKnowTheirRange()
    {
        var survey = SurveyData.Read(Repository.Path("data", "raw", "executives.csv")).Clean().Data;
        var sample = survey.Polychoric();
        Assert.Equal(survey.Codebook.ItemNames, sample.Names);
        Assert.All(sample.Variables, variable => Assert.True(variable.IsOrdered));
        Assert.All(sample.Variables, variable => Assert.Equal(Enumerable.Range(1, 7), variable.Unchosen.Concat(variable.Categories.Select(value => (int)value)).Order()));
        var other = survey.Recode().Table.Polychoric(survey.Codebook.ItemNames);
        Assert.Equal(other.Correlations, sample.Correlations);
    }

    [Fact]
    public void Deletion_Listwise_CountsTheCasesLeftOut()
    {
        var sample = Samples.Of(Samples.Case("missing-listwise"))[0];
        Assert.Equal(280, sample.Count + sample.Origin!.Omitted.Count);
        Assert.Null(Table((1, 1, 4), (2, 2, 6), (1, 2, 2)).Polychoric(Both).Origin?.Omitted.Cast<object>().FirstOrDefault());
    }

    private static DataTable Table(params (int, int, int)[] cells) => DataTable.Of(Both, CategoricalSampleTests.Rows(cells));
}
