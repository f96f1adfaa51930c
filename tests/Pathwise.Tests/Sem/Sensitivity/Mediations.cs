using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Sensitivity;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Tests.Sem.Sensitivity;

/// <summary>Models and data of the tests of sensitivity analyses.</summary>
internal static class Mediations
{
    public const string Indirect = "ind60 -> dem60 -> dem65";

    private const string Measured = """
        ind60 =~ x1 + x2 + x3
        dem60 =~ y1 + y2 + y3 + y4
        dem65 =~ y5 + y6 + y7 + y8
        dem60 ~ ind60
        y1 ~~ y5
        y2 ~~ y4 + y6
        y3 ~~ y7
        y4 ~~ y8
        y6 ~~ y8
        """;

    /// <summary>Political Democracy with a direct effect: the structural part is saturated.</summary>
    public const string Partial = Measured + "\ndem65 ~ ind60 + dem60";

    /// <summary>The same without.</summary>
    public const string Full = Measured + "\ndem65 ~ dem60";

    /// <summary>A latent outcome of second order with two mediators and a direct effect, as in the study.</summary>
    public const string SecondOrder = """
        collaboration =~ c1 + c2 + c3 + c4
        alignment     =~ a1 + a2 + a3 + a4
        conflict      =~ k1 + k2 + k3 + k4
        internal      =~ i1 + i2 + i3
        market        =~ m1 + m2 + m3
        performance   =~ internal + market
        alignment   ~ collaboration
        conflict    ~ collaboration
        performance ~ alignment + conflict + collaboration
        """;

    public static DataTable Democracy { get; } = DataTable.Read(Repository.Path("data", "examples", "political-democracy.csv"));

    public static DataTable Study { get; } = DataTable.Read(Repository.Fixture("mediation", "study.csv"));

    public static DataTable Observed { get; } = DataTable.Read(Repository.Fixture("sensitivity", "medsens.csv"));

    public static FitResult Fit(string model, DataTable data, ModelOptions? completion = null) => ModelSpecification.Parse(model).Fit(data, completion: completion);

    /// <summary>The chi-square of a fit.</summary>
    public static double ChiSquare(FitResult fit) => fit.Multiplier * fit.Discrepancy;

    /// <summary>What an analysis begins with.</summary>
    public static (FitResult Fit, ConfoundedPaths Paths, StructuralMoments At) Begin(string model, DataTable data, SensitivityOptions options)
    {
        var fit = Fit(model, data, new() { FixedX = false });
        return (fit, ConfoundedPaths.Of(fit, options), StructuralMoments.Of(fit.Implied(1)));
    }

    /// <summary>Estimates of regressions and covariances by name.</summary>
    public static double Value(FitResult fit, string lhs, Operator kind, string rhs)
    {
        var row = fit.Table.Rows.First(each => each.Operator == kind && each.Lhs == lhs && each.Rhs == rhs);
        return row.IsFree ? fit.Values[row.Free - 1] : row.FixedValue!.Value;
    }

    /// <summary>The moments of x, m and y where u is left out; u acts on x, m and y with these effects and everything has a residual of its own.</summary>
    public static (SampleMoments Sample, Matrix<double> WithU) Confounded(double ux, double um, double uy, double a = 0.5, double b = 0.4, double c = 0.2)
    {
        // u, x, m, y
        var beta = Matrix<double>.Build.DenseOfRowArrays([0, 0, 0, 0], [ux, 0, 0, 0], [um, a, 0, 0], [uy, c, b, 0]);
        var psi = Matrix<double>.Build.DenseOfDiagonalArray([1, 1.2, 0.8, 0.9]);
        var total = (Matrix<double>.Build.DenseIdentity(4) - beta).Inverse();
        var all = total * psi * total.Transpose();
        return (SampleMoments.OfCovariance(["x", "m", "y"], all.SubMatrix(1, 3, 1, 3), 1000, divisor: Divisor.Count), all);
    }
}
