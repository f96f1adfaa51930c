using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Psychometrics;

public sealed class DistributionChecksTests
{
    [Fact]
    public void Mahalanobis_NineItems_IsThatOfR() => Oracle.Near(
        Oracle.Read("psych", "psych.json")["mahalanobis"].Numbers, DistributionChecks.Mahalanobis(Holzinger.Values), 1e-9);

    [Fact]
    public void Mahalanobis_ItemThatIsASumOfOthers_IsAMistakeOfTheAnalyst()
    {
        var values = Matrix<double>.Build.DenseOfArray(new double[,] { { 1, 2, 3 }, { 2, 2, 4 }, { 5, 1, 6 }, { 3, 3, 6 } });
        Assert.Contains("singular", Assert.Throws<InputException>(() => DistributionChecks.Mahalanobis(values)).Message);
    }

    [Fact]
    public void Distances_CaseFarAway_ComesFirstWithItsLine()
    {
        using var survey = new SmallSurvey("a,,,,,1,5,7\nb,,,,,2,4,\nc,,,,,2,4,6\nd,,,,,5,5,1\ne,,,,,3,2,4\nf,,,,,2,3,5\n");
        var rows = survey.Read().Distances();
        Assert.Equal(5, rows.Count);
        Assert.Equal(("d", 5), (rows[0].Identifier, rows[0].Line));
        Assert.True(rows[0].PValue < rows[^1].PValue);
    }
}
