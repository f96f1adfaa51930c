using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Equivalents;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Resampling;
using Pathwise.Tests.Studies;
using Xunit;

namespace Pathwise.Tests.Sem.Equivalents;

public sealed class EquivalentSearchTests
{
    private static readonly string[] Names = ["a", "b", "c", "d"];

    [Fact]
    public void Equivalents_OfBollensModel_AreThoseThatLavaanFitsAlike()
    {
        var found = Democracy.Model.Equivalents(Democracy.Fit());
        foreach (var line in File.ReadLines(Repository.Fixture("lavaan", "equivalents", "structures.csv")).Skip(1))
        {
            var cells = line.Split(',');
            double Number(int k) => double.Parse(cells[k], CultureInfo.InvariantCulture);
            var row = Assert.Single(found.Rows, each => Canonical(each.Structure) == Canonical(cells[0]));
            Assert.Equal(ReferenceEquals(row, found.Own) ? Equivalence.Own : Equivalence.Equivalent, row.Equivalence);
            Oracle.Near(Number(1), row.ChiSquare, 1e-9);
            Assert.Equal((int)Number(2), row.DegreesOfFreedom);
            Oracle.Near(Number(3), row.Aic, 1e-9);
            Assert.Equal(!cells[0].StartsWith("common", StringComparison.Ordinal), row.IsProper);
            if (cells[4].Length == 0)
                continue;
            var effect = Assert.Single(row.IndirectEffects, each => each.Effect.Kind == EffectKind.SpecificIndirect);
            // As far as lavaan's search goes.
            Oracle.Near(Number(4), effect.Value, 1e-5);
            Oracle.Near(Number(5), effect.StandardError, 1e-5);
        }
    }

    [Fact]
    public void Equivalents_OfASaturatedStructure_AreAllThatReachEveryPoint()
    {
        var found = Democracy.Model.Equivalents(Democracy.Fit());
        Assert.All(found.Rows.Skip(1), row => Assert.Equal(Equivalence.Equivalent, row.Equivalence));
        Assert.All(found.Rows, row => Assert.Equal(found.Own.ChiSquare!.Value, row.ChiSquare!.Value, 1e-6));
        Assert.All(found.Rows.Skip(1), row => Assert.True(row.IsNear));
        Assert.Equal(found.Rows.Count, found.Rows.Select(row => Canonical(row.Structure)).Distinct().Count());
    }

    [Fact]
    public void Equivalents_WhereNothingActsOnTheCause_AreNone()
    {
        var fit = StructuralPartTests.StudyFit();
        var found = ModelSpecification.Parse(Simulated.StudyLike).Equivalents(fit, new() { First = ["col"] });
        Assert.Empty(found.Equivalents);
        Assert.All(found.Rows, row => Assert.DoesNotContain("col ~", row.Structure, StringComparison.Ordinal));
        Assert.True(found.Rows.Count > 5);
    }

    [Fact]
    public void Equivalents_TheModelsThatDiffer_ComeByTheirCriterion()
    {
        var fit = StructuralPartTests.StudyFit();
        var found = ModelSpecification.Parse(Simulated.StudyLike).Equivalents(fit);
        double[] criteria = [.. found.Rows.Where(row => row.Equivalence == Equivalence.Different).Select(row => row.Aic!.Value)];
        Assert.NotEmpty(found.Equivalents);
        Assert.NotEmpty(criteria);
        Assert.Equal(criteria.Order(), criteria, new Within(1e-6));
        Assert.All(found.Rows.Skip(1), row => Assert.Equal(Math.Abs(row.ChiSquare!.Value - found.Own.ChiSquare!.Value) <= 2, row.IsNear));
    }

    /// <summary>The verdict of random parameters beside that of random data: what fits three samples alike that no model made is equivalent.</summary>
    [Fact]
    [Trait("pace", "slow")]
    public void Equivalents_OfThirtyRandomModels_AreThoseThatFitOtherDataAlike()
    {
        var told = 0;
        for (var model = 0; model < 30; model++)
        {
            var specification = ModelSpecification.Parse(RandomStructure(RandomStream.For(11, model)));
            FitResult[] fits = [.. Enumerable.Range(0, 3).Select(k => specification.Fit(RandomSample(RandomStream.For(12, (10 * model) + k)), completion: new() { FixedX = false }))];
            if (fits[0].DegreesOfFreedom() == 0)
                continue;
            var found = specification.Equivalents(fits[0]);
            foreach (var row in found.Rows.Skip(1).Where((row, k) => row.Equivalence != Equivalence.Undetermined && (k + model) % 8 == 0))
            {
                bool?[] alike = row.DegreesOfFreedom == found.Own.DegreesOfFreedom ? [.. fits.Select(fit => IsAlike(row.Model, fit))] : [false];
                if (alike.All(each => each is null))
                    continue;
                Assert.True(!alike.Contains(false) == (row.Equivalence == Equivalence.Equivalent), $"{found.Own.Structure} | {row.Structure}: {row.Equivalence}");
                told++;
            }
        }

        Assert.True(told > 150, $"{told} models were told.");
    }

