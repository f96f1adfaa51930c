namespace Pathwise.Sem.Moments;

/// <summary>Where the cases of a sample stand in the data that it was taken from, and which cases of its group it leaves out. Immutable.</summary>
[TypeFormatterSource]
public sealed class SampleOrigin
{
    /// <param name="dataCount">Number of cases in the data, of all groups.</param>
    /// <param name="positions">Position in the data, counted from 0, of each case of the sample, in the sample's order.</param>
    /// <param name="omitted">Positions of the group's other cases by the reason why they are left out.</param>
    public SampleOrigin(int dataCount, IEnumerable<int> positions, IEnumerable<(OmissionReason Reason, int Position)> omitted) =>
        (DataCount, Positions, Omitted) = (dataCount, [.. positions], [.. omitted]);

    /// <summary>Number of cases in the data, of all groups.</summary>
    public int DataCount { get; }

    /// <summary>Position in the data, counted from 0, of each case of the sample.</summary>
    public IReadOnlyList<int> Positions { get; }

    /// <summary>The group's other cases, and why they are left out.</summary>
    public IReadOnlyList<(OmissionReason Reason, int Position)> Omitted { get; }

    /// <summary>Number of the group's cases in the data.</summary>
    public int Total => Positions.Count + Omitted.Count;

    /// <summary>The same without the cases, counted from 0 in the sample, that have a reason to be left out.</summary>
    internal SampleOrigin Without(Func<int, OmissionReason?> reason) => new(
        DataCount,
        Positions.Where((_, i) => reason(i) is null),
        Omitted.Concat(Positions.Select((position, i) => (Reason: reason(i), position)).Where(each => each.Reason is not null).Select(each => (each.Reason!.Value, each.position))));
}
