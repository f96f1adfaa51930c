using System.Globalization;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Moderation;

public sealed class CategoryIndicesTests
{
    private static readonly DataTable Data = DataTable.Read(Repository.Fixture("moderation", "categorical.csv"));

    private static readonly Dictionary<string, string> Models = new()
    {
        ["first"] = "m ~ x + dept + x:dept + k\ny ~ m + x + dept + k",
        ["both"] = "m ~ x + dept + x:dept\ny ~ m + x + dept + dept:m",
        ["joint"] = "m ~ x + dept + w + x:dept + x:w + dept:w + x:dept:w\ny ~ m + x",
    };

    // lavaan stops about 1e-6 beside the minimum.
    [Fact]
    public void Moderation_CategoriesWrittenByHand_AreLavaans()
    {
        var cells = File.ReadLines(Repository.Fixture("moderation", "categories.csv")).Skip(1).Select(line => line.Split(',')).ToList();
        Assert.Equal(162, cells.Count);
        foreach (var model in cells.GroupBy(row => (Name: row[0], Kind: row[1], Reference: row[2], Centre: row[3])))
        {
            var fit = Fit(Models[model.Key.Name], Coding(model.Key.Kind, model.Key.Reference), model.Key.Centre == "mean" ? ProductCentre.Mean : ProductCentre.None);
            Oracle.Near(Number(model.First()[4]), fit.Test().Value, 1e-5);
            Assert.Equal((int)Number(model.First()[5]), fit.DegreesOfFreedom());
            var result = fit.Moderation(new() { Moderators = model.Key.Name == "joint" ? ["dept", "w"] : ["dept"], At = model.Key.Name == "joint" ? ["4,6.5"] : [] });
            foreach (var row in model)
            {
                var found = Found(result, row[6]);
                Oracle.Near(Number(row[7]), found.Value, 3e-6);
                Oracle.Near(Number(row[8]), found.StandardError, 3e-6);
            }
        }
    }

    private static EffectEstimate Found(ModerationResult result, string quantity)
    {
        var parts = quantity.Split('_');
        double? w = parts[^1] is "4" or "6" ? (parts[^1] == "4" ? 4 : 6.5) : null;
        bool At(EffectEstimate row, string category) => row.Effect.Conditions.Select(each => each.Category).Where(text => text.Length > 0).SequenceEqual([category])
            && (w is null || row.Effect.Conditions.Any(each => each.Moderator == "w" && each.Value == w));
        var kind = parts[0] switch { "i" => EffectKind.ConditionalIndirect, "contrast" => EffectKind.ConditionalContrast, _ => EffectKind.ModerationIndex };
        return result.Effects.Single(row => row.Effect.Kind == kind && row.Effect.Cause == "x" && row.Effect.Outcome == "y" && (kind != EffectKind.ConditionalContrast || row.Effect.Of == EffectKind.ConditionalIndirect)
            && (kind != EffectKind.ModerationIndex || row.Effect.Moderators.SequenceEqual([parts[0] == "indexw" ? "w" : "dept"]))
            && At(row, parts[1]) && (kind != EffectKind.ConditionalContrast || row.Effect.Less[0].Category == parts[2]));
    }

    [Fact]
    public void Moderation_Coding_ChangesNoConditionalEffect()
    {
        var results = new[] { Coding("indicator", "sales"), Coding("indicator", null), Coding("effect", null) }.Select(coding =>
        {
            var fit = Fit(Models["both"], coding);
            return fit.Moderation(new() { Moderators = ["dept"], Kinds = [IntervalKind.Percentile] }, fit.Bootstrap(new() { Seed = 4, Replicates = 40 }));
        }).ToList();
        foreach (var other in results.Skip(1))
        {
            foreach (var row in results[0].Effects.Where(row => row.Effect.Kind == EffectKind.ConditionalIndirect && row.Effect.Cause == "x"))
            {
                var same = other.Effects.Single(each => each.Effect.Name == row.Effect.Name);
                Oracle.Near(row.Value, same.Value, 1e-6);
                Oracle.Near(row.Interval(IntervalKind.Percentile)!.Value.Lower, same.Interval(IntervalKind.Percentile)!.Value.Lower, 1e-5);
            }
        }
    }

    [Fact]
    public void Moderation_IndexOfCategories_HasItsWordsAndNoRegion()
    {
        var result = Fit(Models["first"], Coding("effect", "sales")).Moderation(new() { Moderators = ["dept"], At = ["sales,other"] });
        Assert.Contains("x -> m -> y: index of dept, operations less mean of its categories", result.Effects.Select(row => row.Effect.Name));
        Assert.Contains("x -> m -> y | dept = other less dept = sales", result.Effects.Select(row => row.Effect.Name));
        Assert.DoesNotContain(result.Effects, row => row.Effect.Kind == EffectKind.ConditionalIndirect && row.Effect.Conditions[0].Category == "operations");
        Assert.Empty(result.Regions);
        Assert.Contains("coded by effects", result.Notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Effects_CodedColumnsByHand_AreTheSame()
    {
        var coding = Coding("indicator", "sales");
        var byHand = ModelSpecification.Parse("m ~ x + dept.operations + dept.other + x:dept.operations + x:dept.other + k\ny ~ m + x + dept.operations + dept.other + k").Fit(coding.AddTo(Data));
        Assert.Equal([.. byHand.Values], Fit(Models["first"], coding).Values);
    }

    private static FitResult Fit(string model, CategoryCoding coding, ProductCentre center = ProductCentre.None) =>
        ModelSpecification.Parse(model).Fit(Data, null, new() { Codings = [coding], Center = center });

    private static CategoryCoding Coding(string kind, string? reference) => new() { Name = "dept", Kind = kind == "effect" ? CodingKind.Effect : CodingKind.Indicator, Reference = reference };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
