using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

/// <summary>What a fit says of itself; the estimates of the improper samples are lavaan's, held to 1e-6.</summary>
public sealed class FitWarningsTests
{
    [Theory]
    [InlineData("heywood_two", "negative-variance", "k1 ~~ k1")]
    [InlineData("improper_mlm", "negative-variance", "k1 ~~ k1")]
    [InlineData("improper_gls", "negative-variance", "k1 ~~ k1")]
    [InlineData("improper_uls", "negative-variance", "k1 ~~ k1")]
    [InlineData("groups_uls", "negative-variance", "x1 ~~ x1 of group Pasteur")]
    [InlineData("improper_growth", "negative-variance", "s ~~ s")]
    [InlineData("improper_disturbance", "negative-variance", "f3 ~~ f3")]
    [InlineData("improper_correlation", "latent-not-positive-definite", "look at f, h.")]
    [InlineData("improper_correlation_fiml", "latent-not-positive-definite", "look at f, h.")]
    [InlineData("improper_correlation_mlr", "latent-not-positive-definite", "look at f, h.")]
    [InlineData("improper_groups", "latent-not-positive-definite", "of group b is not positive definite; look at f, h.")]
    [InlineData("improper_residuals", "residual-not-positive-definite", "look at r1, r2.")]
    public void Of_ImproperOptimum_IsLavaansAndNamesTheVariable(string id, string code, string what)
    {
        var (lavaan, fit) = (LavaanCase.Read(id).Root.GetProperty("parameters"), LavaanCase.Read(id).Fit());
        Assert.True(fit.HasConverged);
        Assert.Contains(what, Assert.Single(fit.Warnings, warning => warning.Code == code).Message, StringComparison.Ordinal);
        var mismatches = new Mismatches();
        foreach (var (row, own) in lavaan.EnumerateArray().Where(row => row.GetProperty("op").GetString() is "=~" or "~~").Select(row => (row, Own(fit, row))))
            mismatches.Add($"{row.GetProperty("lhs")} {row.GetProperty("op")} {row.GetProperty("rhs")}", row.GetProperty("est"), own, 1e-6);
        mismatches.AssertNone(atLeast: 10);
    }

    [Fact]
    public void Of_NegativeVariance_SaysHowLargeItIs()
    {
        var fit = LavaanCase.Read("heywood_two").Fit();
        Assert.Matches(@"^The variance k1 ~~ k1 is estimated negative: -0\.15\d+\.$", Assert.Single(fit.Warnings, warning => warning.Code == "negative-variance").Message);
    }

    [Fact]
    public void Of_ContradictoryConstraints_SaysThatTheyCannotBeMet()
    {
        var warning = Assert.Single(LavaanWarnings.Of("contradiction").Fit().Warnings, each => each.Code == "not-converged");
        Assert.Contains("the constraints could not be met together", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a == 1\na == 2", "a == 1", "a == 2")]
    [InlineData("a == b\na == b + 1", "a == b", "a == b + 1")]
    [InlineData("a^2 == -1", "a^2 == -1")]
    [InlineData("a > 2\na < 1", "a > 2", "a < 1")]
    [InlineData("a == 1\na > 2\nb > 0", "a > 2")]
    [InlineData("a + b == 1\n2*a + 2*b == 3", "2*a + 2*b == 3")]
    public void Of_ConstraintsThatNoPointMeets_AreNeverAFit(string constraints, params string[] missed)
    {
        var fit = ModelSpecification.Parse($"f =~ x1 + a*x2 + b*x3 + x4\n{constraints}").Fit(Data());
        Assert.Equal(StopReason.ConstraintsNotMet, fit.Termination.Reason);
        var message = Assert.Single(fit.Warnings, each => each.Code == "not-converged").Message.Replace(" ", "", StringComparison.Ordinal);
        Assert.Contains("theconstraintscouldnotbemettogether;theestimatesmiss", message, StringComparison.Ordinal);
        Assert.EndsWith("Changeordroponeoftheconstraints.", message, StringComparison.Ordinal);
        Assert.All(missed, text => Assert.Contains(text.Replace(" ", "", StringComparison.Ordinal), message, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_TooFewIterations_SaysHowManyAndHowSteep()
    {
        var fit = ModelSpecification.Parse("f =~ x1 + x2 + x3 + x4").Fit(Data(), new EstimationOptions { MaximumIterations = 2, RandomStartSeed = 1 });
        Assert.Matches(@"^Not converged after 2 iterations: the largest number of iterations was reached; largest gradient element \S+\. Try start\(\) values", fit.Warnings[0].Message);
    }

    [Fact]
    public void Of_SingularSample_NamesTheVariablesThatDependOnEachOther()
    {
        double[,] covariance = { { 1, 0.2, 1.2, 0.1 }, { 0.2, 1, 1.2, 0.1 }, { 1.2, 1.2, 2.4, 0.2 }, { 0.1, 0.1, 0.2, 1 } };
        var sample = SampleMoments.OfCovariance(["a", "b", "c", "d"], Matrix<double>.Build.DenseOfArray(covariance), 100);
        var warning = Assert.Single(ModelSpecification.Parse("f =~ a + b + c + d").Fit(sample).Warnings, each => each.Code == "sample-not-positive-definite");
        Assert.EndsWith("is not positive definite; look at a, b, c.", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ActiveInequality_SaysWhichBoundary()
    {
        var fit = ModelSpecification.Parse("f =~ x1 + a*x2 + x3 + x4\na > 5").Fit(Data());
        Assert.StartsWith("The estimates lie on the boundary of a > 5", Assert.Single(fit.Warnings, each => each.Code == "boundary").Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cfa")]
    [InlineData("metric")]
    [InlineData("constraints_slack")]
    public void Of_UnremarkableFit_IsEmpty(string id) => Assert.Empty(LavaanCase.Read(id).Fit().Warnings);

    private static double? Own(FitResult fit, System.Text.Json.JsonElement row)
    {
        var (lhs, op, rhs) = (row.GetProperty("lhs").GetString(), row.GetProperty("op").GetString(), row.GetProperty("rhs").GetString());
        var group = row.TryGetProperty("group", out var value) ? value.GetInt32() : 1;
        return fit.Estimates().Single(own => own.Group == group && own.Operator.Text() == op && ((own.Lhs, own.Rhs) == (lhs, rhs) || (op == "~~" && (own.Rhs, own.Lhs) == (lhs, rhs)))).Value;
    }

    private static DataTable Data() => DataTable.Read(Repository.Fixture("lavaan", "models", "data", "hs.csv"));
}
