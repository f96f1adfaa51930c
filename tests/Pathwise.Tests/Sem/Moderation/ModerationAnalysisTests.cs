using System.Globalization;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Moderation;

public sealed class ModerationAnalysisTests
{
    private const EffectKind Direct = EffectKind.ConditionalDirect, Indirect = EffectKind.ConditionalIndirect, Total = EffectKind.ConditionalTotal;

    private static readonly Dictionary<string, (string Syntax, string[] Moderators)> Models = new()
    {
        ["p1"] = ("y ~ x + w + x:w", ["w"]),
        ["p2"] = ("y ~ x + w + z + x:w + x:z", ["w", "z"]),
        ["p3"] = ("y ~ x + w + z + x:w + x:z + w:z + x:w:z", ["w", "z"]),
        ["p7"] = ("m ~ x + w + x:w\ny ~ m + x", ["w"]),
        ["p8"] = ("m ~ x + w + x:w\ny ~ m + x + w + x:w", ["w"]),
        ["p14"] = ("m ~ x\ny ~ m + x + w + m:w", ["w"]),
        ["p15"] = ("m ~ x\ny ~ m + x + w + x:w + m:w", ["w"]),
        ["p58"] = ("m ~ x + w + x:w\ny ~ m + x + w + m:w", ["w"]),
        ["p92"] = ("m ~ x + w + x:w\nm2 ~ x + m + w + x:w + m:w\ny ~ x + m + m2 + w + x:w + m:w + m2:w", ["w"]),
        ["parallel"] = ("m ~ x + w + x:w\nm2 ~ x + w + x:w\ny ~ m + m2 + x\nm ~~ m2", ["w"]),
        ["partial"] = ("m ~ x + w + z + x:w + x:z\ny ~ m + x", ["w", "z"]),
        ["mmm"] = ("m ~ x + w + z + x:w + x:z + w:z + x:w:z\ny ~ m + x", ["w", "z"]),
        ["stages"] = ("m ~ x + w + x:w\ny ~ m + x + z + m:z", ["w", "z"]),
    };

    public static TheoryData<string, string, double, double, string, double, double> Quantities()
    {
        var rows = new TheoryData<string, string, double, double, string, double, double>();
        foreach (var line in File.ReadLines(Repository.Fixture("moderation", "conditional.csv")).Skip(1))
        {
            var cells = line.Split(',');
            double Number(int i) => double.Parse(cells[i], CultureInfo.InvariantCulture);
            rows.Add(cells[0], cells[1], Number(2), Number(3), cells[4], Number(5), Number(6));
        }

        return rows;
    }

    // lavaan stops about 1e-6 beside the minimum.
    [Theory]
    [MemberData(nameof(Quantities))]
    public void Moderation_ModelWrittenByHand_IsLavaans(string model, string center, double chiSquare, double df, string quantity, double estimate, double error)
    {
        var (syntax, moderators) = Models[model];
        var fit = Moderated.Fit(syntax, center == "mean" ? ProductCentre.Mean : ProductCentre.None);
        Assert.Equal((int)df, fit.DegreesOfFreedom());
        Oracle.Near(chiSquare, fit.Test().Value, 1e-5);
        var result = fit.Moderation(new() { Moderators = moderators, At = moderators.Length == 1 ? ["w=4,6.5"] : ["w=4,6.5", "z=0,1"] });
        var row = Row(result, quantity);
        Oracle.Near(estimate, row.Value, 3e-6);
        Oracle.Near(error, row.StandardError, 3e-6);
    }

