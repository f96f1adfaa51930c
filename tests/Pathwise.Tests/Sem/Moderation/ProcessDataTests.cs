using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Moderation;

/// <summary>Model 8 on the answers of two of the textbook's examples, by cases that have the same means and covariances in both conditions.</summary>
public sealed class ProcessDataTests
{
    [Fact]
    public void Process_Model8OfTheTextbook_IsLavaansAndLeastSquares()
    {
        var plan = new ProcessPlan { Number = 8, X = "protest", Mediators = ["respappr"], Y = "liking", W = "sexism" };
        var fit = ModelSpecification.Parse(plan.Syntax()).Fit(Cases("moderation", "protest-moments.csv", "protest", ["sexism", "respappr", "liking"]));
        var result = fit.Moderation(new() { Moderators = ["sexism"], At = ["4.25,5.12,5.896"] });
        var expected = File.ReadLines(Repository.Fixture("moderation", "protest.csv")).Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0]);
        double Number(string label, int cell) => double.Parse(expected[label][cell], CultureInfo.InvariantCulture);
        EffectEstimate[] All(EffectKind kind) => [.. result.Effects.Where(row => row.Effect.Kind == kind && row.Effect.Cause == "protest" && row.Effect.Outcome == "liking")];
        void Same(string label, EffectEstimate row)
        {
            Oracle.Near(Number(label, 1), row.Value, 3e-6);
            Oracle.Near(Number(label, 2), row.StandardError, 3e-6);
        }

        Same("index", Assert.Single(All(EffectKind.ModerationIndex)));
        for (var k = 0; k < 3; k++)
        {
            Same($"i{k + 1}", All(EffectKind.ConditionalIndirect)[k]);
            Same($"d{k + 1}", All(EffectKind.ConditionalDirect)[k]);
        }

        // PROCESS prints the errors of least squares, which allow for the number of coefficients.
        var estimates = fit.EstimateEffects(new());
        foreach (var (label, name, coefficients) in new[] { ("a3", "protest:sexism -> respappr", 4), ("c3", "protest:sexism -> liking", 5), ("b", "respappr -> liking", 5) })
        {
            var row = estimates.Named(name);
            Oracle.Near(Number(label, 3), row.Value, 1e-9);
            Oracle.Near(Number(label, 4), row.StandardError * Math.Sqrt(129.0 / (129 - coefficients)), 1e-7);
        }
    }

    // Hayes (2022), Table 12.1, three decimals; and manymome's conditional effects as JASP's tests hold them.
    [Fact]
    public void Process_Model8OfDisasters_IsThatOfTheTextbookAndOfManymome()
    {
        var plan = new ProcessPlan { Number = 8, X = "frame", Mediators = ["justify"], Y = "donate", W = "skeptic" };
        var fit = ModelSpecification.Parse(plan.Syntax()).Fit(Cases("process", "disaster-moments.csv", "frame", ["skeptic", "justify", "donate"]), new() { Information = Information.Observed });
        var estimates = fit.EstimateEffects(new());
        foreach (var (name, value, error, coefficients) in new[]
        {
            ("frame -> justify", -0.562, 0.218, 4), ("skeptic -> justify", 0.105, 0.038, 4), ("frame:skeptic -> justify", 0.201, 0.055, 4),
            ("frame -> donate", 0.160, 0.268, 5), ("justify -> donate", -0.923, 0.084, 5), ("skeptic -> donate", -0.043, 0.047, 5), ("frame:skeptic -> donate", 0.015, 0.069, 5),
        })
        {
            var row = estimates.Named(name);
            Oracle.Near(value, row.Value, 5.1e-4);
            Oracle.Near(error, row.StandardError * Math.Sqrt(211.0 / (211 - coefficients)), 5.1e-4);
        }

        var result = fit.Moderation(new() { Moderators = ["skeptic"], At = ["1.6,2.8,5.2"] });
        double[] Values(EffectKind kind) => [.. result.Effects.Where(row => row.Effect.Kind == kind && row.Effect.Cause == "frame" && row.Effect.Outcome == "donate").Select(row => row.Value)];
        foreach (var (kind, expected) in new[]
        {
            (EffectKind.ConditionalIndirect, new[] { 0.221978775756622, -0.000777298399628598, -0.44628944671213 }),
            (EffectKind.ConditionalDirect, [0.184194717056734, 0.202102360499689, 0.2379176473856]),
        })
        {
            Assert.All(expected.Zip(Values(kind), (one, other) => (one, other)), pair => Oracle.Near(pair.one, pair.other, 1e-6));
        }
    }

    private static DataTable Cases(string folder, string file, string condition, string[] variables)
    {
        var rows = File.ReadLines(Repository.Fixture(folder, file)).Skip(1).Select(line => line.Split(',')).GroupBy(cells => cells[0]).Select(group =>
        {
            double[][] moments = [.. group.Select(cells => cells[3..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
            return Made(double.Parse(group.Key, CultureInfo.InvariantCulture), int.Parse(group.First()[1], CultureInfo.InvariantCulture), moments[0], Matrix<double>.Build.DenseOfRowArrays(moments[1..]));
        }).Aggregate((one, other) => one.Stack(other));
        return DataTable.Of([condition, .. variables], rows.ToArray());
    }

    // Normal draws, made to have the moments exactly.
    private static Matrix<double> Made(double condition, int count, double[] means, Matrix<double> covariance)
    {
        var stream = RandomStream.For(8, (int)condition);
        var drawn = Matrix<double>.Build.Dense(count, means.Length, (_, _) => stream.NextNormal());
        drawn -= Matrix<double>.Build.Dense(count, means.Length, (_, j) => drawn.Column(j).Sum() / count);
        var own = (drawn.TransposeThisAndMultiply(drawn) / (count - 1)).Cholesky().Factor;
        var cases = drawn * own.Transpose().Inverse() * covariance.Cholesky().Factor.Transpose();
        return Matrix<double>.Build.Dense(count, means.Length + 1, (i, j) => j == 0 ? condition : cases[i, j - 1] + means[j - 1]);
    }
}
