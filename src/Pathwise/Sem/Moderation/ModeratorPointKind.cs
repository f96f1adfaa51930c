namespace Pathwise.Sem.Moderation;

/// <summary>What a value of a moderator is made of.</summary>
internal enum ModeratorPointKind
{
    /// <summary>A number that was given.</summary>
    Value,

    /// <summary>The mean of the sample plus so many standard deviations (of n - 1).</summary>
    Deviations,

    /// <summary>A percentile of the sample (type 7 of Hyndman and Fan, 1996).</summary>
    Percentile,
}