    private static EffectEstimate Row(ModerationResult result, string quantity)
    {
        EffectEstimate One(EffectKind kind, string outcome, string[] via, params double[] at) => result.Effects.Single(row => row.Effect.Kind == kind && row.Effect.Cause == "x" && row.Effect.Outcome == outcome
            && row.Effect.Via.SequenceEqual(via) && row.Effect.Conditions.Select(each => each.Value).SequenceEqual(at));
        EffectEstimate Index(string via, string[] moderators, params double[] at) => result.Effects.Single(row => row.Effect.Kind == EffectKind.ModerationIndex && row.Effect.Cause == "x" && row.Effect.Via.SequenceEqual([via])
            && row.Effect.Moderators.SequenceEqual(moderators) && row.Effect.Conditions.Select(each => each.Value).SequenceEqual(at));
        return quantity switch
        {
            "d1" => One(Direct, "y", [], 4), "d2" => One(Direct, "y", [], 6.5), "d11" => One(Direct, "y", [], 4, 0), "d22" => One(Direct, "y", [], 6.5, 1),
            "i1" => One(Indirect, "y", ["m"], 4), "i2" => One(Indirect, "y", ["m"], 6.5), "j1" => One(Indirect, "y", ["m2"], 4),
            "t1" => One(Total, "y", [], 4), "t2" => One(Total, "y", [], 6.5),
            "total1" => One(EffectKind.ConditionalTotalIndirect, "y", [], 4),
            "s1" => One(Indirect, "y", ["m", "m2"], 4), "s2" => One(Indirect, "y", ["m", "m2"], 6.5),
            "i12" => One(Indirect, "y", ["m"], 4, 1),
            "index" => Index("m", ["w"]), "indexz" => Index("m", ["z"]),
            "index2" when result.Moderators.Count == 1 => Index("m2", ["w"]),
            "index1" => Index("m", ["w"], 0), "index2" or "indexw2" => Index("m", ["w"], 1), "indexwz" => Index("m", ["w", "z"]),
            "contrast" => result.Effects.Single(row => row.Effect.Kind == EffectKind.ConditionalContrast && row.Effect.Of == Indirect && row.Effect.Cause == "x" && row.Effect.Outcome == "y"),
            _ => throw new ArgumentOutOfRangeException(nameof(quantity), quantity, null),
        };
    }

    [Theory]
    [InlineData("m ~ x\ny ~ m + x + w + m:w")]
    [InlineData("m ~ x + w + x:w\ny ~ m + x + w + x:w + m:w")]
    [InlineData("m ~ x\nm2 ~ x\nm ~~ m2\ny ~ m + m2 + w + m:w + m2:w")]
    [InlineData("m ~ x\nm2 ~ x + m + z\ny ~ m + m2 + m:m2 + x")]
    [InlineData("m ~ x + w + x:w\ny ~ m\nk ~ y")]
    [InlineData("m ~ x\ny ~ m + w + m:w\nk ~ y + m2")]
    public void ChiSquare_ConstantAddedToAllData_StaysAsItIs(string model)
    {
        var fit = Moderated.Fit(model);
        foreach (var other in new[] { Moderated.Fit(model, data: Moderated.Shifted(2)), Moderated.Fit(model, data: Moderated.Shifted(-7)), Moderated.Fit(model, ProductCentre.Mean), Moderated.Fit(model, ProductCentre.Twice) })
        {
            Oracle.Near(fit.Test().Value!.Value, other.Test().Value, 1e-7);
            Assert.Equal(fit.DegreesOfFreedom(), other.DegreesOfFreedom());
        }
    }

    [Theory]
    [InlineData("m ~ x\ny ~ m + x + w + m:w", "w", "mean,sd")]
    [InlineData("m ~ x + w + x:w\ny ~ m + x", "w", "16,50,84")]
    [InlineData("m ~ x + w + z + x:w + x:z + w:z + x:w:z\ny ~ m + x", "w,z", "w=5")]
    public void Draws_ValuesAndCentresOfTheSample_AreThoseOfFitsToTheDrawnCases(string model, string moderators, string at)
    {
        var options = new EffectOptions { Moderators = moderators.Split(','), At = [at] };
        foreach (var center in Enum.GetValues<ProductCentre>())
        {
            var fit = Moderated.Fit(model, center);
            var bootstrap = fit.Bootstrap(new() { Seed = 5, Replicates = 6, HasJackknife = true });
            var catalogue = bootstrap.Catalogue;
            var sample = new ModeratorSample(fit, options.Moderators, options.At);
            var (draws, left) = (ModeratedDraws.Of(bootstrap, sample), ModeratedDraws.OfJackknife(bootstrap, sample)!);
            var whole = ModeratedDraws.OfSample(bootstrap.Original, sample);
            ModeratedQuantity[] quantities = [.. new ModeratedQuantities(sample, whole.Setting(0)).Conditional(ModeratedPaths.Of(fit, catalogue, sample.Blocks))];
            for (var r = 0; r < 6; r++)
                Same(Moderated.Fit(model, center, Moderated.Data.Cases(Bootstrapping.Cases(5, r, Moderated.Data.Count))), r, draws);
            foreach (var omitted in new[] { 0, 77 })
                Same(Moderated.Fit(model, center, Moderated.Data.Cases([.. Enumerable.Range(0, Moderated.Data.Count).Where(i => i != omitted)])), omitted, left);

            void Same(FitResult again, int row, ModeratedDraws drawn)
            {
                var expected = again.Moderation(options).Effects;
                for (var k = 0; k < quantities.Length; k++)
                {
                    Oracle.Near(expected[k].Value, drawn.Value(row, quantities[k], false), 1e-6);
                    Oracle.Near(expected[k].Standardized!.Value, drawn.Value(row, quantities[k], true), 1e-6);
                }
            }
        }
    }

