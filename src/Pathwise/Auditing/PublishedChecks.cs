using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing;

/// <summary>Recomputed values beside published ones.</summary>
public static class PublishedChecks
{
    /// <summary>
    /// Sets recomputed values beside the published ones: in the printed unit and to the printed digits, each with its
    /// verdict. An id that was not published is an <see cref="InputException"/>.
    /// </summary>
    public static CheckReport Check(this PublishedStatistics published, params (string Id, Recomputed Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(published);
        return new([.. values.Select(pair => pair.Value.Against(published[pair.Id]))]);
    }
}
