using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>Two nested models and the test of their difference.</summary>
[TypeFormatterSource]
public sealed record ComparedModels(FitResult Full, FitResult Restricted, LikelihoodRatioTest Test)
{
    private readonly IReadOnlyList<EigenvalueTest> eigenvalueTests = ValueList.Of(Full.EigenvalueTestsOfDifference(Restricted));

    /// <summary>The tests of the difference by eigenvalues; empty where there are none.</summary>
    public IReadOnlyList<EigenvalueTest> EigenvalueTests { get => eigenvalueTests; init => eigenvalueTests = ValueList.Of(value); }
}
