using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

/// <summary>The unit and the origin of a variable are the analyst's choice: they change estimates by their factor and nothing else.</summary>
public sealed class UnitsTests
{
    [Fact]
    public void Fit_SlopesOfAnySize_AreThoseOfLeastSquares()
    {
        var fit = ModelSpecification.Parse("m ~ x\ny ~ m + x").Fit(Edges.Data("steep"));
        var oracle = Edges.Of("steep");
        Assert.True(fit.HasConverged);
        double[] slopes = [oracle["m_x"].Number, oracle["y_m"].Number, oracle["y_x"].Number];
        var rows = fit.Estimates().Where(row => row.Operator == Operator.Regression).ToArray();
        for (var i = 0; i < 3; i++)
        {
            Oracle.Near(1, rows[i].Value / slopes[i], 1e-9);
            Oracle.Near(1, rows[i].StandardError / oracle["se"].Numbers[i], 1e-9);
        }
    }

    [Theory]
    [InlineData("x2", 40)]
    [InlineData("x2", -40)]
    [InlineData("x1", 30)]
    [InlineData("x7", -30)]
    public void Fit_VariableInAnotherUnit_ChangesNothingThatIsStandardized(string name, int power)
    {
        const string Model = "f =~ x1 + x2 + x3\ng =~ x4 + x5 + x6\ng ~ a*f\nx7 ~ b*g + f\nab := a*b";
        var data = Edges.Data("blocks");
        var (usual, other) = (ModelSpecification.Parse(Model).Fit(data), ModelSpecification.Parse(Model).Fit(Times(data, name, Math.Pow(2, power))));
        Assert.True(other.HasConverged);
        Oracle.Near(usual.Test().Value!.Value, other.Test().Value, 1e-8);
        Assert.Equal(usual.Warnings.Select(warning => warning.Code), other.Warnings.Select(warning => warning.Code));
        Oracle.Near([.. usual.Estimates().Select(row => row.StdAll!.Value)], [.. other.Estimates().Select(row => row.StdAll!.Value)], 1e-6);
        Oracle.Near(Errors(usual), Errors(other), 1e-6);
        Oracle.Near(EffectErrors(usual), EffectErrors(other), 1e-6);
    }

    [Theory]
    [InlineData(-40)]
    [InlineData(40)]
    public void Fit_EveryVariableInAnotherUnit_ChangesNothingThatIsStandardized(int power)
    {
        const string Model = "f =~ x1 + x2 + x3\ng =~ x4 + x5 + x6\ng ~ f";
        var data = Edges.Data("blocks");
        var other = data.Names.Aggregate(data, (table, name) => Times(table, name, Math.Pow(2, power)));
        foreach (var options in new EstimationOptions[] { new(), new() { Estimator = Estimator.MLR }, new() { Estimator = Estimator.GLS } })
        {
            var (one, two) = (ModelSpecification.Parse(Model).Fit(data, options), ModelSpecification.Parse(Model).Fit(other, options));
            Oracle.Near(one.Test().Value!.Value, two.Test().Value, 1e-8);
            Oracle.Near(Errors(one), Errors(two), 1e-6);
        }
    }

    [Theory]
    [InlineData(1e15)]
    [InlineData(1e10)]
    public void Fit_LargeNumberAdded_IsWarnedOfAndCostsOnlyTheDigitsThatTheDataLost(double added)
    {
        const string Model = "f =~ x1 + x2 + x3\ng =~ x4 + x5 + x6";
        var shifted = Plus(Edges.Data("blocks"), "x1", added);

        // What is left of the values once they have been stored: the subtraction is exact.
        var stored = Plus(shifted, "x1", -added);
        var (usual, fit) = (ModelSpecification.Parse(Model).Fit(stored), ModelSpecification.Parse(Model).Fit(shifted));
        Oracle.Near(usual.Test().Value!.Value, fit.Test().Value, 1e-9);
        Assert.Contains("x1", Assert.Single(fit.Warnings, warning => warning.Code == "digits-lost").Message, StringComparison.Ordinal);
        Assert.False(Edges.Warns(usual, "digits-lost"));
    }

    [Theory]
    [InlineData(2.3)]
    [InlineData(0.1)]
    [InlineData(99.9)]
    [InlineData(1e12 + 0.1)]
    public void Fit_ConstantColumn_IsRefusedWhateverTheConstant(double constant)
    {
        var data = Edges.Data("blocks").With("x3", [.. Enumerable.Repeat(constant, 301)]);
        var refusal = Assert.Throws<InputException>(() => ModelSpecification.Parse("f =~ x1 + x2 + x3").Fit(data));
        Assert.Equal("The sample: the variable x3 has no variance.", refusal.Message);
    }

    private static double[] Errors(FitResult fit) => [.. fit.Standardized().Select(row => row.StandardError ?? 0)];

    private static double[] EffectErrors(FitResult fit) => [.. fit.EstimateEffects().Select(effect => effect.StandardizedError ?? 0)];

    private static DataTable Times(DataTable data, string name, double factor) => data.With(name, [.. data.Numbers(name).Select(value => value * factor)]);

    private static DataTable Plus(DataTable data, string name, double added) => data.With(name, [.. data.Numbers(name).Select(value => value + added)]);
}
