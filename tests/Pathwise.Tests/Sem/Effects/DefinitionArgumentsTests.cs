using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Effects;

/// <summary>Defined quantities, raw and standardized, against lavaan (fixtures/mediation/lavaan-defined.R).</summary>
public sealed class DefinitionArgumentsTests
{
    private static readonly string[][] Rows = [.. File.ReadLines(Repository.Fixture("mediation", "lavaan-defined.csv")).Select(line => line.Split(','))];

    /// <summary>Regressions alone; and loadings, variances, covariances besides; exogenous observed variables in the last two.</summary>
    public static TheoryData<string> Models => ["factors", "paths", "mixed"];

    [Theory]
    [MemberData(nameof(Models))]
    public void EstimateEffects_DefinedQuantities_EqualLavaansStandardizedSolution(string model)
    {
        var effects = Fit(model).EstimateEffects();
        foreach (var row in Rows.Where(row => row[0] == model && row[1] == "sample"))
        {
            var found = effects.Single(each => each.Effect.Name == row[2]);
            AssertClose(row[3], found.Value);
            AssertClose(row[4], found.StandardError);
            AssertClose(row[5], found.Standardized);
            AssertClose(row[6], found.StandardizedError);
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Bootstrap_DefinedQuantities_AreStandardizedInsideEachDrawAsByLavaan(string model)
    {
        var result = Fit(model).Bootstrap(new BootstrapOptions { Seed = 7, Replicates = 6 });
        var compared = 0;
        foreach (var row in Rows.Where(row => row[0] == model && row[1] != "sample"))
        {
            var draw = int.Parse(row[1], CultureInfo.InvariantCulture);
            var effect = result.Effects.ToList().FindIndex(each => each.Name == row[2]);
            AssertClose(row[3], result.First.Effect(draw, effect, isStandardized: false));
            AssertClose(row[5], result.First.Effect(draw, effect, isStandardized: true));
            compared++;
        }

        Assert.True(compared >= 12);
    }

    [Fact]
    public void EstimateEffects_StandardizedDefinition_HasIntervalsOfEveryKindThatEqualThoseOfItsPath()
    {
        var fit = Fit("factors");
        var bootstrap = fit.Bootstrap(new BootstrapOptions { Seed = 7, Replicates = 60, HasJackknife = true });
        var effects = fit.EstimateEffects(new EffectOptions { Kinds = Enum.GetValues<IntervalKind>(), Effects = ["through", "col -> ali -> per"] }, bootstrap);
        var (defined, path) = (effects.Single(each => each.Effect.Name == "through"), effects.Single(each => each.Effect.Name == "col -> ali -> per"));
        Assert.Equal(16, defined.Intervals.Count);
        foreach (var interval in defined.Intervals)
        {
            var other = path.Intervals.Single(each => each.Kind == interval.Kind && each.IsStandardized == interval.IsStandardized);
            // A bound of a profile is searched for; two formulas of one quantity end within the search's tolerance of each other. A Monte Carlo
            // draw with a negative variance of the variable between has standardized effects along the path, and no standardized
            // coefficients: the definition rests on fewer of the 20,000 draws (a bound of which has an error of .002).
            var tolerance = interval.Kind switch { IntervalKind.Profile => 1e-5, IntervalKind.MonteCarlo => 2e-3, _ => 1e-9 };
            Assert.Equal(other.Interval.Lower, interval.Interval.Lower, tolerance);
            Assert.Equal(other.Interval.Upper, interval.Interval.Upper, tolerance);
            Assert.Equal(other.PValue ?? -1, interval.PValue ?? -1, tolerance);
        }
    }

    [Fact]
    public void Bootstrap_GeneralPath_StandardizesDefinitionsOfSeveralGroups()
    {
        // A difference between groups has no path of its own.
        string[] names = ["i1", "m1", "c1"];
        var cases = Samples.Blocks(90).Cases!.SubMatrix(0, 90, 0, 3);
        var fit = ModelSpecification.Parse("i1 ~ c(a1, a2)*c1\nm1 ~ c(b1, b2)*i1 + c1\nless := a1*b1 - a2*b2").Fit(
            [SampleMoments.OfCases(names, cases.SubMatrix(0, 40, 0, 3), Divisor.Count, "a"), SampleMoments.OfCases(names, cases.SubMatrix(40, 50, 0, 3), Divisor.Count, "b")]);
        var result = fit.Bootstrap(new BootstrapOptions { Seed = 3, Replicates = 4 });
        double Draw(string name, int group, int draw) => result.First.Effect(
            draw, result.Effects.ToList().FindIndex(each => each.Name == name && each.Group == group), isStandardized: true);
        for (var draw = 0; draw < 4; draw++)
            Assert.Equal(Draw("c1 -> i1 -> m1", 1, draw) - Draw("c1 -> i1 -> m1", 2, draw), Draw("less", 1, draw), 1e-12);
    }

    [Fact]
    public void EstimateEffects_DefinitionThatDoesNotExistStandardized_IsUndefined()
    {
        var fit = ModelSpecification.Parse("i1 ~ a*c1\nm1 ~ b*i1\nodd := log(a - 0.99*a - a)").Fit(Data);
        var odd = fit.EstimateEffects()[^1];
        Assert.Null(odd.Standardized);
        Assert.DoesNotContain(odd.Intervals, each => each.IsStandardized);
    }

    private static DataTable Data => DataTable.Read(Repository.Fixture("mediation", "study.csv"));

    private static FitResult Fit(string model) => (model switch
    {
        "paths" => ModelSpecification.Parse("i1 ~ a*c1 + g*c2\nm1 ~ b*i1 + d*c1\ni1 ~~ v*i1\nthrough := a*b\ntotal := a*b + d\nrest := v + a"),
        "mixed" => ModelSpecification.Parse("f =~ a1 + l*a2 + a3 + a4\nf ~ b*c1 + c2\nm1 ~ c*f\nthrough := b*c\nscaled := l*b"),
        _ => ModelSpecification.Read(Repository.Fixture("mediation", "defined.lav")),
    }).Fit(Data);

    // lavaan stops within some 1e-5 of its minimum; the quantities with a logarithm of a variance multiply that.
    private static void AssertClose(string expected, double? actual)
    {
        var value = double.Parse(expected, CultureInfo.InvariantCulture);
        Assert.True(Math.Abs(value - actual!.Value) <= 2e-4 * (1 + Math.Abs(value)), $"{actual:R} for {value:R}");
    }
}
