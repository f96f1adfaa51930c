using Pathwise.Export.Scripts;
using Pathwise.Multiverse.Plans;
using Pathwise.Multiverse.Runs;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Tables;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Multiverse.Runs;

public sealed class CodedUniverseTests
{
    private const string Model = "m ~ x + dept + x:dept + k\ny ~ m + x + dept + k";

    private const string Index = "x:dept.operations -> m -> y";

    private const string Department = """
          - name: department
            type: E
            options:
              - { name: moderator, reference: true }
              - { name: covariate, remove: "m ~ x:dept", claims: { index: none } }
              - { name: left out, remove: ["m ~ x:dept", "m ~ dept", "y ~ dept"], claims: { index: none } }
        """;

    private const string Centre = """
          - name: centre
            type: E
            options:
              - { name: none, reference: true }
              - { name: mean, center: mean, when: { department: [moderator] } }
        """;

    private const string Kind = """
          - name: coding
            type: E
            options:
              - { name: indicators, reference: true }
              - { name: effects, coding: dept=effect:other, when: { department: [moderator, covariate] } }
        """;

    private const string Outliers = """
          - name: cases
            type: E
            options:
              - { name: all, reference: true }
              - { name: inner, exclude: [{ rule: mahalanobis, items: [x, m, y], p: 0.05 }] }
        """;

    private static readonly string[] Left = ["department", "centre", "coding"];

    private static readonly DataTable Data = DataTable.Read(Repository.Fixture("moderation", "categorical.csv"));

    // Each universe is the analysis that a command would make of its model, its coding and its cases; bootstraps as well.
    [Fact]
    public void Run_CategoriesOfAPlan_AreSeparateFits()
    {
        using var plan = Plan(Department, Centre, Kind);
        var result = MultiversePlan.Read(plan.Path).Run(new MultiverseOptions { Replicates = 60, Seed = 4 });
        Assert.Equal(7, result.Rows.Count);
        foreach (var row in result.Rows)
        {
            var choice = row.Choices.ToDictionary(each => each.Decision, each => each.Option);
            var fit = Separate(choice, Data);
            var effects = fit.EstimateEffects(new() { Kinds = [IntervalKind.Percentile] }, fit.Bootstrap(new() { Replicates = 60, Seed = 4 }));
            Assert.Equal(fit.Test().Value!.Value, row.ChiSquare!.Value, 1e-9);
            foreach (var own in row.Effects)
            {
                var other = effects.Named(own.Effect.Name);
                Assert.Equal(other.Value, own.Value, 1e-9);
                Assert.Equal(other.StandardError!.Value, own.StandardError!.Value, 1e-8);
                Assert.Equal(other.Interval(IntervalKind.Percentile)!.Value.Lower, own.Interval(IntervalKind.Percentile)!.Value.Lower, 1e-8);
            }

            Assert.Equal(choice["department"] == "moderator", row.Effects.Any(own => own.Effect.Name == Index));
        }
    }

    // Rules on the sample leave out other cases in every resample; the codes stay.
    [Fact]
    public void Run_CasesLeftOutBySample_AreSeparateFitsAndHaveDraws()
    {
        using var plan = Plan(Department, Outliers);
        var text = MultiversePlan.Read(plan.Path);
        var prepared = PreparedMultiverse.Of(text, new() { Replicates = 40, Seed = 4 });
        foreach (var universe in prepared.Fits)
        {
            var (row, fitted) = (MultiverseRun.Outcome(prepared, universe).Rows[0], prepared.Fitting.Fit(universe[0].Setting));
            var choice = row.Choices.ToDictionary(each => each.Decision, each => each.Option);
            Assert.Equal(choice["cases"] == "all", fitted.Rows.Kept.Length == Data.Count);
            Assert.Equal(Separate(choice, Data.Cases(fitted.Rows.Kept)).Test().Value!.Value, row.ChiSquare!.Value, 1e-9);
            Assert.All(row.Effects, own => Assert.True(own.StandardError > 0));
        }
    }

    // What it writes has columns of codes and a model that names them.
    [Fact]
    public void Show_UniverseOfCategories_HasItsColumns()
    {
        using var plan = Plan(Department);
        var text = MultiversePlan.Read(plan.Path);
        var shown = ShownUniverse.Of(text, new(), text.Run(new MultiverseOptions()).Rows[0].Key);
        Assert.Contains("x:dept.operations", shown.Model, StringComparison.Ordinal);
        Assert.Empty(shown.Fit!.Table.Options.Codings);
        Assert.Equal([.. shown.Fit.Values], ModelSpecification.Parse(shown.Model).Fit(shown.Table).Values);
    }

