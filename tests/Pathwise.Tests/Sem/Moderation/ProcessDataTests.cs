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

/// <summary>Model 8 on the answers of the textbook's example, by cases that have the same means and covariances in both conditions.</summary>
public sealed class ProcessDataTests
{
    private static readonly string[] Variables = ["sexism", "respappr", "liking"];

    [Fact]
    public void Process_Model8OfTheTextbook_IsLavaansAndLeastSquares()
    {
        var plan = new ProcessPlan { Number = 8, X = "protest", Mediators = ["respappr"], Y = "liking", W = "sexism" };
        var fit = ModelSpecification.Parse(plan.Syntax()).Fit(Cases());
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

    private static DataTable Cases()
    {
        var rows = File.ReadLines(Repository.Fixture("moderation", "protest-moments.csv")).Skip(1).Select(line => line.Split(',')).GroupBy(cells => cells[0]).Select(group =>
        {
            double[][] moments = [.. group.Select(cells => cells[3..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
            return Made(double.Parse(group.Key, CultureInfo.InvariantCulture), int.Parse(group.First()[1], CultureInfo.InvariantCulture), moments[0], Matrix<double>.Build.DenseOfRowArrays(moments[1..]));
        }).Aggregate((one, other) => one.Stack(other));
        return DataTable.Of(["protest", .. Variables], rows.ToArray());
    }

    // Normal draws, made to have the moments exactly.
    private static Matrix<double> Made(double protest, int count, double[] means, Matrix<double> covariance)
    {
        var stream = RandomStream.For(8, (int)protest);
        var drawn = Matrix<double>.Build.Dense(count, means.Length, (_, _) => stream.NextNormal());
        drawn -= Matrix<double>.Build.Dense(count, means.Length, (_, j) => drawn.Column(j).Sum() / count);
        var own = (drawn.TransposeThisAndMultiply(drawn) / (count - 1)).Cholesky().Factor;
        var cases = drawn * own.Transpose().Inverse() * covariance.Cholesky().Factor.Transpose();
        return Matrix<double>.Build.Dense(count, means.Length + 1, (i, j) => j == 0 ? protest : cases[i, j - 1] + means[j - 1]);
    }
}
