using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Power;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Power;

public sealed class FitCutoffsTests
{
    private const string Holzinger = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\n";

    private const string Mediation = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9\ntextual ~ visual\nspeed ~ textual\n";

    // A population with the same parameters and the added cell, its residual variance less what the cross-loading adds, has the same covariances.
    [Fact]
    public void Population_WithCrossLoading_IsThatOfTheModelThatHasIt()
    {
        var fit = Fit(Holzinger);
        var population = new MisspecifiedPopulations(fit).All().First(each => each.Misspecification.Kind == MisspecificationKind.CrossLoading);
        var (text, size) = Parsed(population.Misspecification.Parts);
        var sigma = fit.ImpliedCovariance();
        Assert.Equal("textual =~ x2", text);
        Assert.InRange(size, .1, .7);
        Assert.All(Enumerable.Range(0, 9), i => Assert.Equal(sigma[i, i], population.Covariance[(i * 9) + i], 1e-12));
        var refit = Refit(Holzinger + text + "\n", population.Covariance);
        Assert.Equal(0, refit.Test().Value!.Value, 1e-6);
        Assert.Equal(size, refit.Estimates().Single(row => row is { Lhs: "textual", Rhs: "x2" }).StdAll!.Value, 6e-4);
        Assert.True(Refit(Holzinger, population.Covariance).Test().Value > 1);
    }

    [Fact]
    public void Population_WithOmittedPath_IsThatOfTheModelThatHasIt()
    {
        var fit = Fit(Mediation);
        var all = new MisspecifiedPopulations(fit).All().Where(each => each.Misspecification.Kind == MisspecificationKind.OmittedPath).ToList();
        Assert.Equal(["speed ~ 0.1*visual", "speed ~ 0.3*visual", "speed ~ 0.5*visual"], all.Select(each => each.Misspecification.Parts));
        var refit = Refit(Mediation + "speed ~ visual\n", all[1].Covariance);
        Assert.Equal(0, refit.Test().Value!.Value, 1e-6);
        var moments = fit.Implied(1);
        var (visual, speed) = (fit.Structure.Latents.ToList().IndexOf("visual"), fit.Structure.Latents.ToList().IndexOf("speed"));
        var m = moments.LatentSize;
        var expected = .3 * Math.Sqrt(moments.LatentCovariance[(speed * m) + speed] / moments.LatentCovariance[(visual * m) + visual]);
        Assert.Equal(expected, refit.Estimates().Single(row => row is { Lhs: "speed", Rhs: "visual" }).Value, 1e-5);
    }

    [Fact]
    public void Population_OfOneFactor_HasResidualCorrelations()
    {
        var fit = Fit("f =~ x1 + x2 + x3 + x7 + x8 + x9\n");
        var all = new MisspecifiedPopulations(fit).All();
        Assert.Equal([0, 1, 2, 3], all.Select(each => each.Misspecification.Level));
        var last = all[^1];
        Assert.Equal(3, last.Misspecification.Parts.Split(';').Length);
        var refit = Refit("f =~ x1 + x2 + x3 + x7 + x8 + x9\n" + last.Misspecification.Parts.Replace("0.3*", "", StringComparison.Ordinal).Replace(";", "\n", StringComparison.Ordinal) + "\n", last.Covariance, "x1", "x2", "x3", "x7", "x8", "x9");
        Assert.Equal(0, refit.Test().Value!.Value, 1e-6);
        Assert.Equal(3, refit.Estimates().Count(row => row.Operator == Operator.Covariance && row.Lhs != row.Rhs && Math.Abs(row.StdAll!.Value - .3) < 1e-4));
    }

