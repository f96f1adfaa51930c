using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Sem.Categorical;

/// <summary>Takes samples of ordered and continuous variables from data.</summary>
public static class CategoricalSampling
{
    /// <summary>
    /// Thresholds and polychoric, polyserial and Pearson correlations of columns of numbers, all of them ordered unless the options name which; nothing
    /// is recoded.
    /// </summary>
    /// <exception cref="InputException">A variable is constant, has too many categories to be ordered, or shares no cases with another.</exception>
    public static CategoricalSample Polychoric(this DataTable table, IReadOnlyList<string> names, CategoricalOptions? options = null) =>
        CategoricalSamples(table, names, null, options)[0];

    /// <summary>
    /// The same of a survey's items, reverse-keyed ones recoded; ordered are all items without decimals unless the options name which.
    /// Categories within an item's range that nobody chose are named.
    /// </summary>
    /// <exception cref="InputException">An item is constant, has too many categories to be ordered, or shares no cases with another.</exception>
    public static CategoricalSample Polychoric(this SurveyData survey, CategoricalOptions? options = null)
    {
        var (items, asked) = (survey.Codebook.Items, options ?? new());
        var chosen = asked with { Ordered = asked.Ordered ?? [.. items.Where(item => !item.HasDecimals).Select(item => item.Name)] };
        var ranges = items.ToDictionary(item => item.Name, item => (item.Range.Lowest, item.Range.Highest), StringComparer.Ordinal);
        return Samples(survey.Recode().Table, [.. items.Select(item => item.Name)], null, chosen, ranges)[0];
    }

    /// <summary>One sample for each group of a data table, groups in the order in which the file first names them.</summary>
    /// <exception cref="InputException">As for one sample, in any of the groups.</exception>
    public static IReadOnlyList<CategoricalSample> CategoricalSamples(
        this DataTable table, IReadOnlyList<string> names, string? group = null, CategoricalOptions? options = null) =>
        Samples(table, names, group, options ?? new(), []);

    private static CategoricalSample[] Samples(
        DataTable table, IReadOnlyList<string> names, string? group, CategoricalOptions options, Dictionary<string, (int Lowest, int Highest)> ranges)
    {
        var ordered = Ordered(names, options.Checked());
        SampleMoments[] kept = [.. table.Samples(names, group).Select(sample => Kept(sample, options, table.Source))];
        var everywhere = names.Where(ordered.Contains).ToDictionary(name => name, name => new SortedSet<double>(kept.SelectMany(sample => Values(sample, name))), StringComparer.Ordinal);
        return [.. kept.Select(sample => Of(sample, ordered, options, table.Source, ranges, everywhere))];
    }

    private static IEnumerable<double> Values(SampleMoments sample, string name) => sample.Cases!.Column(sample.IndexOf(name)).Where(value => !double.IsNaN(value));

    // The sample of cases (n x p, NaN where missing), which nothing is left out of; beside it the answers that occur in any group.
    private static CategoricalSample Of(
        SampleMoments sample,
        HashSet<string> ordered,
        CategoricalOptions options,
        string source,
        Dictionary<string, (int Lowest, int Highest)> ranges,
        Dictionary<string, SortedSet<double>> everywhere)
    {
        var where = sample.Group.Length == 0 ? source : $"{source}, group {sample.Group}";
        Margin[] margins = [.. sample.Names.Select((name, j) => PairwiseCorrelations.MarginOf(name, sample.Cases!.Column(j).ToArray(), ordered.Contains(name)))];
        foreach (var margin in margins)
            MarginCheck.Require(margin, options, where);
        PairCheck.Require(margins, sample.Count, where);
        return new CategoricalSample(margins, sample.Count, options)
        {
            Group = sample.Group,
            Origin = sample.Origin,
            ChosenElsewhere = [.. margins.OfType<OrderedMargin>().Where(margin => margin.Categories.Length < everywhere[margin.Name].Count)
                .Select(margin => $"{margin.Name} ({string.Join(", ", everywhere[margin.Name].Except(margin.Categories).Select(value => value.ToString(CultureInfo.InvariantCulture)))})")],
            Variables = [.. margins.Select(margin => Describe(margin, ranges.TryGetValue(margin.Name, out var range) ? range : null))],
        };
    }

    private static HashSet<string> Ordered(IReadOnlyList<string> names, CategoricalOptions options)
    {
        var stranger = options.Ordered?.FirstOrDefault(name => !names.Contains(name));
        return stranger is null
            ? [.. options.Ordered ?? names]
            : throw new InputException(NearestName.Complaint("the variables to correlate, so that it could be ordered", stranger, names));
    }

    private static SampleMoments Kept(SampleMoments sample, CategoricalOptions options, string source)
    {
        if (options.Deletion == CaseDeletion.Pairwise || !sample.HasMissing)
            return sample;
        int[] complete = [.. Enumerable.Range(0, sample.Count).Where(i => !sample.Cases!.Row(i).Exists(double.IsNaN))];
        if (complete.Length < 2)
            throw new InputException($"{source}: {complete.Length} cases have a value of each of {string.Join(", ", sample.Names)}; at least 2 are needed. Pairwise deletion uses the values that there are.");
        var cases = Matrix<double>.Build.Dense(complete.Length, sample.Names.Count, (i, j) => sample.Cases![complete[i], j]);
        var kept = complete.ToHashSet();
        return SampleMoments.OfCases(sample.Names, cases, sample.Divisor, sample.Group).From(sample.Origin?.Without(i => kept.Contains(i) ? null : OmissionReason.Incomplete));
    }

    private static CategoricalVariable Describe(Margin margin, (int Lowest, int Highest)? range) => margin is OrderedMargin ordered
        ? new(margin.Name, true, margin.Count, ordered.Categories, ordered.Counts, ordered.Thresholds, Unchosen(ordered.Categories, range), null, null)
        : new(margin.Name, false, margin.Count, [], [], [], [], ((ContinuousMargin)margin).Mean, ((ContinuousMargin)margin).Variance);

    // Whole numbers that could have been chosen: within the codebook's range, or else between the answers that were given.
    private static int[] Unchosen(double[] categories, (int Lowest, int Highest)? range)
    {
        if (categories.Any(value => value != Math.Round(value) || Math.Abs(value) > 1e6))
            return [];
        var (lowest, highest) = range ?? ((int)categories[0], (int)categories[^1]);
        return highest - lowest > 100 ? [] : [.. Enumerable.Range(lowest, highest - lowest + 1).Where(value => Array.BinarySearch(categories, value) < 0)];
    }
}