    // The command and the cell compute products from the cases; the script for lavaan reads them.
    [Fact]
    public void Scripts_UniverseOfProducts_GiveItsNumbers()
    {
        using var plan = Plan(Department, Centre);
        var text = MultiversePlan.Read(plan.Path);
        var row = text.Run(new MultiverseOptions()).Rows.Single(each => each.Choices.Any(choice => choice.Option == "mean"));
        var scripts = new UniverseScripts(ShownUniverse.Of(text, new(), row.Key));
        var folder = Directory.CreateTempSubdirectory("pathwise-").FullName;
        try
        {
            scripts.Write(Path.Combine(folder, "out"));
            Assert.Contains("--data cases.csv", scripts.Command, StringComparison.Ordinal);
            Assert.Contains("--center mean", scripts.Command, StringComparison.Ordinal);
            Assert.StartsWith("m,y,x,dept.operations,dept.other,k\n", File.ReadAllText(Path.Combine(folder, "out", "cases.csv")), StringComparison.Ordinal);
            Assert.Contains("x:dept.operations", File.ReadLines(Path.Combine(folder, "out", "data.csv")).First(), StringComparison.Ordinal);
            var analysis = Pathwise.Analyses.Analysis.Read(Path.Combine(folder, "out", "analysis.json"));
            var again = analysis.Model.Fit(DataTable.Read(Path.Combine(folder, "out", "cases.csv")), analysis.Estimation, analysis.Completion);
            Assert.Equal(row.ChiSquare!.Value, again.Test().Value!.Value, 1e-9);
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    [Theory]
    [InlineData("dept=helmert", "line 9: coding dept=helmert: not a coding")]
    [InlineData("dept=indicator:board", "no case is 'board', the reference of its coding")]
    [InlineData("k2=indicator", "no universe's model names k2")]
    public void Plan_CodingThatFitsNothing_IsRefused(string coding, string message)
    {
        using var plan = Plan(coding, [Department]);
        Assert.Contains(message, Assert.Throws<InputException>(() => PreparedMultiverse.Of(MultiversePlan.Read(plan.Path), new())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Measurement_ScoresOfCovariancesWithProducts_AreRefused()
    {
        using var plan = Plan(Department, "  - name: measurement\n    type: E\n    options:\n      - { name: latent, reference: true }\n      - { name: scores, measurement: croon }\n");
        Assert.Contains("is a product; expected latent variables, sums or means", Assert.Throws<InputException>(() => PreparedMultiverse.Of(MultiversePlan.Read(plan.Path), new())).Message, StringComparison.Ordinal);
    }

    private static FitResult Separate(Dictionary<string, string> choice, DataTable cases)
    {
        var text = choice["department"] switch
        {
            "moderator" => Model,
            "covariate" => "m ~ x + dept + k\ny ~ m + x + dept + k",
            _ => "m ~ x + k\ny ~ m + x + k",
        };
        var isEffect = choice.GetValueOrDefault(Left[2]) == "effects";
        var coding = new CategoryCoding { Name = "dept", Kind = isEffect ? CodingKind.Effect : CodingKind.Indicator, Reference = isEffect ? "other" : "sales" };
        return ModelSpecification.Parse(text).Fit(cases, null, new() { Codings = [coding], Center = choice.GetValueOrDefault(Left[1]) == "mean" ? ProductCentre.Mean : ProductCentre.None });
    }

    private static TemporaryFile Plan(params string[] decisions) => Plan("dept=indicator:sales", decisions);

    private static TemporaryFile Plan(string coding, string[] decisions) => new(
        $"title: Departments\nbase:\n  model: |\n    {Model.Replace("\n", "\n    ", StringComparison.Ordinal)}\n  data: {Repository.Fixture("moderation", "categorical.csv")}\n  codebook: none\n  center: none\n  coding: {coding}\n"
        + $"claims:\n  - {{ name: indirect, effect: x -> m -> y, is: positive }}\n  - {{ name: index, effect: \"{Index}\", is: nonzero }}\ndecisions:\n{string.Join('\n', decisions)}\n",
        ".yaml");
}
