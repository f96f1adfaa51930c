namespace Pathwise.Auditing.Reported;

/// <summary>What a check found.</summary>
public enum FindingStatus
{
    /// <summary>The printed numbers can be true together.</summary>
    Consistent,

    /// <summary>They cannot, whatever was rounded and whichever way.</summary>
    Inconsistent,

    /// <summary>They can, but what is concluded from them does not follow; the finding names the source of that judgement.</summary>
    Questionable,

    /// <summary>The paper does not print what the check needs.</summary>
    Untestable,
}

/// <summary>Statuses as reports write them.</summary>
public static class FindingStatusText
{
    /// <summary>The status in words.</summary>
    public static string Text(this FindingStatus status) => status switch
    {
        FindingStatus.Consistent => "consistent",
        FindingStatus.Inconsistent => "inconsistent",
        FindingStatus.Questionable => "questionable",
        _ => "untestable",
    };
}
