namespace Pathwise.Reporting.Plots.Paths;

/// <summary>What an arrow of a path diagram means.</summary>
public enum PathKind
{
    /// <summary>From a factor to what measures it.</summary>
    Loading,

    /// <summary>From a predictor to an outcome.</summary>
    Regression,

    /// <summary>Between two variables that vary together; a variance when they are the same.</summary>
    Covariance,
}
