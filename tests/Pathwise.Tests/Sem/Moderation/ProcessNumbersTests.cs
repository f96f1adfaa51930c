using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Moderation;

/// <summary>What PROCESS 5.0 for R itself prints of 240 cases that are sums of sines (synthetic), with seven digits: see the fixture's PROVENANCE.</summary>
public sealed class ProcessNumbersTests
{
    private static readonly string[][] Printed = [.. File.ReadLines(Repository.Fixture("process", "printed.csv")).Skip(1).Select(line => line.Split(','))];

    [Theory]
    [InlineData(1, "")]
    [InlineData(4, "m")]
    [InlineData(5, "m")]
    [InlineData(6, "m,m2")]
    [InlineData(7, "m")]
    [InlineData(14, "m")]
    [InlineData(15, "m")]
    [InlineData(58, "m")]
    [InlineData(59, "m")]
    public void Process_Number_HasTheNumbersThatProcessPrints(int number, string mediators)
    {
        var (fit, rows) = Of(number, mediators);
        var bootstrap = fit.Bootstrap(new() { Seed = 11, Replicates = 1000 });
        string[] at = [.. rows.Select(row => row[3]).Where(text => text.Length > 0).Distinct()];
        string[] moderators = number is 4 or 6 ? [] : ["w"];
        var (plain, resampled) = (new PrintedEffects(fit, moderators, [string.Join(',', at)]), new PrintedEffects(fit, moderators, [string.Join(',', at)], bootstrap));
        Assert.NotEmpty(rows);
        foreach (var row in rows)
        {
            var found = plain.Find(row[1], row[2], row[3]);
            Oracle.Near(PrintedEffects.Number(row[4])!.Value, found.Value, 1e-7);
            if (PrintedEffects.Number(row[6]) is { } lower)
                PrintedEffects.AgreeButForChance(resampled.Find(row[1], row[2], row[3]), PrintedEffects.Number(row[5])!.Value, lower, PrintedEffects.Number(row[7])!.Value);

            // By observed information the likelihood is that of separate regressions; least squares divide by the cases less the coefficients, the constant among them.
            else if (PrintedEffects.Number(row[5]) is { } error)
                Oracle.Near(error, found.StandardError * Math.Sqrt(240.0 / (240 - Coefficients(fit, found.Effect.Outcome))), 1e-7);
        }
    }

    // PROCESS: "There are no statistical significance transition points within the observed range".
    [Fact]
    public void Region_OfModel1_IsWholeAsProcessSays()
    {
        var region = Assert.Single(Of(1, "").Fit.Moderation(new() { Moderators = ["w"] }).Regions);
        Assert.Equal(1, Assert.Single(region.Segments).Sign);
    }

    private static (FitResult Fit, string[][] Rows) Of(int number, string mediators)
    {
        var plan = new ProcessPlan { Number = number, X = "x", Y = "y", Mediators = mediators.Split(',', StringSplitOptions.RemoveEmptyEntries), W = number is 4 or 6 ? null : "w" };
        return (ModelSpecification.Parse(plan.Syntax()).Fit(Cases(), new() { Information = Information.Observed }), [.. Printed.Where(row => row[0] == $"{number}")]);
    }

    private static int Coefficients(FitResult fit, string outcome) => 1 + fit.Table.Rows.Count(row => row.Operator == Operator.Regression && row.Lhs == outcome);

    private static DataTable Cases()
    {
        double[] At(Func<int, double> value) => [.. Enumerable.Range(1, 240).Select(value)];
        double[] Centred(double[] values) => [.. values.Select(value => value - values.Average())];
        var (x, w, z) = (At(i => Math.Sin(i * 0.37) + Math.Cos(i * 0.11)), At(i => Math.Cos(i * 0.23) + Math.Sin(i * 0.07)), At(i => Math.Sin(i * 0.19) - Math.Cos(i * 0.13)));
        var m = At(i => (0.4 * x[i - 1]) + (0.18 * w[i - 1]) - (0.12 * z[i - 1]) + (0.55 * Math.Sin(i * 1.31)));
        var m2 = At(i => (0.25 * m[i - 1]) + (0.15 * x[i - 1]) + (0.1 * w[i - 1]) + (0.45 * Math.Cos(i * 0.71)));
        var y = At(i => (0.22 * x[i - 1]) + (0.36 * m[i - 1]) + (0.14 * w[i - 1]) - (0.09 * z[i - 1]) + (0.17 * m[i - 1] * w[i - 1]) - (0.11 * m[i - 1] * z[i - 1])
            + (0.08 * m[i - 1] * w[i - 1] * z[i - 1]) + (0.6 * Math.Cos(i * 1.17)));
        double[][] columns = [Centred(x), Centred(m), m2, y, Centred(w)];
        return DataTable.Of(["x", "m", "m2", "y", "w"], MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfColumnArrays(columns).ToArray());
    }
}
