using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Documentation;

public sealed class FeaturesTests
{
    private const string Parity = "tests/Pathwise.Tests/Cli/Commands/FitParityTests.cs";

    // The test that shows what the table claims; for "no", the syntax or the option that is refused.
    private static readonly Dictionary<string, string> Shown = new()
    {
        ["lavaan's model syntax"] = "tests/Pathwise.Tests/Sem/Specification/ModelSpecificationTests.cs",
        ["Factor, path and structural models, second-order factors"] = Parity,
        ["Non-recursive models"] = Parity,
        ["Growth curves"] = Parity,
        ["Multiple groups, equality of parameter kinds over groups"] = Parity,
        ["Equality and nonlinear constraints, defined parameters"] = Parity,
        ["Inequality constraints"] = Parity,
        ["Ordered (categorical) variables"] = "tests/Pathwise.Tests/Sem/Parity/OrdinalParityTests.cs",
        ["Weighted least squares (ADF, DWLS)"] = "tests/Pathwise.Tests/Sem/Parity/OrdinalParityTests.cs",
        ["Maximum likelihood, normal (N) and Wishart (N - 1)"] = Parity,
        ["Generalized and unweighted least squares"] = Parity,
        ["Full information for missing values"] = Parity,
        ["Two stages for missing values, plain and robust"] = "tests/Pathwise.Tests/Sem/Estimation/TwoStageLikelihoodTests.cs",
        ["Auxiliary variables in the first of two stages, with a bootstrap of both by compiled code"] = "tests/Pathwise.Tests/Sem/Resampling/FirstStageSourceTests.cs",
        ["Satorra-Bentler (MLM) and Yuan-Bentler (MLR) corrections"] = Parity,
        ["From covariances and means instead of cases"] = Parity,
        ["Standardized solution with delta-method standard errors"] = Parity,
        ["Modification indices"] = Parity,
        ["Scaled and robust fit indices"] = Parity,
        ["Bootstrap of estimates"] = "tests/Pathwise.Tests/Sem/Resampling",
        ["Direct, indirect and total effects of every pair, without a line of syntax for each"] = "tests/Pathwise.Tests/Sem/Effects",
        ["Intervals of effects: delta, bootstrap, Monte Carlo"] = "tests/Pathwise.Tests/Cli/Commands/EffectsCommandTests.cs",
        ["The same with profile likelihood, BCa, several kinds side by side from one set of draws"] = "tests/Pathwise.Tests/Sem/Intervals",
        ["Tests of an indirect effect by likelihood ratio and adaptive bootstrap, each p with its hypothesis"] = "tests/Pathwise.Tests/Sem/Mediation/MediationTestsTests.cs",
        ["Equivalence test of a direct path (full mediation)"] = "tests/Pathwise.Tests/Sem/Mediation/DirectPathEquivalencesTests.cs",
        ["Reduced-bias M-estimation (implicit, explicit)"] = "tests/Pathwise.Tests/Sem/Estimation/ReducedBiasTests.cs",
        ["Bounds of variances and loadings from the sample's variances"] = "tests/Pathwise.Tests/Sem/Estimation/BoundedEstimationTests.cs",
        ["Improper resamples fitted again within bounds"] = "tests/Pathwise.Tests/Sem/Resampling/BoundedReplicatesTests.cs",
        ["Ridge added to the covariances, with sandwich standard errors"] = "tests/Pathwise.Tests/Sem/Estimation/RidgeRequirementsTests.cs",
        ["Likelihood-ratio test, scaled differences"] = "tests/Pathwise.Tests/Cli/Commands/CompareCommandTests.cs",
        ["Factor scores (regression, Bartlett)"] = "tests/Pathwise.Tests/Sem/Parity",
        ["Residuals: raw, normalized, standardized"] = "tests/Pathwise.Tests/Sem/Parity",
        ["Small-sample chi-squares (Bartlett, Swain, Yuan)"] = "tests/Pathwise.Tests/Sem/Parity",
        ["Cut-offs of fit indices simulated for the model, its estimates and its number of cases"] = "tests/Pathwise.Tests/Sem/Power/FitCutoffsTests.cs",
        ["Unbiased SRMR with interval and test, T-size RMSEA and CFI"] = "tests/Pathwise.Tests/Sem/Evaluation/UnbiasedSrmrFitTests.cs",
        ["Tests of fit by eigenvalues (peba, pall, pols), single and nested models"] = "tests/Pathwise.Tests/Sem/Inference/EigenvalueTestsTests.cs",
        ["Says which parameters are not identified, by name"] = "tests/Pathwise.Tests/Cli/Commands/FitCommandTests.cs",
        ["Case influence, exact; how many cases must go, and what that number means"] = "tests/Pathwise.Tests/Sem/Influence",
        ["Confounders of latent indirect effects: correlation, robustness value, phantom variables"] = "tests/Pathwise.Tests/Sem/Sensitivity",
        ["Equivalent models, found and fitted"] = "tests/Pathwise.Tests/Sem/Equivalents",
        ["Multiverse of a latent mediation: every defensible analysis, on shared resamples, with joint inference"] = "tests/Pathwise.Tests/Multiverse",
        ["Products of observed variables, conditional effects, index of moderated mediation, regions of significance"] = "tests/Pathwise.Tests/Sem/Moderation",
        ["Categorical moderators coded by indicators or effects, an index for each contrast"] = "tests/Pathwise.Tests/Sem/Moderation",
        ["Conceptual and statistical diagram, simple slopes, effects with band, region and cases"] = "tests/Pathwise.Tests/Reporting/Plots",
        ["Effects compared between groups: difference, ratio, constraint"] = "tests/Pathwise.Tests/Sem/Moderation/GroupContrastsTests.cs",
        ["Measurement invariance level by level, equivalence tests, partial by score tests"] = "tests/Pathwise.Tests/Sem/Invariance",
        ["Products of latent variables by product indicators and by local SAM, their moderated mediation with bootstrap"] = "tests/Pathwise.Tests/Sem/Sam/LatentProductMomentsTests.cs",
        ["Local and global SAM, two-step standard errors, small-sample corrections"] = "tests/Pathwise.Tests/Sem/Sam/StructuralAfterMeasurementTests.cs",
        ["The same with second-order factors and a bootstrap of both steps by compiled code"] = "tests/Pathwise.Tests/Sem/Sam/SamRefitTests.cs",
        ["PROCESS models by number, printed as syntax"] = "tests/Pathwise.Tests/Sem/Moderation",
        ["Alpha, omega, AVE, HTMT, Fornell-Larcker"] = "tests/Pathwise.Tests/Cli/Commands/ReliabilityCommandTests.cs",
        ["Polychoric correlations, categorical omega, ordinal alpha"] = "tests/Pathwise.Tests/Cli/Options/OrdinalArgumentsTests.cs",
        ["The same for each group, omega of second-order factors"] = "tests/Pathwise.Tests/Cli/Commands/ReliabilityCommandTests.cs",
        ["KMO, Bartlett, MAP, parallel analysis, item skewness and kurtosis, principal axes and components"] = "tests/Pathwise.Tests/Psychometrics",
        ["Work in shards on a cluster, merged to the same bits"] = "tests/Pathwise.Tests/Cli/Options/ShardsTests.cs",
        ["Command line with JSON"] = "tests/Pathwise.Tests/Cli/Commands/FitCommandTests.cs",
        ["Scripts and notebooks"] = "tests/Pathwise.Tests/Notebooks",
        ["Open source"] = "src/Pathwise",
    };