    [Fact]
    public void Index_FirstStage_IsTheIndirectEffectOfTheProduct()
    {
        var fit = Moderated.Fit("m ~ x + w + x:w\ny ~ m + x");
        var bootstrap = fit.Bootstrap(new() { Seed = 2, Replicates = 300 });
        var options = new EffectOptions { Kinds = [IntervalKind.Percentile, IntervalKind.BiasCorrected], Moderators = ["w"] };
        var index = fit.Moderation(options, bootstrap).Effects.Single(row => row.Effect.Kind == EffectKind.ModerationIndex);
        var product = fit.EstimateEffects(options with { Moderators = [] }, bootstrap).Named("x:w -> m -> y");
        Oracle.Near(product.Value, index.Value, 1e-12);
        Oracle.Near(product.StandardError!.Value, index.StandardError, 1e-10);
        foreach (var kind in options.Kinds)
            Oracle.Near(product.Interval(kind)!.Value.Upper, index.Interval(kind)!.Value.Upper, 1e-10);
    }

    [Fact]
    public void Regions_DeltaMethod_AreTheRootsOfTheQuadratic()
    {
        var fit = Moderated.Fit("y ~ x + w + x:w");
        var region = fit.Moderation(new() { Moderators = ["w"] }).Regions.Single();
        int One(string predictor) => fit.Table.Rows.Single(row => row.Lhs == "y" && row.Rhs == predictor && row.Operator == Operator.Regression).Free - 1;
        var covariance = Pathwise.Sem.Inference.ParameterCovariance.Of(fit)!;
        var (b1, b3, z) = (fit.Values[One("x")], fit.Values[One("x:w")], 1.959963984540054);
        var (a, b, c) = (
            (b3 * b3) - (z * z * covariance[One("x:w"), One("x:w")]), 2 * ((b1 * b3) - (z * z * covariance[One("x"), One("x:w")])), (b1 * b1) - (z * z * covariance[One("x"), One("x")]));
        var root = Math.Sqrt((b * b) - (4 * a * c));
        double[] expected = [.. new[] { (-b - root) / (2 * a), (-b + root) / (2 * a) }.Where(w => w > region.Segments[0].From && w < region.Segments[^1].To).Order()];
        Assert.NotEmpty(expected);
        Assert.Equal(expected.Length, region.Roots.Count);
        foreach (var (one, other) in expected.Zip(region.Roots))
            Oracle.Near(one, other, 1e-6);
        Oracle.Near(1, region.Segments.Sum(segment => segment.Share!.Value), 0.02);
    }

    [Fact]
    public void Regions_Bootstrap_EndWhereABoundIsZero()
    {
        var fit = Moderated.Fit("m ~ x\ny ~ m + x + w + m:w");
        var bootstrap = fit.Bootstrap(new() { Seed = 8, Replicates = 500 });
        var region = fit.Moderation(new() { Kinds = [IntervalKind.Percentile], Moderators = ["w"] }, bootstrap).Regions.Single(each => each.Effect.Cause == "x");
        var at = Assert.Single(region.Roots);
        var row = fit.Moderation(new() { Kinds = [IntervalKind.Percentile], Moderators = ["w"], At = [at.ToString("R", CultureInfo.InvariantCulture)] }, bootstrap).Single(Indirect, "y", at);
        Oracle.Near(0, row.Interval(IntervalKind.Percentile)!.Value.Lower, 1e-9);
        Assert.Equal([0, 1], region.Segments.Select(segment => segment.Sign));
    }

