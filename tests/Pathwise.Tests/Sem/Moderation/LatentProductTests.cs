using System.Globalization;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Moderation;

public sealed class LatentProductTests
{
    private const string Model = "f =~ x1 + x2 + x3\ng =~ w1 + w2 + w3\nm =~ m1 + m2 + m3\nf:g =~ x1:w1 + x2:w2 + x3:w3\nm ~ f + g + f:g\ny ~ m + f";

    private static readonly DataTable Data = DataTable.Read(Repository.Fixture("moderation", "latent.csv"));

    private static readonly Dictionary<string, (double Estimate, double Error)> Lavaan = File.ReadLines(Repository.Fixture("moderation", "latent-fit.csv")).Skip(1)
        .Select(line => line.Split(',')).ToDictionary(cells => cells[0] + cells[1] + cells[2].Replace("fg", "f:g", StringComparison.Ordinal), cells => (Number(cells[3]), Number(cells[4])));

    // Products by semTools' indProd (matched pairs, double mean centring), the fit by lavaan.
    [Fact]
    public void Moderation_LatentModerator_IsLavaansWithProductIndicators()
    {
        var fit = Moderated.Fit(Model, ProductCentre.Twice, Data);
        Oracle.Near(Lavaan["chisqdf"].Estimate, fit.Test().Value, 1e-4);
        Assert.Equal(Lavaan["chisqdf"].Error, fit.DegreesOfFreedom());
        foreach (var row in fit.Estimates().Where(row => row.Parameter.Operator == Operator.Regression))
        {
            var expected = Lavaan[$"{row.Parameter.Lhs}~{row.Parameter.Rhs}"];
            Oracle.Near(expected.Estimate, row.Value, 2e-5);
            Oracle.Near(expected.Error, row.StandardError, 2e-5);
        }

        var result = fit.Moderation(new() { Moderators = ["g"] });
        EffectEstimate[] rows = [.. result.Effects.Where(row => row.Effect.Kind == EffectKind.ConditionalIndirect && row.Effect.Cause == "f")];
        var index = result.Effects.Single(row => row.Effect.Kind == EffectKind.ModerationIndex);
        foreach (var (name, row) in new[] { ("low", rows[0]), ("high", rows[2]), ("index", index) })
        {
            Oracle.Near(Lavaan[name + ":="].Estimate, row.Value, 2e-5);
            Oracle.Near(Lavaan[name + ":="].Error, row.StandardError, 2e-5);
        }
    }

    [Fact]
    public void Draws_LatentModerator_AreThoseOfFitsToTheDrawnCases()
    {
        var fit = Moderated.Fit(Model, ProductCentre.Twice, Data);
        var options = new EffectOptions { Kinds = [IntervalKind.Percentile], Moderators = ["g"] };
        var bootstrap = fit.Bootstrap(new() { Seed = 9, Replicates = 3 });
        var sample = new ModeratorSample(fit, options.Moderators, []);
        var draws = ModeratedDraws.Of(bootstrap, sample);
        var quantities = new ModeratedQuantities(sample, draws.Setting(0)).Conditional(ModeratedPaths.Of(fit, bootstrap.Catalogue, sample.Blocks)).ToList();
        for (var r = 0; r < bootstrap.Used; r++)
        {
            var again = Moderated.Fit(Model, ProductCentre.Twice, Data.Cases(Bootstrapping.Cases(9, r, Data.Count))).Moderation(options with { Kinds = [] }).Effects;
            for (var k = 0; k < quantities.Count; k++)
                Oracle.Near(again[k].Value, draws.Value(r, quantities[k], false), 1e-5);
        }

        Assert.NotEmpty(fit.Moderation(options, bootstrap).Regions);
    }

    [Fact]
    public void Moderation_PercentilesOfALatentModerator_AreRefused() => Assert.Contains("no percentiles", Assert.Throws<InputException>(
        () => Moderated.Fit(Model, ProductCentre.Twice, Data).CheckModeration(new() { Moderators = ["g"], At = ["16,50,84"] })).Message, StringComparison.Ordinal);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
