using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

/// <summary>Factors, parallel analysis and the heterotrait-monotrait ratio on polychoric correlations.</summary>
public sealed class BasisCorrelationTests
{
    private static readonly string[] Two = ["c1", "c2", "c3", "c4", "a1", "a2", "a3", "a4"];

    [Fact]
    public void Factors_OfResponses_ArePsychs()
    {
        // Psych minimizes to about 1e-5 in uniquenesses. Rotations keep the common part of the correlations.
        var expected = OrdinalFixture.Expected["oblimin"];
        var analysis = OrdinalFixture.Table.Factors(Two, 2, ExtractionMethod.MinimumResidual, Rotation.Oblimin, CorrelationBasis.Responses);
        Assert.Equal(CorrelationBasis.Responses, analysis.Basis);
        Assert.Null(analysis.ChiSquare);
        Oracle.Near(expected["uniquenesses"].Numbers, [.. analysis.Uniquenesses], 2e-4);
        static Matrix<double> Common(Matrix<double> loadings, Matrix<double> correlations) => loadings * correlations * loadings.Transpose();
        var (loadings, phi) = (Matrix<double>.Build.DenseOfRowArrays(expected["loadings"].Rows), Matrix<double>.Build.DenseOfRowArrays(expected["phi"].Rows));
        Assert.InRange((Common(loadings, phi) - Common(analysis.Loadings, analysis.FactorCorrelations)).Enumerate().Max(Math.Abs), 0, 2e-4);
    }

    [Fact]
    public void Factors_ByMaximumLikelihood_HaveNoChiSquareOfResponses() =>
        Assert.Null(OrdinalFixture.Table.Factors(Two, 2, ExtractionMethod.MaximumLikelihood, Rotation.None, CorrelationBasis.Responses).ChiSquare);

    [Fact]
    public void ParallelAnalysis_OfResponses_ComparesWithShuffledAnswers()
    {
        var analysis = OrdinalFixture.Table.ParallelAnalysis(OrdinalFixture.Table.Names, 10, 4, ParallelKind.Shuffled, ParallelModel.Components, CorrelationBasis.Responses);
        Oracle.Near(OrdinalFixture.Expected["eigenvalues"].Numbers, [.. analysis.Eigenvalues.Select(row => row.Observed)], 1e-6);
        Assert.Equal(CorrelationBasis.Responses, analysis.Basis);
        var answers = OrdinalFixture.Table.ParallelAnalysis(OrdinalFixture.Table.Names, 10, 4, ParallelKind.Shuffled);
        Assert.True(analysis.Eigenvalues[0].ReferenceMean > answers.Eigenvalues[0].ReferenceMean, "Polychoric correlations of few cases scatter more.");
    }

    [Fact]
    public void ParallelAnalysis_OfResponsesAndNormalVariables_IsRefused() => Assert.Contains(
        "normal variables have no categories",
        Assert.Throws<InputException>(() => OrdinalFixture.Table.ParallelAnalysis(Two, 10, 4, basis: CorrelationBasis.Responses)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Htmt_OfASurveysResponses_IsOfItsPolychoricCorrelations()
    {
        var survey = SurveyData.Read(Repository.Path("data", "raw", "executives.csv")).Clean().Data;
        var correlations = survey.ItemCorrelations(CorrelationBasis.Responses);
        Assert.True(correlations.Pairs.Average(pair => Math.Abs(pair.Value!.Value)) > survey.ItemCorrelations().Pairs.Average(pair => Math.Abs(pair.Value!.Value)));
        var ratio = survey.Htmt(basis: CorrelationBasis.Responses);
        var (first, second) = (survey.Codebook.Scales[0], survey.Codebook.Scales[1]);
        double Mean(IEnumerable<(string A, string B)> pairs) => pairs.Average(pair => Math.Abs(correlations[pair.A, pair.B]!.Value));
        double Within(Scale scale) => Mean(scale.ItemNames.SelectMany((a, i) => scale.ItemNames.Skip(i + 1).Select(b => (a, b))));
        var between = Mean(first.ItemNames.SelectMany(a => second.ItemNames.Select(b => (a, b))));
        Assert.Equal(between / Math.Sqrt(Within(first) * Within(second)), ratio[0, 1]!.Value, 1e-12);
        Assert.All(survey.HtmtIntervals(5, 1, basis: CorrelationBasis.Responses), row => Assert.InRange(row.Replicates, 3, 5));
    }
}