    [Fact]
    public void Moderation_TwoValues_AreBothStatedAndTheDifferenceIsTheIndex()
    {
        var result = Moderated.Fit("m ~ x + z + x:z\ny ~ m + x + z + m:z").Moderation(new() { Moderators = ["z"] });
        Assert.Equal([0.0, 1.0], result.Moderators[0].Values.Select(each => each.Value));
        var index = result.Effects.Single(row => row.Effect.Kind == EffectKind.ModerationIndex);
        Oracle.Near(result.Single(Indirect, "y", 1).Value - result.Single(Indirect, "y", 0).Value, index.Value, 1e-12);
        Assert.Empty(result.Regions);
    }

    [Fact]
    public void Moderation_ValueBeyondTheData_IsMarked()
    {
        var result = Moderated.Fit("m ~ x + w + x:w\ny ~ m + x").Moderation(new() { Moderators = ["w"], At = ["-3,5"] });
        Assert.Equal([true, false], result.Moderators[0].Values.Select(each => each.IsOutside));
        Assert.Contains("outside the data", result.Single(Indirect, "y", -3).Effect.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Moderation_Groups_HaveCoefficientsOfTheirOwn()
    {
        var fit = Moderated.Fit("m ~ x + w + x:w\ny ~ m + x", group: "z");
        var result = fit.Moderation(new() { Moderators = ["w"], At = ["5"] });
        foreach (var (group, label) in new[] { (1, fit.Table.GroupLabels[0]), (2, fit.Table.GroupLabels[1]) })
        {
            var rows = Moderated.Data.Cases([.. Enumerable.Range(0, Moderated.Data.Count).Where(i => Moderated.Data.Texts("z")[i] == label)]);
            var alone = Moderated.Fit("m ~ x + w + x:w\ny ~ m + x", data: rows).Moderation(new() { Moderators = ["w"], At = ["5"] });
            Oracle.Near(alone.Single(Indirect, "y", 5).Value, result.Effects.Single(row => row.Effect.Kind == Indirect && row.Effect.Group == group && row.Effect.Cause == "x").Value, 1e-8);
        }
    }

    [Theory]
    [InlineData("m ~ x + w + x:w\ny ~ m", "q", "", "so that it could be a moderator: q")]
    [InlineData("m ~ x + w + x:w\ny ~ m + z", "z", "", "z moderates nothing")]
    [InlineData("m ~ x + x:w\ny ~ m", "w", "", "no variable of the model by itself")]
    [InlineData("m ~ x + w + x:w\ny ~ m", "w,w", "", "named twice")]
    [InlineData("m ~ x + w + x:w\ny ~ m", "w", "low,high", "these are no values of a moderator")]
    [InlineData("m ~ x + w + x:w\ny ~ m", "w", "z=1", "'z' is no moderator that was asked for")]
    [InlineData("m ~ x + w + x:w\ny ~ m + x\nx ~ y", "w", "", "feedback loops")]
    public void Moderation_WhatIsNotThere_IsRefused(string model, string moderators, string at, string message)
    {
        var fit = Moderated.Fit(model);
        var problem = Assert.Throws<InputException>(() => fit.CheckModeration(new() { Moderators = moderators.Split(','), At = at.Length == 0 ? [] : [at] }));
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Moderation_ResamplesWithoutCases_AreRefused()
    {
        var fit = Moderated.Fit("m ~ x + w + x:w\ny ~ m");
        var options = new EffectOptions { Moderators = ["w"] };
        Assert.Contains("resamples of cases", Assert.Throws<InputException>(() => fit.CheckModeration(options, new() { Seed = 1, Kind = ResamplingKind.Parametric })).Message, StringComparison.Ordinal);
        Assert.Contains("redrawn", Assert.Throws<InputException>(() => fit.CheckModeration(options, new() { Seed = 1, Rule = ImproperRule.Redraw })).Message, StringComparison.Ordinal);
        Assert.Contains("need a bootstrap", Assert.Throws<InputException>(() => fit.Moderation(options with { Kinds = [IntervalKind.Percentile] })).Message, StringComparison.Ordinal);
        Assert.Contains("another fit", Assert.Throws<InputException>(() => fit.Moderation(options, Moderated.Fit("m ~ x + w + x:w\ny ~ m").Bootstrap(new() { Seed = 1, Replicates = 2 }))).Message, StringComparison.Ordinal);
    }
}
