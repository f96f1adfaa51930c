using Pathwise.Auditing.Reported;

namespace Pathwise.Auditing.Origins;

/// <summary>
/// Which published values the data beside them were made to give: the targets of a search and the entries of a recipe, and all that is a
/// function of those alone. Decided by the content of the data: other data under the same names were made from nothing.
/// </summary>
internal sealed class Construction
{
    private readonly Dictionary<string, string> reasons;

    private Construction(Dictionary<string, string> reasons) => this.reasons = reasons;

    /// <summary>The construction of the data that lie beside statistics; nothing follows where none was made.</summary>
    /// <exception cref="InputException">An input is neither a statistic nor a quantity that any data were made from.</exception>
    public static Construction Of(PublishedStatistics published)
    {
        var made = MadeData.In(published.Folder);
        var quantities = made.Select(data => (IsThere: data.IsThere(published.Folder), Given: data.Quantities(published.Folder).ToList())).ToList();
        if (made.Count > 0)
            RequireInputs(published, [.. quantities.SelectMany(data => data.Given).Select(given => given.Name)]);
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var given in quantities.Where(data => data.IsThere).SelectMany(data => data.Given))
            reasons.TryAdd(given.Name, given.Origin);
        Close(reasons, Derivations.In(published).ToList());
        return new(reasons);
    }

    /// <summary>Why the data give this value; null where nothing made them do so.</summary>
    public string? Reason(string id) => reasons.GetValueOrDefault(id);

    // Until nothing more follows.
    private static void Close(Dictionary<string, string> reasons, List<(string Of, string[] From)> derivations)
    {
        bool hasGrown;
        do
        {
            hasGrown = false;
            foreach (var (of, from) in derivations.Where(each => each.From.All(reasons.ContainsKey)))
                hasGrown |= reasons.TryAdd(of, Implied(from, reasons));
        }
        while (hasGrown);
    }

    private static string Implied(string[] from, Dictionary<string, string> reasons)
    {
        const string Mark = "implication from ";
        var each = from.Select(name => reasons[name].StartsWith(Mark, StringComparison.Ordinal) ? $"{name}, by {reasons[name]}" : reasons[name]);
        return Mark + OriginList.Of(each);
    }

    private static void RequireInputs(PublishedStatistics published, HashSet<string> quantities)
    {
        quantities.UnionWith(published.Statistics.Select(statistic => statistic.Id));
        foreach (var statistic in published.Statistics)
        {
            if (statistic.Inputs.FirstOrDefault(input => !quantities.Contains(input)) is { } unknown)
                throw new InputException($"{statistic.Source}: the input '{unknown}' of '{statistic.Id}' is neither a statistic nor what any data were made from; expected the id of a statistic, a target or an entry of a recipe.");
        }
    }
}
