using Pathwise.Numerics;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sensitivity;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Sensitivity;

public sealed class BenchmarksTests
{
    [Fact]
    public void Of_AColumnOfObservedVariables_HasThePartialR2OfRegressionsAndTheirEffect()
    {
        var fit = Mediations.Fit("m ~ x\ny ~ x + m", Mediations.Observed);
        var rows = fit.Sensitivity(new() { Effect = "x -> m -> y", Benchmarks = ["z"] }, Mediations.Observed).Benchmarks;
        Assert.Equal(["x -> m", "m -> y"], rows.Select(row => row.Path));
        Oracle.Near(Partial("x", [], "z"), rows[0].CauseR2, 1e-7);
        Oracle.Near(Partial("m", ["x"], "z"), rows[0].OutcomeR2, 1e-7);
        Oracle.Near(Partial("m", ["x"], "z"), rows[1].CauseR2, 1e-7);
        Oracle.Near(Partial("y", ["x", "m"], "z"), rows[1].OutcomeR2, 1e-7);
        Oracle.Near(Coefficients("m", ["x", "z"])[1] * Coefficients("y", ["m", "x", "z"])[1], rows[0].Adjusted, 1e-7);

        // The bias formula is exact: without z, the path is off by just what z's own strength says, up to its sign.
        var path = fit.Sensitivity(new() { Effect = "x -> m -> y" }).Paths[1];
        var moved = Math.Abs(path.Estimate - Coefficients("y", ["m", "x", "z"])[1]);
        Oracle.Near(moved, Math.Abs(path.Estimate - path.Coefficient(rows[1].CauseR2!.Value, rows[1].OutcomeR2!.Value)), 1e-7);
        Assert.Equal(150, rows[0].Count);
    }

    [Fact]
    public void Of_AColumnOfTexts_TakesItsCategoriesTogether()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var data = Mediations.Observed;
            File.WriteAllLines(path, ["x,m,y,kind", .. Enumerable.Range(0, data.Count).Select(i => FormattableString.Invariant($"{data.Numbers("x")[i]},{data.Numbers("m")[i]},{data.Numbers("y")[i]},{(i % 3 == 0 ? "a" : i % 3 == 1 ? "b" : "c")}"))]);
            var texts = DataTable.Read(path);
            var row = Mediations.Fit("m ~ x\ny ~ x + m", texts).Sensitivity(new() { Effect = "x -> m -> y", Benchmarks = ["kind"] }, texts).Benchmarks[0];
            var numbers = texts.With("b", [.. Enumerable.Range(0, data.Count).Select(i => i % 3 == 1 ? 1.0 : 0)]).With("c", [.. Enumerable.Range(0, data.Count).Select(i => i % 3 == 2 ? 1.0 : 0)]);
            Oracle.Near(1 - (Residual(numbers, "m", ["x", "b", "c"]) / Residual(numbers, "m", ["x"])), row.OutcomeR2, 1e-7);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Theory]
    [InlineData("nothing", "Not in ")]
    [InlineData("m", "is a variable of the model")]
    public void Of_AColumnThatCannotConfound_IsRefused(string column, string complaint)
    {
        var fit = Mediations.Fit("m ~ x\ny ~ x + m", Mediations.Observed);
        var mistake = Assert.Throws<InputException>(() => fit.Sensitivity(new() { Effect = "x -> m -> y", Benchmarks = [column], Bootstrap = new BootstrapOptions { Seed = 1 } }, Mediations.Observed));
        Assert.Contains(complaint, mistake.Message, StringComparison.Ordinal);
    }

    private static double Partial(string outcome, string[] given, string column) =>
        1 - (Residual(Mediations.Observed, outcome, [.. given, column]) / Residual(Mediations.Observed, outcome, given));

    private static double Residual(DataTable data, string outcome, string[] predictors)
    {
        var (y, coefficients) = (data.Numbers(outcome), Coefficients(data, outcome, predictors));
        return Enumerable.Range(0, data.Count).Sum(i => Math.Pow(y[i] - coefficients[0] - predictors.Select((name, k) => coefficients[k + 1] * data.Numbers(name)[i]).Sum(), 2));
    }

    private static double[] Coefficients(string outcome, string[] predictors) => Coefficients(Mediations.Observed, outcome, predictors);

    private static double[] Coefficients(DataTable data, string outcome, string[] predictors)
    {
        var design = new double[data.Count, predictors.Length + 1];
        for (var i = 0; i < data.Count; i++)
        {
            design[i, 0] = 1;
            for (var k = 0; k < predictors.Length; k++)
                design[i, k + 1] = data.Numbers(predictors[k])[i];
        }

        return [.. LeastSquares.Fit(design, [.. data.Numbers(outcome)]).Coefficients];
    }
}
