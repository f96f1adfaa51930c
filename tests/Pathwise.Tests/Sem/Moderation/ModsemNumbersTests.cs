using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Moderation;

/// <summary>
/// What modsem 1.0.12 prints for its data <c>oneInt</c> by doubly centred product indicators (article "modsem", A Simple Example; commit 016f9e0f of Kss2k/modsem), typed with three digits. The
/// data are not at hand: the model is fitted to the covariances that the printed estimates imply.
/// </summary>
public sealed class ModsemNumbersTests
{
    private const string Model = """
        X =~ x1 + x2 + x3
        Y =~ y1 + y2 + y3
        Z =~ z1 + z2 + z3
        X:Z =~ x1:z1 + x2:z1 + x3:z1 + x1:z2 + x2:z2 + x3:z2 + x1:z3 + x2:z3 + x3:z3
        Y ~ X + Z + X:Z
        x1:z1 ~~ x1:z2 + x1:z3 + x2:z1 + x3:z1
        x1:z2 ~~ x1:z3 + x2:z2 + x3:z2
        x1:z3 ~~ x2:z3 + x3:z3
        x2:z1 ~~ x2:z2 + x2:z3 + x3:z1
        x2:z2 ~~ x2:z3 + x3:z2
        x2:z3 ~~ x3:z3
        x3:z1 ~~ x3:z2 + x3:z3
        x3:z2 ~~ x3:z3
        """;

    // Estimate and standard error.
    private const string Printed = """
        X=~x2 .804 .013, X=~x3 .916 .014, Y=~y2 .798 .007, Y=~y3 .899 .008, Z=~z2 .812 .013, Z=~z3 .882 .013
        X:Z=~x2:z1 .805 .013, X:Z=~x3:z1 .877 .014, X:Z=~x1:z2 .793 .013, X:Z=~x2:z2 .646 .015, X:Z=~x3:z2 .706 .016, X:Z=~x1:z3 .887 .014, X:Z=~x2:z3 .716 .016, X:Z=~x3:z3 .781 .017
        Y~X .675 .027, Y~Z .561 .026, Y~X:Z .702 .027
        x1:z1~~x1:z2 .115 .008, x1:z1~~x1:z3 .114 .008, x1:z1~~x2:z1 .125 .008, x1:z1~~x3:z1 .140 .009, x1:z2~~x1:z3 .103 .007, x1:z2~~x2:z2 .128 .006, x1:z2~~x3:z2 .146 .007
        x1:z3~~x2:z3 .116 .007, x1:z3~~x3:z3 .135 .007, x2:z1~~x2:z2 .135 .006, x2:z1~~x2:z3 .145 .007, x2:z1~~x3:z1 .114 .007, x2:z2~~x2:z3 .117 .006, x2:z2~~x3:z2 .116 .006
        x2:z3~~x3:z3 .109 .006, x3:z1~~x3:z2 .138 .007, x3:z1~~x3:z3 .158 .008, x3:z2~~x3:z3 .131 .007, X~~Z .201 .024, X~~X:Z .016 .025, Z~~X:Z .062 .025
        x1~~x1 .160 .009, x2~~x2 .162 .007, x3~~x3 .163 .008, y1~~y1 .159 .009, y2~~y2 .154 .007, y3~~y3 .164 .008, z1~~z1 .168 .009, z2~~z2 .158 .007, z3~~z3 .158 .008
        x1:z1~~x1:z1 .311 .014, x2:z1~~x2:z1 .292 .011, x3:z1~~x3:z1 .327 .012, x1:z2~~x1:z2 .290 .011, x2:z2~~x2:z2 .239 .008, x3:z2~~x3:z2 .270 .009
        x1:z3~~x1:z3 .272 .012, x2:z3~~x2:z3 .245 .009, x3:z3~~x3:z3 .297 .011, X~~X .981 .036, Y~~Y .990 .038, Z~~Z 1.016 .038, X:Z~~X:Z 1.045 .044
        """;

    [Fact]
    public void Fit_ProductIndicatorsOfOneInt_HasTheParametersAndErrorsThatModsemPrints() => Compare(Model, Printed, 60, 111);

    /// <summary>Asserts that a model fitted to the covariances that printed estimates imply, of 2,000 cases, has them and their printed errors.</summary>
    internal static void Compare(string model, string estimates, int parameters, int degreesOfFreedom)
    {
        var printed = estimates.Split(['\n', ','], StringSplitOptions.TrimEntries).Select(row => row.Split(' ')).ToDictionary(cells => cells[0], cells => (Value: Number(cells[1]), Error: Number(cells[2])));
        var table = ModelSpecification.Parse(model).Table(new() { FixedX = false });
        Assert.Equal(parameters, table.FreeCount);
        double[] values = [.. table.Rows.Where(row => row.IsFree).OrderBy(row => row.Free).Select(row => Of(printed, row).Value)];
        var moments = new ImpliedMoments(ModelStructure.Of(table), 0);
        moments.Update(values);
        var sample = SampleMoments.OfCovariance(table.ObservedVariables, Matrix<double>.Build.Dense(moments.Size, moments.Size, moments.Sigma), 2000, null, Divisor.Count);
        var fit = table.Fit(sample);
        Assert.Equal(degreesOfFreedom, fit.DegreesOfFreedom());
        foreach (var row in fit.Estimates().Where(row => row.Parameter.IsFree))
        {
            Oracle.Near(Of(printed, row.Parameter).Value, row.Value, 1e-6);

            // Half of the last digit printed, and what the rounded estimates make of it.
            Oracle.Near(Of(printed, row.Parameter).Error, row.StandardError, 0.0008);
        }
    }

    private static (double Value, double Error) Of(Dictionary<string, (double Value, double Error)> printed, Parameter row) =>
        printed.TryGetValue(row.Lhs + row.Operator.Text() + row.Rhs, out var found) ? found : printed[row.Rhs + row.Operator.Text() + row.Lhs];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
