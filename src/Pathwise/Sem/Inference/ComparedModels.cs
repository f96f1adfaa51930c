using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>Two nested models and the test of their difference.</summary>
[TypeFormatterSource]
public sealed record ComparedModels(FitResult Full, FitResult Restricted, LikelihoodRatioTest Test);
