namespace Pathwise.Sem.Influence;

/// <summary>How many cases the same greedy search needs in samples without odd cases.</summary>
[TypeFormatterSource]
public sealed record DropReference
{
    /// <summary>Which samples.</summary>
    public required ReferenceKind Kind { get; init; }

    /// <summary>The claim.</summary>
    public required DropClaim Claim { get; init; }

    /// <summary>Number of samples drawn.</summary>
    public required int Requested { get; init; }

    /// <summary>Number of samples whose fit converged, on which all else rests.</summary>
    public required int Used { get; init; }

    /// <summary>
    /// Quantiles of the number of cases: the smallest count that a share of the samples does not exceed. 0 where the claim does not hold in a
    /// sample to begin with, null where more than the limit would have to go.
    /// </summary>
    public required IReadOnlyList<CountQuantile> Quantiles { get; init => field = ValueList.Of(value); }

    /// <summary>
    /// (1 + the number of samples in which as few cases suffice as in the data, or fewer) / (1 + the number of samples); of samples that need as many cases
    /// those in which less of the last step was needed count as fewer. Null where the search found no set in the data.
    /// </summary>
    public required double? PValue { get; init; }
}

/// <summary>A quantile of a number of cases; null above the limit.</summary>
[TypeFormatterSource]
public sealed record CountQuantile(double Probability, int? Count);