    [Fact]
    public void Equivalents_WithTwoThreads_AreTheSame()
    {
        var fit = Democracy.Fit();
        EquivalentModels Found(int threads) => Democracy.Model.Equivalents(fit, new() { Threads = threads, Bootstrap = new() { Replicates = 20, Seed = 1 }, Effects = new() { Kinds = [IntervalKind.Percentile] } });
        var (one, two) = (Found(1), Found(2));
        Assert.Equal(one.Rows.Select(row => (row.Structure, row.ChiSquare, row.Equivalence)), two.Rows.Select(row => (row.Structure, row.ChiSquare, row.Equivalence)));
        Assert.Equal(one.Rows.SelectMany(row => row.IndirectEffects), two.Rows.SelectMany(row => row.IndirectEffects));
    }

    [Fact]
    public void Equivalents_WithABootstrap_HaveItsIntervals()
    {
        var found = Democracy.Model.Equivalents(Democracy.Fit(), new() { Bootstrap = new() { Replicates = 100, Seed = 1 }, Effects = new() { Kinds = [IntervalKind.Percentile] } });
        var effect = found.Own.IndirectEffects[0];
        var expected = Democracy.Model.Equivalents(Democracy.Fit()).Own.Fit!.Bootstrap(new() { Replicates = 100, Seed = 1 });
        Assert.Equal(IntervalKind.Percentile, effect.Intervals[0].Kind);
        Assert.Equal(expected.Fit.EstimateEffects(new() { Kinds = [IntervalKind.Percentile] }, expected).Named(effect.Effect.Name).Interval(IntervalKind.Percentile), effect.Interval(IntervalKind.Percentile));
    }

    [Fact]
    public void Equivalents_OfTwoGroups_TurnBoth()
    {
        var specification = ModelSpecification.Parse("m ~ x\ny ~ m");
        var stream = RandomStream.For(5, 0);
        double[][] rows = [.. Enumerable.Range(0, 100).Select(_ => new[] { stream.NextNormal(), stream.NextNormal(), stream.NextNormal() })];
        SampleMoments Sample(int g) => SampleMoments.OfCovariance(["m", "y", "x"], Covariance(rows[(50 * g)..(50 * (g + 1))]), 50, null, Divisor.Count, $"g{g}");
        var found = specification.Equivalents(specification.Fit([Sample(0), Sample(1)]));
        Assert.Equal(2, found.Own.DegreesOfFreedom);
        Assert.Contains(found.Equivalents, row => Canonical(row.Structure) == Canonical("m ~ y; x ~ m"));
        Assert.Contains(found.Rows, row => Canonical(row.Structure) == Canonical("m ~ x + y") && row.Equivalence == Equivalence.Different);
    }

    /// <summary>Statements of a structural part, whatever their order.</summary>
    internal static string Canonical(string structure) => string.Join(
        ";",
        from line in structure.Split(';', StringSplitOptions.TrimEntries)
        let kind = line.Contains("~~", StringComparison.Ordinal) ? "~~" : line.Contains("=~", StringComparison.Ordinal) ? "=~" : "~"
        let sides = line.Split(kind, StringSplitOptions.TrimEntries)
        from right in sides[1].Split('+', StringSplitOptions.TrimEntries)
        let isReversed = kind == "~~" && string.CompareOrdinal(sides[0], right) > 0
        orderby kind, isReversed ? right : sides[0], isReversed ? sides[0] : right
        select isReversed ? $"{right}{kind}{sides[0]}" : $"{sides[0]}{kind}{right}");

    // The best of several searches; null for a sample at which none of them ends, unless it came lower.
    private static bool? IsAlike(ModelSpecification rival, FitResult own)
    {
        int?[] seeds = [null, 1, 2];
        FitResult[] fits = [.. seeds.Select(seed => rival.Fit(own.Sample[0], new() { RandomStartSeed = seed }, new() { FixedX = false }))];
        return fits.Any(fit => Math.Abs(fit.Discrepancy - own.Discrepancy) < 1e-7) ? true
            : fits.Any(fit => fit.HasConverged || fit.Discrepancy < own.Discrepancy) ? false
            : null;
    }

    private static string RandomStructure(RandomStream stream)
    {
        string[] order = [.. Names.OrderBy(_ => stream.NextUniform())];
        var lines = new List<string>();
        for (var j = 1; j < order.Length; j++)
        {
            string[] causes = [.. order.Take(j).Where(_ => stream.NextUniform() < 0.6)];
            if (causes.Length == 0)
                causes = [order[stream.NextInteger(j)]];
            lines.Add($"{order[j]} ~ {string.Join(" + ", causes)}");
        }

        return string.Join("\n", lines);
    }

    private static SampleMoments RandomSample(RandomStream stream)
    {
        double[][] rows = [.. Enumerable.Range(0, 12).Select(_ => Names.Select(_ => stream.NextNormal()).ToArray())];
        return SampleMoments.OfCovariance(Names, Covariance(rows), 200, null, Divisor.Count, "");
    }

    private static Matrix<double> Covariance(double[][] rows)
    {
        var cases = Matrix<double>.Build.DenseOfRowArrays(rows);
        return cases.TransposeThisAndMultiply(cases) / rows.Length;
    }

    private sealed class Within(double tolerance) : IEqualityComparer<double>
    {
        public bool Equals(double x, double y) => Math.Abs(x - y) <= tolerance;

        public int GetHashCode(double obj) => 0;
    }
}
