using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Moments;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Categorical;

public sealed class ConditionalSampleTests
{
    private static readonly DataTable Data = DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s10_regressions", "data.csv"));
    private static readonly string[] Names = ["i1", "m", "y"], Given = ["x", "w"];

    // lavaan 0.6-14: lavInspect(sem("i1 + m + y ~ x + w", d, ordered = c("i1", "m")), "wls.obs").
    [Fact]
    public void Values_AreLavaansStatistics()
    {
        double[] values = Of(Data).Values();
        Assert.Equal(2 + 3 + 1 + 6 + 1 + 3, values.Length);
        Oracle.Near(Expected.Values, values, 1e-6);
    }

    // The diagonal of lavInspect(fit, "gamma").
    [Fact]
    public void Asymptotic_IsLavaansGamma() => Oracle.Near(Expected.Gamma, Of(Data).Asymptotic.Diagonal().ToArray(), 1e-5);

    [Fact]
    public void Slopes_OtherUnitsAndOrigins_FollowThem()
    {
        var (plain, moved) = (Of(Data), Of(Data.With("x", [.. Data.Numbers("x").Select(value => 2010 + (value / 4))])));
        for (var i = 0; i < Names.Length; i++)
            Oracle.Near(plain.Slopes()[i, 0] * 4, moved.Slopes()[i, 0], 1e-9);
        Oracle.Near(plain.Residual()[0, 1], moved.Residual()[0, 1], 1e-9);
        Oracle.Near(plain.Asymptotic[3, 3], Of(Data.With("y", [.. Data.Numbers("y").Select(value => 3 * value)])).Asymptotic[3, 3], 1e-9);
    }

    [Fact]
    public void Of_CovariatesThatDependOnEachOther_AreRefused()
    {
        var twice = Data.With("x2", [.. Data.Numbers("x").Select(value => (2 * value) + 1)]);
        var mistake = Assert.Throws<InputException>(() => ConditionalSample.Of(twice.Samples([.. Names, "x", "x2"])[0], Names, ["i1", "m"], ["x", "x2"]));
        Assert.Contains("x, x2 depend on each other", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_CategoriesThatACovariateTellsApart_AreRefused()
    {
        var cases = Matrix<double>.Build.Dense(40, 3, (i, j) => j == 0 ? (i < 20 ? 1 : 2) : j == 1 ? ((i * 7) % 5) - 2.0 : i);
        var mistake = Assert.Throws<InputException>(() => ConditionalSample.Of(SampleMoments.OfCases(["u", "y", "x"], cases, Divisor.Count), ["u", "y"], ["u"], ["x"]));
        Assert.Contains("tell the categories of u apart entirely", mistake.Message, StringComparison.Ordinal);
    }

    private static ConditionalSample Of(DataTable data) => ConditionalSample.Of(data.Samples([.. Names, .. Given])[0], Names, ["i1", "m"], Given);

    private static class Expected
    {
        public static readonly double[] Values = [0.2004236798, 1.240998154, -0.1575150728, 0.7818304585, 1.379243457, 0.5076072434, 0.2366825209, 0.1607930387, 0.4684681694, 0.2074126337, 0.3568539875, 0.1209561893, 1.283876254, 0.4883826808, 0.2875778794, 0.2498560979];

        public static readonly double[] Gamma = [8.469218042, 9.520887958, 7.198247312, 7.237516582, 8.173432623, 7.283753626, 0.6225277781, 0.5066405764, 0.4962666456, 5.179923348, 4.730664494, 5.181663799, 3.437117324, 0.9556212604, 1.498771054, 1.35184626];
    }
}
