namespace Pathwise.Sem.Moments;

/// <summary>Why a case of the data is not in a sample.</summary>
public enum OmissionReason
{
    /// <summary>It has no value on any variable of the model.</summary>
    Empty,

    /// <summary>It misses a value, and only complete cases are used.</summary>
    Incomplete,

    /// <summary>It misses a value of an exogenous variable whose moments are held at the sample's.</summary>
    MissingExogenous,

    /// <summary>It belongs to no group.</summary>
    NoGroup,
}
