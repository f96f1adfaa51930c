using Deedle;
using MathNet.Numerics.LinearAlgebra;
using Microsoft.DotNet.Interactive.Formatting;
using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Numerics;
using Pathwise.Psychometrics;
using Pathwise.Ranking;
using Pathwise.Reporting;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Exhibits;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Tables;
using Plotly.NET;
using Xunit;

namespace Pathwise.Tests.Reporting.Designs;

[Trait("pace", "slow")]
public sealed class RegistryTests
{
    private const string Bad = "<script>alert(1)</script>";

    private static readonly FitResult Fit = FitOf("f =~ x1 + x2 + x3\nf ~~ 1*f\nv := f_x1^2".Replace("x1 +", "f_x1*x1 +", StringComparison.Ordinal));

    private static readonly CategoricalSample Mixed = DataTable.Read(Repository.Fixture("ordinal", "mixed.csv")).Polychoric(["o1", "c1", "w1", "o2", "c2"], new() { Ordered = ["o1", "w1", "o2"] });

    public static TheoryData<string> Names => [.. Results().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_EveryResult_IsShownAsTextAndHtml(string name)
    {
        var result = Results()[name];
        Assert.NotEqual("", result.ToDisplayString("text/plain"));
        var html = result.ToDisplayString("text/html");
        Assert.Equal(Registry.Of(result).ToHtml(), html);
        Assert.Contains("<", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Fit_BeginsWithWarnings()
    {
        var fit = FitOf("f =~ x1 + x2 + x3\nx1 ~~ 0*x1\nx2 ~~ -5*x2");
        Assert.NotEmpty(fit.Warnings);
        Assert.StartsWith("Structural equation model\n═════════════════════════\nWarning: ", Registry.Of(fit).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Fit_ThatStopsEarly_IsShown()
    {
        var fit = FitOf("f =~ x1 + x2 + x3", new() { MaximumIterations = 1 });
        Assert.False(fit.HasConverged);
        Assert.Contains("stopped after 1 iterations", Registry.Of(fit).ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ItemsAndComponents_SayWhatWasFound()
    {
        var (table, items) = (Pathwise.Tests.Psychometrics.Holzinger.Table, Pathwise.Tests.Psychometrics.Holzinger.Items);
        Assert.Contains("All items of 301 cases: .75", Registry.Of(table.Kmo(items)).ToText(), StringComparison.Ordinal);
        Assert.Contains("Smallest with 2 components by squares", Registry.Of(table.MinimumAveragePartial(items)).ToText(), StringComparison.Ordinal);
        Assert.Contains("Correlations of the components", Registry.Of(table.Components(items, 2, Rotation.Oblimin)).ToText(), StringComparison.Ordinal);
        Assert.Contains("of type 2: as SAS and SPSS print them", table.ItemDistributions(items, SkewnessType.Unbiased).Show().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Estimates_StandInGroups()
    {
        var text = Fit.Estimates().Show().ToText();
        Assert.True(text.IndexOf("Loadings", StringComparison.Ordinal) < text.IndexOf("Variances", StringComparison.Ordinal));
        Assert.True(text.IndexOf("Variances", StringComparison.Ordinal) < text.IndexOf("Defined", StringComparison.Ordinal));
        Assert.Contains("f =~ x1  (f_x1)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_Checks_CarryTheirContractToo()
    {
        var report = (CheckReport)Results()["checks"];
        Assert.Equal(report.ToJson(), report.ToDisplayString("application/vnd.pathwise.checks+json"));
        Assert.Contains("application/vnd.pathwise.checks+json", Formatter.GetPreferredMimeTypesFor(typeof(CheckReport)));
    }

    [Fact]
    public void Show_MatrixAndVector_NameRowsAndColumns()
    {
        var matrix = Matrix<double>.Build.DenseOfArray(new[,] { { 1, 0.25 }, { 0.25, 1 } });
        Assert.Contains("x2  0.250  1.000", matrix.Show(["x1", "x2"]).ToText(), StringComparison.Ordinal);
        Assert.Contains("b  2.000", Vector<double>.Build.Dense([1, 2]).Show(["a", "b"]).ToText(), StringComparison.Ordinal);
        Assert.Contains("The first 30 of 40 rows and 20 of 40 columns.", Matrix<double>.Build.Dense(40, 40).Show().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Show_RowsWithoutADesignOfTheirOwn_HaveAColumnForEachFact()
    {
        var rows = new[] { new FitWarning("a", Bad), new FitWarning("b", "c") };
        Assert.Contains("Code  Message", rows.Show("Warnings").ToText(), StringComparison.Ordinal);
        Assert.StartsWith("Warnings\n", rows.Show("Warnings").ToText(), StringComparison.Ordinal);
        Assert.Contains("2  0.250", new[] { 1.5, 0.25 }.Show().ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Show_RowsWithADesign_PreferIt()
    {
        Assert.StartsWith("Explained variance\n", Fit.RSquared().Show().ToText(), StringComparison.Ordinal);
        Assert.StartsWith("Reliability", new[] { new ScaleReliability("f", "", 4, 92, null, null, null, null) }.Show().ToText(), StringComparison.Ordinal);
        Assert.StartsWith("Scale\n", new[] { new ItemStatistics("x", "f", 9, 4, 1, null, null, null) }.Show("Scale").ToText(), StringComparison.Ordinal);
    }

    [Fact]
    public void Formatting_ListOfMarkedRows_IsOneTable()
    {
        Assert.NotEqual("", new Paragraph("The first type of ours that a kernel meets.").ToDisplayString("text/html"));
        var rows = new List<VarianceInflation> { new("a", 1.25), new("b", 3.4) };
        Assert.Equal(rows.Show().ToHtml(), rows.ToDisplayString("text/html"));
    }

    [Fact]
    public void Of_LikelihoodRatioTest_ReadsAsPapersPrintIt()
    {
        var text = Registry.Of(new LikelihoodRatioTest(3.194, 1, 0.0741, "standard")).ToText();
        Assert.Contains("3.19   1  .074", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Types_EveryResultOfOurs_HasADesign()
    {
        Type[] marked = [.. new[] { typeof(TypeFormatterSourceAttribute), typeof(Registry) }.SelectMany(type => type.Assembly.GetExportedTypes())
            .Where(type => type.IsDefined(typeof(TypeFormatterSourceAttribute), false) && !typeof(Exhibit).IsAssignableFrom(type))];
        Assert.True(marked.Length > 100);
        Assert.Empty(marked.Except(Registry.Types).Select(type => type.FullName));
    }

    [Fact]
    public void Types_EveryDesignOfOurs_IsOfAMarkedType() => Assert.Empty(Registry.Types
        .Where(type => type.Assembly == typeof(TypeFormatterSourceAttribute).Assembly && !type.IsDefined(typeof(TypeFormatterSourceAttribute), false))
        .Except([typeof(Pathwise.Json.EffectsReport)]).Select(type => type.FullName));

    [Fact]
    public void Of_ValuesBesideTheirReport_ReadAlike()
    {
        var report = (CheckReport)Results()["checks"];
        Assert.Equal(Registry.Of(report).ToText(), report.Values.Show().ToText());
        var index = (ModificationIndex)Results()["modification"];
        Assert.Contains("Drop of χ²", Registry.Of(index).ToText(), StringComparison.Ordinal);
        Assert.Equal(Registry.Of(index).ToText(), new[] { index }.Show().ToText());
    }

    [Fact]
    public void Of_TypeWhosePlainFactsAreEnough_ShowsThem()
    {
        var text = Registry.Of(new Termination(StopReason.NoDescent, 12, 0.0125)).ToText();
        foreach (var line in new[] { "Reason         No descent", "Iterations     12", "Gradient       0.013", "Has converged  no" })
            Assert.Contains(line + "\n", text, StringComparison.Ordinal);
    }

    internal static Dictionary<string, object> Results()
    {
        var codebook = new Codebook
        {
            Source = "s", Title = Bad, About = Bad, Cleaning = [],
            Scales = [new Scale { Name = "f", Title = Bad, Labels = new Dictionary<int, string>(), Items = [new("x1", Bad, Bad, "f", new(1, 7), true)] }],
            Columns = [new("c", ColumnKind.Choice, Bad, new Dictionary<string, string> { ["a"] = Bad })],
        };
        var statistic = new ReportedStatistic { Id = "a", What = Bad, Kind = StatisticKind.Mean, Printed = "5.83", Number = ReportedNumber.Parse("5.83"), Place = Bad };
        var published = PublishedStatistics.Of([statistic]);
        return new()
        {
            ["fit"] = Fit,
            ["indices"] = Fit.Indices(),
            ["estimates"] = Fit.Estimates(),
            ["estimate"] = Fit.Estimates()[0],
            ["standardized"] = Fit.Standardized(),
            ["explained"] = Fit.RSquared(),
            ["model"] = ModelSpecification.Parse("f =~ x1 + x2 + x3"),
            ["parameters"] = Fit.Table,
            ["sample"] = Fit.Sample[0],
            ["categorical"] = Mixed,
            ["pairs"] = Mixed.Pairs(),
            ["statistics"] = Mixed.Statistics(),
            ["variables"] = Mixed.Variables,
            ["modification"] = new ModificationIndex(Bad, Operator.Covariance, "x2", 1, 3.84, 0.1, null, null, null),
            ["difference"] = new LikelihoodRatioTest(null, 0, null, Bad),
            ["interval"] = new Interval(0.1, 0.2, 0.95),
            ["codebook"] = codebook,
            ["scale"] = codebook.Scales[0],
            ["table"] = DataTable.Of(["x1", Bad], new[,] { { 1, double.NaN }, { 2, 3 } }),
            ["reliability"] = new[] { new ScaleReliability("f", Bad, 4, 92, 0.85, new(0.8, 0.9, 0.95), null, null) },
            ["items"] = new[] { new ItemStatistics("x1", Bad, 92, 4.5, 1.2, 0.6, null, null) },
            ["topic"] = new RankedTopic(1, "t", Bad, 52, 5.83, 1.1, null),
            ["checks"] = published.Check(("a", 5.8312)),
            ["scorecard"] = Scorecard.Of(published, []),
            ["published"] = published,
            ["statistic"] = statistic,
            ["frame"] = Deedle.Frame.FromRecords(new[] { new { Name = Bad, Value = 2.5 } }),
            ["series"] = new SeriesBuilder<string, double> { { Bad, 1.5 }, { "b", double.NaN } }.Series,
            ["chart"] = GenericChart.ofTraceObjects(false, Microsoft.FSharp.Collections.ListModule.OfSeq([Named(Bad)])),
            ["matrix"] = Matrix<double>.Build.DenseOfArray(new[,] { { 1, double.NaN } }),
            ["vector"] = Vector<double>.Build.Dense([1, 2]),
        };
    }

    private static Trace Named(string name)
    {
        var trace = new Trace("scatter");
        trace.SetProperty("name", name);
        return trace;
    }

    private static FitResult FitOf(string model, EstimationOptions? options = null)
    {
        var covariance = Matrix<double>.Build.DenseOfArray(new[,] { { 2, 0.8, 0.7 }, { 0.8, 1.5, 0.6 }, { 0.7, 0.6, 1.8 } });
        return ModelSpecification.Parse(model).Table().Fit(SampleMoments.OfCovariance(["x1", "x2", "x3"], covariance, 200), options);
    }
}
