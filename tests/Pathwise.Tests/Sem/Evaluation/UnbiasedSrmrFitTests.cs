using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Evaluation;

public sealed class UnbiasedSrmrFitTests
{
    private const string Holzinger = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\n";

    private const string Democracy = "ind60 =~ x1 + x2 + x3\ndem60 =~ y1 + y2 + y3 + y4\ndem65 =~ y5 + y6 + y7 + y8\ndem60 ~ ind60\ndem65 ~ ind60 + dem60\ny1 ~~ y5\ny2 ~~ y4 + y6\ny3 ~~ y7\ny4 ~~ y8\ny6 ~~ y8\n";

    [Theory]
    [InlineData("holzinger")]
    [InlineData("mlm")]
    [InlineData("mlr")]
    [InlineData("means")]
    [InlineData("democracy")]
    [InlineData("path")]
    public void Index_OfTextbookModels_IsLavaans(string model)
    {
        var index = Fit(model).UnbiasedSrmr()!;
        var expected = Expected(model);
        (string Name, double? Value)[] values =
        [
            ("usrmr", index.Value), ("usrmr.se", index.StandardError), ("usrmr.ci.lower", index.Lower), ("usrmr.ci.upper", index.Upper), ("usrmr.closefit.pvalue", index.ClosePValue), ("srmr.se", index.BiasedError),
        ];
        Assert.All(values, each => Assert.Equal(expected[each.Name], each.Value!.Value, 2e-6));
        Assert.Equal(1, index.ExactPValue!.Value / expected["srmr.exactfit.pvalue"], 1e-4);
    }

    [Fact]
    public void Index_OfSeveralGroupsOrWithoutDegreesOfFreedom_IsNoneOrHasNoError()
    {
        Assert.Null(ModelSpecification.Parse(Holzinger).Fit(Data("holzinger"), null, null, "school").UnbiasedSrmr());
        var saturated = ModelSpecification.Parse("f =~ x1 + x2 + x3").Fit(Data("holzinger")).UnbiasedSrmr()!;
        Assert.True(double.IsNaN(saturated.Value) || Math.Abs(saturated.Value) < 1e-4);
    }

    internal static Dictionary<string, double> Expected(string model) => File.ReadLines(Repository.Fixture("lavaan", "approximate", "approximate.csv"))
        .Select(line => line.Split(',')).Where(cells => cells[0] == model).ToDictionary(cells => cells[1], cells => double.Parse(cells[2], CultureInfo.InvariantCulture));

    internal static FitResult Fit(string model) => model switch
    {
        "democracy" => ModelSpecification.Parse(Democracy).Fit(Data(model)),
        "path" => ModelSpecification.Parse("x9 ~ x1 + x2\nx8 ~ x9 + x3\n").Fit(Data(model)),
        "means" => ModelSpecification.Parse(Holzinger).Fit(Data(model), null, new() { MeanStructure = true }),
        _ => ModelSpecification.Parse(Holzinger).Fit(Data(model), new() { Estimator = model switch { "mlm" => Estimator.MLM, "mlr" => Estimator.MLR, _ => Estimator.ML } }),
    };

    private static DataTable Data(string model) => DataTable.Read(
        model == "democracy" ? Repository.Path("data", "examples", "political-democracy.csv") : Repository.Fixture("studies", "holzinger-swineford.csv"));
}
