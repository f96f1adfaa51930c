using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>Factor scores of a fit.</summary>
public static class Scoring
{
    /// <summary>Factor scores of every case, group by group.</summary>
    public static IReadOnlyList<FactorScores> Scores(this FitResult fit, ScoreMethod method = ScoreMethod.Regression) =>
        FactorScores.Of(fit, method);
}
