namespace Pathwise;

/// <summary>What a sample lacks that cannot be fitted.</summary>
internal enum SampleLack
{
    /// <summary>A variable has one value, or none.</summary>
    Variance,

    /// <summary>There are too few cases, or items.</summary>
    Size,
}
