namespace Pathwise.Sem.Resampling;

/// <summary>What is to be known of a resample of ordered variables, whether it was fitted or not.</summary>
[Flags]
internal enum DrawMarks : byte
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A category of the sample is not in it.</summary>
    LostCategory = 1,

    /// <summary>Its correlations are not positive definite.</summary>
    NotPositiveDefinite = 2,

    /// <summary>A correlation was found at the end of the range that is searched.</summary>
    AtBound = 4,
}
