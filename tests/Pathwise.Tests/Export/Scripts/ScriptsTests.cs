using Pathwise.Export.Content;
using Pathwise.Export.Scripts;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Cli;
using Xunit;

namespace Pathwise.Tests.Export.Scripts;

public sealed class ScriptsTests : IDisposable
{
    private const string Long = "a_very_long_factor =~ x1 + L1*x2 + L1*x3\na_very_long_other =~ x4 + x5 + x6\na_very_long_other ~ path*a_very_long_factor\ntwice := 2*path^2 + exp(path)\npath > 0\n";

    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Mplus_LongNames_AreUniqueAndLinesFit()
    {
        var text = MplusScript.Of(Report(Long));
        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, 90));
        Assert.All(["a_very_l BY x1@1;", "a_very_1 BY x4@1;", "a_very_l BY x2* (L1);", "a_very_1 ON a_very_l (path);", "NEW(twice);", "a_very_1 is a_very_long_other", "ESTIMATOR = ML;"], words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void MplusNames_AnyNames_AreShortUniqueAndBeginWithALetter()
    {
        var names = new MplusNames(["abcdefgh", "ABCDEFGHI", "abcdefghij", "1x", "ä.b", "_", ""]);
        string[] made = [names["abcdefgh"], names["ABCDEFGHI"], names["abcdefghij"], names["1x"], names["ä.b"], names["_"], names[""]];
        Assert.All(made, name => Assert.Matches("^[A-Za-z][A-Za-z0-9_]{0,7}$", name));
        Assert.Equal(made.Length, made.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Fact]
    public void Expression_NamesNumbersAndFunctions_AreToldApart() =>
        Assert.Equal("q * 1e-5 - exp(q.2)", ExpressionText.Of("a*1e-5-exp(b)", name => name == "a" ? "q" : "q.2"));

    [Fact]
    public void OpenMx_Model_HasAPathForEveryParameter()
    {
        var text = OpenMxScript.Of(Report(Long));
        Assert.All(["mxPath(\"a_very_long_factor\", \"x1\", arrows = 1, free = TRUE", "labels = \"L1\"", "lbound = 0"], words => Assert.Contains(words.Replace("x1\", arrows = 1, free = TRUE", "x1\", arrows = 1, free = FALSE", StringComparison.Ordinal), text, StringComparison.Ordinal));
    }

    // Each of these is what OpenMx 2.21 ran, or refused to run, otherwise (tests/peers/report.R).
    [Theory]
    [InlineData("f =~ x1 + p3*x2 + x3", "labels = \"free2\"", "a label that is called as parameters without one are")]
    [InlineData("x1 ~ x2\nx2 ~ v*x1 + x3\nx1 ~~ x2", "group1$A$labels[\"x2\", \"x1\"] <- \"v\"", "a path beside a covariance of the same variables")]
    [InlineData("f =~ x1 + l*x2 + x3\nl > 0.1\nl < 3", "labels = \"l\", lbound = 0.1, ubound = 3", "bounds of one parameter")]
    [InlineData("f =~ x1 + l*x2 + m*x3\nl > m - 2", "mxConstraint(l > m - 2", "an inequality of two")]
    public void OpenMx_WhatItCannotTakeAsItStands_IsWrittenOtherwise(string model, string expected, string what) =>
        Assert.True(OpenMxScript.Of(Report(model)).Contains(expected, StringComparison.Ordinal), $"{what}:\n{OpenMxScript.Of(Report(model))}");

    [Fact]
    public void Lavaan_ReducedBias_NamesTheVersionThatHasIt()
    {
        Report reduced = new(ReportSamples.Fit(ReportSamples.Mediation, files.Data, estimation: new() { BiasReduction = BiasReduction.Explicit }), new());
        var model = ModelSpecification.Parse(ReportSamples.Mediation);
        Assert.Contains("lavaan 0.7, whose estimator rbm", string.Join(' ', LavaanScript.Of(reduced, model).Split((char[])['\n', '#', ' '], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("lavaan 0.6-14.", LavaanScript.Of(Report(ReportSamples.Mediation), model), StringComparison.Ordinal);
        Assert.Contains("by maximum likelihood (chi-square is N F), bias reduced (explicit RBM), with Pathwise", ResultsText.Of(reduced)[0].Paragraphs[0], StringComparison.Ordinal);
        Assert.Contains("bias reduced (explicit RBM); expected information", new RunFacts(reduced).Estimator, StringComparison.Ordinal);
    }

    [Fact]
    public void OpenMx_OtherEstimators_GetWhatOpenMxFitsAlike()
    {
        var wishart = OpenMxScript.Of(new(ReportSamples.Fit(ReportSamples.Mediation, files.Data, estimation: new() { Likelihood = Likelihood.Wishart }), new()));
        Assert.Contains("type = \"cov\", numObs = 119)", wishart, StringComparison.Ordinal);
        Assert.Contains("# Standard errors are those of the observed information", wishart, StringComparison.Ordinal);
        var least = OpenMxScript.Of(new(ReportSamples.Fit(ReportSamples.Mediation, files.Data, estimation: new() { Estimator = Estimator.ULS }), new()));
        Assert.Contains("mxFitFunctionWLS(\"ULS\"),", least, StringComparison.Ordinal);
        Assert.DoesNotContain("mxPath(\"one\"", least, StringComparison.Ordinal);
    }

    [Fact]
    public void Lavaan_Options_StandInTheCall()
    {
        var fit = ReportSamples.Fit(ReportSamples.Mediation, files.Data, new ModelOptions { StdLv = true, GroupEqual = [GroupEquality.Loadings] }, "school", new EstimationOptions { Likelihood = Likelihood.Wishart });
        var text = LavaanScript.Of(new Report(fit, new() { IsSynthetic = true }), ModelSpecification.Parse(ReportSamples.Mediation));
        Assert.All(["likelihood = \"wishart\"", "std.lv = TRUE", "group = \"group\"", "group.equal = c(\"loadings\")", "data.synthetic.csv", "# SYNTHETIC DATA"], words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Diagrams_Names_AreQuotedAndEscaped()
    {
        var report = Report(Long);
        Assert.Contains("\"a_very_long_factor\" -> \"x1\"", DotDiagram.Of(report, 1), StringComparison.Ordinal);
        Assert.Contains(@"a\_very\_long\_", TikzDiagram.Of(report, 1), StringComparison.Ordinal);
    }

    private Report Report(string model) => new(ReportSamples.Fit(model, files.Data), new());
}
