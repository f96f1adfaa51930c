using Pathwise.Psychometrics;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class ParallelAnalysisTests
{
    [Fact]
    public void Reference_NormalVariables_IsThatOfRWithinSamplingError()
    {
        var expected = Oracle.Read("psych", "psych.json")["parallel"];
        var rows = Run(1000, 7, ParallelKind.Normal, ParallelModel.Components).Eigenvalues;
        // The reference is random in both programs: the mean of 1000 eigenvalues with deviation .05 has error .0016.
        Oracle.Near(expected["mean"].Numbers, rows.Select(row => row.ReferenceMean).ToArray(), 0.008);
        Oracle.Near(expected["p95"].Numbers, rows.Select(row => row.ReferencePercentile).ToArray(), 0.02);
    }

    [Theory]
    [InlineData(ParallelKind.Normal, ParallelModel.Components)]
    [InlineData(ParallelKind.Shuffled, ParallelModel.Components)]
    [InlineData(ParallelKind.Normal, ParallelModel.Factors)]
    [InlineData(ParallelKind.Shuffled, ParallelModel.Factors)]
    public void Count_ThreeAbilities_IsThree(ParallelKind kind, ParallelModel model)
    {
        var analysis = Run(100, 1, kind, model);
        Assert.Equal(3, analysis.CountByMean);
        Assert.Equal(3, analysis.CountByPercentile);
    }

    [Fact]
    public void Run_SameSeed_GivesTheSameNumbers_AnotherSeedOthers()
    {
        var first = Run(20, 1, ParallelKind.Shuffled, ParallelModel.Components).Eigenvalues;
        Assert.Equal(first, Run(20, 1, ParallelKind.Shuffled, ParallelModel.Components).Eigenvalues);
        Assert.NotEqual(first, Run(20, 2, ParallelKind.Shuffled, ParallelModel.Components).Eigenvalues);
    }

    [Fact]
    public void Run_OneDataSet_IsTooFew() =>
        Assert.Contains("at least 2", Assert.Throws<InputException>(() => Run(1, 1, ParallelKind.Normal, ParallelModel.Components)).Message);

    private static ParallelAnalysis Run(int replicates, long seed, ParallelKind kind, ParallelModel model) =>
        Holzinger.Table.ParallelAnalysis(Holzinger.Items, replicates, seed, kind, model);
}
