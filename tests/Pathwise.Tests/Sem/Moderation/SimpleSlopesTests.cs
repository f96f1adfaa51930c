using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Moderation;

public sealed class SimpleSlopesTests
{
    public static TheoryData<string, string, double[], ProductCentre> Lines()
    {
        var lines = new TheoryData<string, string, double[], ProductCentre>();
        foreach (var cells in File.ReadLines(Repository.Fixture("moderation", "slopes.csv")).Skip(1).Select(line => line.Split(',')))
        {
            foreach (var center in Enum.GetValues<ProductCentre>())
                lines.Add(cells[0], cells[1], [.. cells.Skip(2).Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))], center);
        }

        return lines;
    }

    [Theory]
    [MemberData(nameof(Lines))]
    public void Slopes_OfARegression_ArePredictionsOfLeastSquares(string model, string condition, double[] expected, ProductCentre center)
    {
        var result = model switch
        {
            "first" => Moderated.Fit("m ~ x + w + x:w + k\ny ~ m", center).Moderation(new() { Moderators = ["w"], At = ["4,6.5"] }),
            "second" => Moderated.Fit("m ~ x\ny ~ m + w + m:w + x", center).Moderation(new() { Moderators = ["w"], At = ["4,6.5"] }),
            _ => ModelSpecification.Parse("m ~ x + dept + x:dept + k\ny ~ m").Fit(DataTable.Read(Repository.Fixture("moderation", "categorical.csv")), null, new() { Center = center, Codings = [new() { Name = "dept", Kind = CodingKind.Effect }] })
                .Moderation(new() { Moderators = ["dept"] }),
        };
        var line = result.Slopes.Single(each => each.Effect.Cause == (model == "second" ? "m" : "x") && (each.Effect.Conditions[0].Category == condition || each.Effect.Conditions[0].Value.ToString(CultureInfo.InvariantCulture) == condition));
        Assert.All(expected.Zip([line.From, line.To, line.AtFrom, line.AtTo]), pair => Oracle.Near(pair.First, pair.Second, 1e-6));
        Oracle.Near((line.AtTo - line.AtFrom) / (line.To - line.From), line.Slope, 1e-9);
    }

    [Fact]
    public void Slopes_OfLatentVariables_AreNone()
    {
        var fit = ModelSpecification.Parse("f =~ x + m + k\ny ~ f + w + z + w:z").Fit(Moderated.Data);
        Assert.Empty(fit.Moderation(new() { Moderators = ["z"] }).Slopes);
    }
}