    private static readonly Dictionary<string, string[]> RefusedSyntax = new()
    {
        ["Multilevel models"] = ["level: 1\nf =~ x1 + x2"],
        ["Formative variables"] = ["f <~ x1 + x2"],
    };

    // Not there to be called: no estimator of that name, no interface.
    private static readonly string[] Absent = ["Bayesian estimation", "Graphical interface", "Structural after measurement, model-implied instruments"];

    private static readonly Dictionary<string, string[]> Rows = File.ReadLines(Repository.Path("docs", "features.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| **", StringComparison.Ordinal))
        .Skip(1).Select(line => line.Trim('|', ' ').Split(" | ")).ToDictionary(cells => cells[0], cells => cells[1..]);

    [Fact]
    public void Features_EveryRow_SaysYesPartlyOrNoOfEachProgram() =>
        Assert.All(Rows.Values, cells =>
        {
            Assert.Equal(6, cells.Length);
            Assert.All(cells, cell => Assert.Contains(cell, (string[])["yes", "partly", "no"]));
        });

    [Fact]
    public void Features_WhatPathwiseHas_IsShownByATest()
    {
        Assert.Equal(Rows.Where(row => row.Value[0] != "no").Select(row => row.Key).Order(), Shown.Keys.Order());
        Assert.All(Shown.Values.Distinct(), path => Assert.True(Path.Exists(Repository.Path(path)), path));
    }

    [Fact]
    public void Features_WhatPathwiseHasNot_IsRefused()
    {
        Assert.Equal(Rows.Where(row => row.Value[0] == "no").Select(row => row.Key).Order(), RefusedSyntax.Keys.Concat(Absent).Order());
        Assert.All(RefusedSyntax.Values.SelectMany(models => models), model => Assert.ThrowsAny<InputException>(() => ModelSpecification.Parse(model).Table()));
    }
}