    // What compiled code and a few sums give in a sample is what the general path's fit indices are.
    [Theory]
    [InlineData(AnswerShape.Normal)]
    [InlineData(AnswerShape.Skewed)]
    public void Indices_OfASample_AreThoseOfAnyFit(AnswerShape shape)
    {
        var fit = Fit(Mediation);
        var source = new ShapedSampler(120, new double[9], fit.ImpliedCovariance().ToRowMajorArray(), ShapedSampler.Transforms(shape, fit.Sample[0]), fit.Structure.Observed);
        for (var i = 0; i < 3; i++)
        {
            var found = new SimulatedFit(fit, CompiledFit.Of(fit), 120).Draw(source, RandomStream.For(5, i))!;
            var cases = new double[120 * 9];
            _ = source.DrawCases(RandomStream.For(5, i), cases);
            var sample = SampleMoments.OfCases(fit.Structure.Observed, Matrix<double>.Build.DenseOfRowMajor(120, 9, cases), Divisor.Count);
            var indices = ModelSpecification.Parse(Mediation).Fit([sample]).Indices();
            double?[] expected = [indices.ChiSquare, indices.Incremental.Cfi, indices.RmseaIndex.Value, indices.Srmr];
            Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First!.Value, pair.Second, 1e-5));
        }
    }

    [Fact]
    public void Samples_OfAnyShape_HaveThePopulationsCovariances()
    {
        var fit = ModelSpecification.Parse(Holzinger).Fit(Pupils.Cut(5), new());
        var sigma = fit.ImpliedCovariance();
        Assert.Contains("no data are known", Assert.Throws<InputException>(() => ShapedSampler.Transforms(AnswerShape.Points, 9)).Message);
        foreach (var shape in Enum.GetValues<AnswerShape>())
        {
            var source = new ShapedSampler(200_000, new double[9], sigma.ToRowMajorArray(), ShapedSampler.Transforms(shape, fit.Sample[0]), fit.Structure.Observed);
            var covariance = new double[81];
            Assert.Null(source.Draw(RandomStream.For(1, 0), covariance, 200_000));
            for (var i = 0; i < 9; i++)
            {
                for (var j = 0; j <= i; j++)
                    Assert.Equal(sigma[i, j] / Math.Sqrt(sigma[i, i] * sigma[j, j]), covariance[(i * 9) + j] / Math.Sqrt(sigma[i, i] * sigma[j, j]), shape == AnswerShape.Skewed ? .03 : .015);
            }
        }
    }

    [Fact]
    public void Cutoffs_DoNotDependOnThreads_AndNoticeMoreAtHigherLevels()
    {
        var fit = Fit(Mediation);
        var one = fit.SimulateCutoffs(new() { Seed = 3, Replicates = 120 });
        var two = fit.SimulateCutoffs(new() { Seed = 3, Replicates = 120, Threads = 2 });
        Assert.Equal(one.Levels, two.Levels);
        var paths = one.Levels.Where(level => level.Misspecification.Kind == MisspecificationKind.OmittedPath).ToList();
        Assert.True(paths[0].Rejected < paths[2].Rejected);
        Assert.Null(paths[0].Indices[0].Cutoff);
        Assert.NotNull(paths[2].Indices[0].Cutoff);
        Assert.All(one.Levels[0].Indices, index => Assert.InRange(index.Noticed, .03, .07));
    }

    // The cut-off lies between the two: no more than so many of the model's own samples are worse, and no more of the misspecified are better.
    [Fact]
    public void Cutoff_HasNoMoreThanItsErrors()
    {
        var result = Fit(Holzinger).SimulateCutoffs(new() { Seed = 8, Replicates = 200 });
        var own = result.Levels[0];
        foreach (var index in result.Levels[^1].Indices)
        {
            var isWorseAbove = index.Index != "cfi";
            Assert.NotNull(index.Cutoff);
            Assert.True(isWorseAbove ? index.Cutoff > own.Indices.Single(each => each.Index == index.Index).Upper : index.Cutoff < own.Indices.Single(each => each.Index == index.Index).Lower);
            Assert.Equal(isWorseAbove ? index.Lower : index.Upper, index.Cutoff!.Value, 1e-12);
        }
    }

    [Fact]
    public void Options_WithoutMeaning_AreRefused()
    {
        var fit = Fit(Holzinger);
        Assert.Throws<InputException>(() => fit.SimulateCutoffs(new() { Seed = 1, Replicates = 5 }));
        Assert.Throws<InputException>(() => fit.SimulateCutoffs(new() { Seed = 1, Shapes = [] }));
        Assert.Throws<InputException>(() => fit.SimulateCutoffs(new() { Seed = 1, Threads = -1 }));
        Assert.Throws<InputException>(() => fit.SimulateCutoffs(new() { Seed = 1, Count = 9 }));
        var known = Refit(Holzinger, fit.ImpliedCovariance().ToRowMajorArray());
        Assert.Contains("needs cases", Assert.Throws<InputException>(() => known.SimulateCutoffs(new() { Seed = 1, Shapes = [AnswerShape.Points] })).Message);
        Assert.Contains("degrees of freedom", Assert.Throws<InputException>(() => Fit("f =~ x1 + x2 + x3\n").SimulateCutoffs(new() { Seed = 1 })).Message);
        var grouped = ModelSpecification.Parse(Holzinger).Fit(Pupils.Read(), null, null, "school");
        Assert.Contains("one group", Assert.Throws<InputException>(() => grouped.SimulateCutoffs(new() { Seed = 1 })).Message);
    }

    private static (string Text, double Size) Parsed(string part)
    {
        var (before, after) = (part.Split("=~")[0].Trim(), part.Split("=~")[1].Trim().Split('*'));
        return ($"{before} =~ {after[1]}", double.Parse(after[0], System.Globalization.CultureInfo.InvariantCulture));
    }

    private static FitResult Refit(string model, double[] covariance, params string[] names)
    {
        string[] used = names.Length > 0 ? names : [.. Enumerable.Range(1, 9).Select(i => $"x{i}")];
        return ModelSpecification.Parse(model).Fit([SampleMoments.OfCovariance(used, Matrix<double>.Build.DenseOfRowMajor(used.Length, used.Length, covariance), 1000, null, Divisor.Count)]);
    }

    private static FitResult Fit(string model) => ModelSpecification.Parse(model).Fit(Pupils.Read());
}
