using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Equivalents;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Equivalents;

public sealed class StructuralPartTests
{
    [Fact]
    public void Of_AModelOfSecondOrder_HasTheVariablesThatMeasureNoOther()
    {
        var part = StructuralPart.Of(ModelSpecification.Parse(Simulated.StudyLike), StudyFit());
        Assert.Equal(["col", "ali", "con", "per"], part.Graph.Variables);
        Assert.Equal(["ali ~ col", "con ~ col", "per ~ ali + con"], part.Graph.Lines());
        Assert.Contains("ali ~~ 0*con", part.Graph.Zeros());
    }

    [Theory]
    [InlineData("f =~ a + b + c + d")]
    [InlineData("m ~ x\ny ~ m + x")]
    [InlineData("f =~ 1*a + start(0.7)*b + NA*c\ny ~ lab*f\nb ~~ equal(\"lab2\")*b\na ~~ lab2*a")]
    public void With_ItsOwnGraph_IsTheModelAgain(string syntax)
    {
        var model = ModelSpecification.Parse(syntax + "\nz ~ w");
        var fit = Fit(model);
        var part = StructuralPart.Of(model, fit);
        var again = Fit(part.With(part.Graph));
        Assert.Equal(fit.DegreesOfFreedom(), again.DegreesOfFreedom());
        Assert.Equal(fit.Test().Value!.Value, again.Test().Value!.Value, 1e-6);
    }

    [Theory]
    [InlineData("m ~ x\ny ~ m\nx ~ y", "feedback loop")]
    [InlineData("m ~ 0.5*x\ny ~ m", "m ~ x is fixed at 0.5")]
    [InlineData("m ~ a*x\ny ~ a*m", "a constraint holds m ~ x")]
    [InlineData("f =~ x + m + y", "no arrow joins")]
    public void Of_WhatCannotBeTurned_IsRefusedWithTheReason(string syntax, string reason)
    {
        var model = ModelSpecification.Parse(syntax);
        var problem = Assert.Throws<InputException>(() => StructuralPart.Of(model, Fit(model)));
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
    }

    /// <summary>The study's model on simulated answers.</summary>
    internal static FitResult StudyFit()
    {
        var table = Simulated.Table(Simulated.StudyLike);
        var covariance = Matrix<double>.Build.DenseOfRowMajor(18, 18, Simulated.Covariance(Simulated.StudyCases(92, 3), 18));
        return table.Fit(SampleMoments.OfCovariance(table.ObservedVariables, covariance, 92, null, Divisor.Count, ""));
    }

    /// <summary>Fitted to a covariance matrix whose variables all share something.</summary>
    internal static FitResult Fit(ModelSpecification model)
    {
        var names = model.Table().ObservedVariables;
        var covariance = Matrix<double>.Build.Dense(names.Count, names.Count, (i, j) => i == j ? 1 + (0.1 * i) : 0.3 + (0.02 * (i + j)));
        return model.Fit(SampleMoments.OfCovariance(names, covariance, 100, null, Divisor.Count, ""), completion: new() { FixedX = true });
    }
}
