using System.Globalization;

namespace Pathwise.Sem.Moments;

/// <summary>
/// How many cases of the data were used, and why the others were not; of several groups also how many of each were used, and how many
/// of each there are.
/// </summary>
[TypeFormatterSource]
public sealed record CaseUse(int Used, int Total, IReadOnlyDictionary<OmissionReason, int> Omitted, IReadOnlyList<GroupUse> Groups)
{
    /// <summary>How many cases were left out for each reason.</summary>
    public IReadOnlyDictionary<OmissionReason, int> Omitted { get; init => field = ValueDictionary.Of(value); } = ValueDictionary.Of(Omitted);

    /// <summary>The cases of each group.</summary>
    public IReadOnlyList<GroupUse> Groups { get; init => field = ValueList.Of(value); } = ValueList.Of(Groups);

    /// <summary>Of the samples of all groups; samples of moments alone, or made in memory, leave out no case.</summary>
    public static CaseUse Of(IReadOnlyList<SampleMoments> samples)
    {
        var used = samples.Sum(sample => sample.Count);
        var omitted = new SortedDictionary<OmissionReason, int>();
        foreach (var (reason, _) in samples.SelectMany(sample => sample.Origin?.Omitted ?? []))
            omitted[reason] = omitted.GetValueOrDefault(reason) + 1;
        var total = samples.Max(sample => sample.Origin?.DataCount) ?? used;
        if (total - used - omitted.Values.Sum() is var others and > 0)
            omitted[OmissionReason.NoGroup] = others;
        return new(used, used + omitted.Values.Sum(), omitted, [.. samples.Select(sample => new GroupUse(sample.Group, sample.Count, sample.Origin?.Total ?? sample.Count))]);
    }

    /// <summary>As a phrase: <c>241 of 301 cases (left out: 60 without a value of an exogenous variable)</c>.</summary>
    public string Text
    {
        get
        {
            string[] details = [.. Groups.Count > 1 ? [GroupCounts] : Array.Empty<string>(), .. Omitted.Count > 0 ? [$"left out: {Reasons}"] : Array.Empty<string>()];
            var count = Omitted.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Used} of {Total}") : Used.ToString(CultureInfo.InvariantCulture);
            return $"{count} cases{(details.Length > 0 ? $" ({string.Join("; ", details)})" : "")}";
        }
    }

    private string GroupCounts => string.Join(", ", Groups.Select(group => string.Create(CultureInfo.InvariantCulture, $"{group.Label} {group.Used}")));

    private string Reasons => string.Join(", ", Omitted.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Value} {Wording(each.Key)}")));

    private static string Wording(OmissionReason reason) => reason switch
    {
        OmissionReason.Empty => "without any value",
        OmissionReason.Incomplete => "with a missing value",
        OmissionReason.MissingExogenous => "without a value of an exogenous variable",
        _ => "without a group",
    };
}
