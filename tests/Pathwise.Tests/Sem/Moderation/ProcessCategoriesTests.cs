using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Moderation;

/// <summary>Models by number whose cause, moderator or both are categories, on 1,000 synthetic cases: see the fixture's PROVENANCE.</summary>
public sealed class ProcessCategoriesTests
{
    private static readonly DataTable Data = DataTable.Read(Repository.Fixture("process", "categories.csv"));

    public static TheoryData<string> Cases => [.. Rows("categories-printed.csv").Select(row => string.Join(',', row[..5])).Distinct()];

    // Standard errors of coefficients are robust ones in all outputs but that of model 4 with indicators.
    [Theory]
    [MemberData(nameof(Cases))]
    public void Process_Categories_HaveTheNumbersThatProcessPrints(string which)
    {
        string[][] rows = [.. Rows("categories-printed.csv").Where(row => string.Join(',', row[..5]) == which)];
        var (number, x, w) = (int.Parse(rows[0][0], System.Globalization.CultureInfo.InvariantCulture), rows[0][1], rows[0][2]);
        var fit = Fit(number, x, w, rows[0][3], rows[0][4] == "effect" ? CodingKind.Effect : CodingKind.Indicator);
        var bootstrap = rows.Any(row => row[10].Length > 0) ? fit.Bootstrap(new() { Seed = 12, Replicates = 800 }) : null;
        string[] values = w == "w" ? ["-.963705,.041720,1.007562"] : [];
        string[] moderators = w.Length > 0 ? [w] : [];
        var (plain, resampled) = (new PrintedEffects(fit, moderators, values), new PrintedEffects(fit, moderators, values, bootstrap));
        foreach (var row in rows)
        {
            var found = plain.Find(row[5], row[6], row[7]);
            Oracle.Near(PrintedEffects.Number(row[8])!.Value, found.Value, 1e-6);
            if (row[10].Length > 0)
                PrintedEffects.AgreeButForChance(resampled.Find(row[5], row[6], row[7]), PrintedEffects.Number(row[9])!.Value, PrintedEffects.Number(row[10])!.Value, PrintedEffects.Number(row[11])!.Value);
            else if (PrintedEffects.Number(row[9]) is { } error)
                Oracle.Near(error, found.StandardError * Math.Sqrt(1000.0 / (1000 - 1 - fit.Table.Rows.Count(each => each.Operator == Operator.Regression && each.Lhs == found.Effect.Outcome))), 1e-6);
        }
    }

    // lavaan stops about 1e-6 beside the minimum.
    [Theory]
    [InlineData("x", "wcat")]
    [InlineData("xcat", "w")]
    [InlineData("xcat", "wcat")]
    public void Process_CategoriesWrittenByHand_AreLavaans(string x, string w)
    {
        var expected = Rows("lavaan.csv").Where(row => row[1] == x && row[2] == w).GroupBy(row => row[0]).ToList();
        Assert.Equal(6, expected.Count);
        foreach (var model in expected)
        {
            var found = new PrintedEffects(Fit(int.Parse(model.Key, System.Globalization.CultureInfo.InvariantCulture), x, w, "m", CodingKind.Indicator), [w], w == "w" ? ["-1,0.5"] : []);
            foreach (var row in model)
            {
                var cause = row[4].Replace("xcat", "xcat.", StringComparison.Ordinal);
                var effect = found.Find(row[3], row[3] == "direct" ? $"{cause} -> y" : $"{cause} -> m -> y", row[3] == "index" ? row[5].Replace("wcat", "", StringComparison.Ordinal).Replace("w", "", StringComparison.Ordinal) : row[5]);
                Oracle.Near(PrintedEffects.Number(row[6])!.Value, effect.Value, 3e-6);
                Oracle.Near(PrintedEffects.Number(row[7])!.Value, effect.StandardError, 3e-6);
            }
        }
    }

    [Fact]
    public void Notes_CodedCause_SayWhatItIsComparedWith()
    {
        var notes = Fit(7, "xcat", "w", "m", CodingKind.Indicator).Moderation(new() { Moderators = ["w"] }).Notes;
        Assert.Contains("xcat is coded by indicators: xcat.b, xcat.c, xcat.d are 1 in their category, so that their coefficients are differences from a.", notes);
    }

    private static IEnumerable<string[]> Rows(string file) => File.ReadLines(Repository.Fixture("process", file)).Skip(1).Select(line => line.Split(','));

    private static FitResult Fit(int number, string x, string w, string mediators, CodingKind kind)
    {
        var plan = new ProcessPlan { Number = number, X = x, Y = "y", Mediators = mediators.Split(' ', StringSplitOptions.RemoveEmptyEntries), W = w.Length > 0 ? w : null };
        CategoryCoding[] codings = [.. new[] { x, w }.Where(name => name.EndsWith("cat", StringComparison.Ordinal)).Select(name => new CategoryCoding { Name = name, Kind = kind })];
        return ModelSpecification.Parse(plan.Syntax()).Fit(Data, null, new() { Codings = codings });
    }
}
