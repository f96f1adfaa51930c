using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class ResponseScoresTests
{
    private static readonly DataTable Mixed = DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s04_mixed", "data.csv"));

    // The posterior mode of one factor, sought on ever finer grids from the estimates alone.
    [Fact]
    public void Scores_OrderedAndContinuousAnswers_AreTheModeOfAGrid()
    {
        var fit = Fit("F =~ o1 + o2 + o3 + c1 + c2", "o1", "o2", "o3");
        var scores = fit.Scores()[0].Scores;
        var moments = fit.Implied(1);
        for (var i = 0; i < 12; i++)
        {
            var row = fit.Sample[0].Cases!.Row(i);
            double Posterior(double factor)
            {
                var sum = -(factor * factor) / (2 * moments.LatentCovariance[0]);
                for (var j = 0; j < 5; j++)
                {
                    var (mean, sd) = (moments.Mu[j] + (moments.Lambda[j] * factor), Math.Sqrt(moments.Sigma[j * 6] - (moments.Lambda[j] * moments.Lambda[j] * moments.LatentCovariance[0])));
                    double Cut(int t) => t < 0 ? double.NegativeInfinity : t >= moments.Responses!.Count(j) ? double.PositiveInfinity : (moments.Thresholds[moments.Responses.First[j] + t] - mean) / sd;
                    var category = j < 3 ? fit.Sample[0].Responses!.Categories[j]!.ToList().IndexOf(row[j]) : 0;
                    sum += j < 3 ? Math.Log(NormalDistribution.Cdf(Cut(category)) - NormalDistribution.Cdf(Cut(category - 1))) : -Math.Pow((row[j] - mean) / sd, 2) / 2;
                }

                return sum;
            }

            var (low, high) = (-6.0, 6.0);
            while (high - low > 1e-9)
            {
                var (left, right) = (low + ((high - low) / 3), high - ((high - low) / 3));
                (low, high) = Posterior(left) < Posterior(right) ? (left, high) : (low, right);
            }

            Assert.Equal((low + high) / 2, scores[i, 0], 1e-6);
        }
    }

    [Fact]
    public void Scores_OfTheLowestAnswersThroughout_HaveAModeAndNoMaximum()
    {
        var fit = Fit("F =~ o1 + o2 + o3", "o1", "o2", "o3");
        var lowest = fit.Sample[0].Cases!.EnumerateRows().ToList().FindIndex(row => row.Select((value, j) => value == fit.Sample[0].Responses!.Categories[j]![0]).All(each => each));
        Assert.True(double.IsNaN(fit.Scores(ScoreMethod.Bartlett)[0].Scores[lowest, 0]));
        Assert.True(double.IsFinite(fit.Scores()[0].Scores[lowest, 0]));
    }

    [Fact]
    public void Scores_OfMissingAnswers_AreOfThoseThatAreThere()
    {
        var fit = ModelSpecification.Read(Repository.Fixture("lavaan", "ordinal", "s07_missing", "model.lav")).Fit(
            DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s07_missing", "data.csv")), new() { Estimator = Estimator.WLSMV, Missing = MissingData.Pairwise }, new() { Ordered = ["all"] });
        var scores = new ResponseScores(fit, 1, ScoreMethod.Regression);
        Assert.True(scores.Score(Vector<double>.Build.Dense(7, double.NaN)).ForAll(double.IsNaN));
        var some = fit.Sample[0].Cases!.EnumerateRows().First(row => row.Exists(double.IsNaN) && !row.ForAll(double.IsNaN));
        Assert.True(scores.Score(some).ForAll(double.IsFinite));
    }

    [Theory]
    [InlineData("F =~ o1 + o2 + o3\ny ~ F", "y is observed and takes part in them")]
    [InlineData("F =~ o1 + o2 + o3 + c1\no1 ~~ o2", "o1 and o2 have a residual covariance")]
    [InlineData("F =~ o1 + o2 + o3\nF ~ x", "of ordered variables given covariates are not there")]
    public void Scores_ThatAreNotThere_AreRefusedByName(string model, string expected) => Assert.Contains(
        expected, Assert.Throws<InputException>(() => Fit(model, "o1", "o2", "o3").Scores()).Message, StringComparison.Ordinal);

    private static FitResult Fit(string model, params string[] ordered) => ModelSpecification.Parse(model).Fit(Mixed, new() { Estimator = Estimator.WLSMV }, new() { Ordered = ordered });
}
