using Pathwise.Auditing.Origins;
using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing;

/// <summary>Recomputed values beside published ones.</summary>
public static class PublishedChecks
{
    /// <summary>
    /// Sets recomputed values beside the published ones: in the printed unit and to the printed digits, each with its
    /// verdict. Where the data beside the statistics were made to give a value, the verdict says so. An id that was not published is an
    /// <see cref="InputException"/>.
    /// </summary>
    public static CheckReport Check(this PublishedStatistics published, params (string Id, Recomputed Value)[] values)
    {
        ArgumentNullException.ThrowIfNull(published);
        var construction = Construction.Of(published);
        return new([.. values.Select(pair => Judged(pair.Value.Against(published[pair.Id]), construction.Reason(pair.Id)))]);
    }

    // A value that agrees, where the data were made to give it, is no evidence.
    private static CheckedValue Judged(CheckedValue value, string? made) => made is not null && value.Verdict is (Verdict.Reproduced or Verdict.Compatible)
        ? value with { Verdict = Verdict.MetByConstruction, Why = $"By {made}.{(value.Why is null ? "" : " " + value.Why)}" }
        : value;
}
