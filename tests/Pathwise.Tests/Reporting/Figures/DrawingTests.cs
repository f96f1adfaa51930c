using MathNet.Numerics.LinearAlgebra;
using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Psychometrics;
using Pathwise.Ranking;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Plots;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Reporting.Figures;

/// <summary>Figures of results, on the survey of executives that lies in the repository.</summary>
public sealed class DrawingTests
{
    private static readonly CleaningReport Cleaned = SurveyData.Read(Repository.Path("data", "raw", "executives.csv")).Clean();
    private static readonly SurveyData Survey = Cleaned.Data.Recode();

    [Fact]
    public void Draw_CleaningReport_EndsAtTheUsableCases()
    {
        var figure = Cleaned.Draw();
        Assert.Contains($"Started: {Cleaned.Started}.", figure.AlternativeText, StringComparison.Ordinal);
        Assert.EndsWith($"Usable: {Cleaned.Usable}.", figure.AlternativeText, StringComparison.Ordinal);
    }

    [Fact]
    public void DrawCorrelations_Items_StandScaleByScale()
    {
        var figure = Survey.DrawCorrelations();
        Assert.Equal(Survey.Codebook.ItemNames, figure.X.Ticks.Select(tick => tick.Label));
        var correlations = Survey.ItemCorrelations();
        Assert.Equal(correlations[3, 1], figure.Marks.OfType<HeatMarks>().Single().Rows[3][1]);
    }

    [Fact]
    public void Draw_ParallelAnalysis_ShowsDataAndReference()
    {
        var parallel = Survey.ParallelAnalysis(20, seed: 1);
        var lines = parallel.Draw().Marks.OfType<LineMark>().ToList();
        Assert.Equal(parallel.Eigenvalues.Select(row => row.ReferencePercentile), lines[0].Y);
        Assert.Equal(parallel.Eigenvalues.Select(row => row.Observed), lines[1].Y);
    }

    [Fact]
    public void Draw_TopicRanking_KeepsItsOrder()
    {
        var survey = SurveyData.Read(Repository.Path("data", "raw", "academics.csv")).Clean().Data;
        var ranking = survey.Rank(survey.Codebook.Scales[0].Name);
        Assert.Equal(ranking.Topics.Select(topic => topic.Title), ranking.Draw(5).Y.Ticks.Select(tick => tick.Label[(tick.Label.IndexOf(' ', StringComparison.Ordinal) + 1)..]));
    }

    [Fact]
    public void Draw_RankBootstrap_HasARowForEachTopic()
    {
        var survey = SurveyData.Read(Repository.Path("data", "raw", "academics.csv")).Clean().Data;
        var ranks = survey.BootstrapRanks(survey.Codebook.Scales[0].Name, 5, 50, seed: 1);
        Assert.Equal(ranks.Topics.Count, ranks.Draw().Marks.OfType<HeatMarks>().Single().Rows.Count);
        Assert.Contains("50 resamples of the raters, seed 1.", Registry.Of(ranks).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Draw_Scorecard_CountsByPlace()
    {
        var statistic = new ReportedStatistic { Id = "a", What = "mean", Kind = StatisticKind.Mean, Printed = "5.83", Number = ReportedNumber.Parse("5.83"), Place = "Table 1" };
        var figure = Scorecard.Of(PublishedStatistics.Of([statistic]), []).Draw();
        Assert.Contains("Table 1: 0 reproduced, 0 compatible, 0 differs, 0 met by construction, 0 taken from the paper, 1 not recomputable.", figure.AlternativeText, StringComparison.Ordinal);
    }

    [Fact]
    public void DrawPaths_Fit_ShowsStandardizedEstimates()
    {
        var fit = ScalesFit();
        var figure = fit.DrawPaths();
        var loading = fit.Estimates().First(row => row.Operator == Operator.Loading);
        Assert.Contains($"{loading.Lhs} measured by {loading.Rhs} {NumberText.Number(loading.StdAll, 2, true)}", figure.AlternativeText, StringComparison.Ordinal);
        Assert.Equal(fit.Estimates().Count(row => row.Operator != Operator.Covariance || row.Lhs != row.Rhs), figure.Marks.OfType<EdgeMark>().Count());
    }

    [Fact]
    public void DrawLoadings_Fit_HasOneLineForEachItem()
    {
        var figure = ScalesFit().DrawLoadings();
        Assert.Equal(Survey.Codebook.Scales.Take(2).SelectMany(scale => scale.ItemNames), figure.Y.Ticks.Select(tick => tick.Label));
    }

    // A correlation of the first two scales, whatever they are called.
    private static FitResult ScalesFit()
    {
        var syntax = string.Join('\n', Survey.Codebook.Scales.Take(2).Select(scale => $"{scale.Name} =~ {string.Join(" + ", scale.ItemNames)}"));
        return ModelSpecification.Parse(syntax).Fit(Survey.Table);
    }
}
