using System.Globalization;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Moderation;

/// <summary>What the pages of manymome print for its example data, which are synthetic and drawn again from their seeds: see the fixture's PROVENANCE.</summary>
public sealed class ManymomeNumbersTests
{
    private static readonly Dictionary<string, (string Data, string Model, string[] Moderators)> Models = new()
    {
        ["first stage"] = ("data_med_mod_a", "m ~ x + w + x:w + c1 + c2\ny ~ m + x + c1 + c2", ["w"]),
        ["category"] = ("data_mod_cat", "y ~ x + w + x:w + c1 + c2", ["w"]),
        ["two categories"] = ("data_med_mod_serial_cat", "m1 ~ x + w1 + x:w1 + c1 + c2\nm2 ~ m1 + x + w1 + c1 + c2\ny ~ m2 + w2 + m2:w2 + m1 + x + w1 + c1 + c2", ["w1", "w2"]),
        ["category and number"] = ("data_mod_cat_num_2w", "y ~ w + x + x:w + city + x:city + c1 + c2", ["city", "w"]),
        ["category by number"] = ("data_mod_cat_num_2w", "y ~ x + city + w + x:city + x:w + city:w + x:city:w + c1 + c2", ["city", "w"]),
        ["both stages"] = ("data_med_mod_ab1", "m ~ x + w + x:w + c1 + c2\ny ~ m + x + w + m:w + c1 + c2", ["w"]),
        ["each stage"] = ("data_med_mod_ab", "m ~ x + w1 + x:w1 + c1 + c2\ny ~ m + x + w1 + w2 + m:w2 + c1 + c2", ["w1", "w2"]),
        ["side by side"] = ("data_med_mod_parallel", "m1 ~ x + w1 + x:w1 + c1 + c2\nm2 ~ x + w1 + c1 + c2\ny ~ m1 + m2 + x + w1 + w2 + m2:w2 + c1 + c2", ["w1", "w2"]),
        ["in a row"] = ("data_med_mod_serial", "m1 ~ x + w1 + x:w1 + c1 + c2\nm2 ~ m1 + x + w1 + c1 + c2\ny ~ m2 + m1 + x + w1 + w2 + m2:w2 + c1 + c2", ["w1", "w2"]),
    };

    public static TheoryData<string> Names => [.. Models.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Moderation_ExampleOfManymome_HasTheNumbersThatItPrints(string name)
    {
        var (file, model, moderators) = Models[name];
        var data = Data(file);
        var fit = Fit(model, data);
        string[][] rows = [.. File.ReadLines(Repository.Fixture("manymome", "printed.csv")).Skip(1).Select(line => line.Split(',')).Where(row => row[0] == name)];
        var found = new PrintedEffects(fit, moderators, Values(rows, data, moderators));
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var effect = found.Find(row[1], row[2], Place(row[3], data, moderators));
            var value = row[1] == "standardized" ? effect.Standardized!.Value : effect.Value;
            Assert.InRange(value, PrintedEffects.Number(row[4])!.Value - PrintedEffects.HalfDigit(row[4]) - 1e-6, PrintedEffects.Number(row[4])!.Value + PrintedEffects.HalfDigit(row[4]) + 1e-6);

            // Regressions are by least squares, which divide by the cases less the coefficients.
            if (PrintedEffects.Number(row[5]) is { } error)
                Oracle.Near(error, effect.StandardError * Math.Sqrt(data.Count / (double)(data.Count - 1 - fit.Table.Rows.Count(each => each.Operator == Operator.Regression && each.Lhs == effect.Effect.Outcome))), PrintedEffects.HalfDigit(row[5]) + 1e-7);
        }
    }

    // Index of moderated mediation and of moderated moderated mediation, with eight digits of a model that lavaan stopped at.
    [Fact]
    public void Index_OfOneAndOfTwoModerators_HasEightDigits()
    {
        var data = Data("modmed_x1m3w4y1");
        var one = Fit("m1 ~ x + w1 + x:w1\ny ~ m1 + x", data).Moderation(new() { Moderators = ["w1"], At = ["0,1"] });
        Oracle.Near(0.02126577, Assert.Single(one.Effects, row => row.Effect.Kind == EffectKind.ModerationIndex).Value, 1e-7);
        var two = Fit("m1 ~ x + w1 + x:w1\ny ~ m1 + w4 + m1:w4 + x", data).Moderation(new() { Moderators = ["w1", "w4"], At = ["0,1"] });
        Oracle.Near(-0.01659796, Assert.Single(two.Effects, row => row.Effect.Kind == EffectKind.ModerationIndex && row.Effect.Moderators.Count == 2).Value, 1e-7);
        double[] conditional = [.. two.Effects.Where(row => row.Effect.Kind == EffectKind.ConditionalIndirect && row.Effect.Cause == "x").OrderBy(row => row.Value).Select(row => row.Value)];
        Oracle.Near([-0.119, -0.079, -0.070, -0.047], conditional, 5.1e-4);
    }

    private static DataTable Data(string name) => DataTable.Read(Repository.Fixture("manymome", name + ".csv"));

    private static FitResult Fit(string model, DataTable data)
    {
        var specification = ModelSpecification.Parse(model);
        CategoryCoding[] codings = [.. data.Names.Where(name => !data.IsNumeric(name)).Select(name => new CategoryCoding { Name = name })];
        return specification.Fit(data, new() { Information = Information.Observed }, new() { Codings = codings });
    }

    // "low" and "high" are a standard deviation, with divisor n, below and above the mean; a star stands for a moderator that changes nothing.
    private static string Place(string text, DataTable data, string[] moderators) =>
        string.Join(';', text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select((part, k) => part is "low" or "high" ? Text(Level(data, moderators[k], part)) : part).Where(part => part != "*"));

    private static string[] Values(string[][] rows, DataTable data, string[] moderators) => rows.All(row => !row[3].Contains("low", StringComparison.Ordinal)) ? []
        : [.. moderators.Select(name => $"{name}={string.Join(',', new[] { "low", "high" }.Select(part => Text(Level(data, name, part))))},0")];

    private static double Level(DataTable data, string name, string part)
    {
        var (values, mean) = (data.Numbers(name), data.Numbers(name).Average());
        return mean + ((part == "low" ? -1 : 1) * Math.Sqrt(values.Sum(value => Math.Pow(value - mean, 2)) / values.Count));
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
