namespace Pathwise.Multiverse.Plans;

/// <summary>How the concepts of a model are measured.</summary>
public enum MeasurementStrategy
{
    /// <summary>By latent variables, as the model says.</summary>
    Latent,

    /// <summary>By the sum of the items of each.</summary>
    Sum,

    /// <summary>By the mean of the items of each.</summary>
    Mean,

    /// <summary>By factor scores (regression method) of a model of each by itself, taken for the concept: uncorrected factor-score regression.</summary>
    FactorScores,

    /// <summary>By factor scores whose covariances are corrected for what the scores do not tell (Croon, 2002).</summary>
    Croon,

    /// <summary>By the mean of the items as the only indicator, its error variance held at one less alpha times its variance.</summary>
    SingleIndicator,
}

/// <summary>Strategies as plans and results write them.</summary>
internal static class MeasurementWords
{
    public static IReadOnlyDictionary<string, MeasurementStrategy> All { get; } = new Dictionary<string, MeasurementStrategy>
    {
        ["latent"] = MeasurementStrategy.Latent, ["sum"] = MeasurementStrategy.Sum, ["mean"] = MeasurementStrategy.Mean,
        ["factor scores"] = MeasurementStrategy.FactorScores, ["croon"] = MeasurementStrategy.Croon, ["single indicator"] = MeasurementStrategy.SingleIndicator,
    };
}
