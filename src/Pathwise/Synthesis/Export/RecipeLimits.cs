using System.Globalization;
using Pathwise.Surveys;

namespace Pathwise.Synthesis.Export;

/// <summary>Refuses recipes that are well formed and cannot be followed: names outside their folder, counts below zero or without end.</summary>
internal sealed class RecipeLimits(string path)
{
    private const int MostRows = 1_000_000;
    private const int MostDigits = 18;
    private const int MostMinutes = 1_000_000;

    /// <summary>Throws an <see cref="InputException"/> with the first thing that is wrong.</summary>
    public void Require(ExportRecipe recipe)
    {
        PlainName(recipe.File);
        if (recipe.Answers.File is { } answers)
            PlainName(answers);
        if (recipe.Answers.Ratings is { } ratings)
            Ratings(ratings);
        Values(recipe.Usable.Values, recipe.Usable.Quotas);
        foreach (var rows in recipe.Unusable)
        {
            Within(rows.Rows, 0, MostRows, "rows");
            Values(rows.Values, rows.Quotas);
        }

        Within(recipe.Identifiers.Digits, 1, MostDigits, "digits");
        if (recipe.Times is { } times)
            Times(times);
    }

    // A recipe that somebody sent reads and makes files beside itself alone, and no codebook or list of checksums.
    private void PlainName(string name)
    {
        if (name.AsSpan().ContainsAny("/\\\0:") || name.StartsWith('.') || !name.EndsWith(".csv", StringComparison.Ordinal))
            throw Refusal($"'{name}' is not the name of a table in the same folder; expected one such as answers.csv, without a folder.");
    }

    private void Ratings(RatingTotals ratings)
    {
        _ = new AnswerRange(ratings.Lowest, ratings.Highest);
        foreach (var raters in ratings.Groups)
            Within(raters, 0, MostRows, "groups");
        Within(ratings.Groups.Sum(raters => (long)raters), 1, MostRows, "groups");
        if (!(ratings.BetweenRaters >= 0 && ratings.WithinRaters >= 0 && double.IsFinite(ratings.BetweenRaters + ratings.WithinRaters)))
            throw Refusal(string.Create(CultureInfo.InvariantCulture, $"between_raters is {ratings.BetweenRaters} and within_raters {ratings.WithinRaters}; expected standard deviations."));
        foreach (var item in ratings.Items)
        {
            if (item.Sums.Count != ratings.Groups.Count || (item.LeftOut.Count > 0 && item.LeftOut.Count != ratings.Groups.Count))
                throw Refusal($"item '{item.Name}' has {item.Sums.Count} sums and {item.LeftOut.Count} counts left out for {ratings.Groups.Count} groups.");
            foreach (var (group, left) in item.LeftOut.Index())
                Within(left, 0, ratings.Groups[group], "left_out");
        }
    }

    private void Values(IReadOnlyDictionary<string, string> values, IReadOnlyList<Quota> quotas)
    {
        if (values.FirstOrDefault(pair => pair.Value is null) is { Key: { } name })
            throw Refusal($"the value of '{name}' is null; expected a text, empty where the column is blank.");
        foreach (var quota in quotas)
        {
            foreach (var count in quota.Counts)
                Within(count.Value, 0, MostRows, count.Key);
            if (quota.Among.FirstOrDefault(pair => pair.Value is null) is { Key: { } column })
                throw Refusal($"the values of '{column}' in among are null; expected a list.");
        }
    }

    private void Times(TimeForm times)
    {
        Within(times.LeastMinutes, 0, MostMinutes, "least_minutes");
        Within(times.MostMinutes, times.LeastMinutes, MostMinutes, "most_minutes");
        if (times.LastDay < times.FirstDay || times.LastDay.Year > 9000)
            throw Refusal(string.Create(CultureInfo.InvariantCulture, $"the days run from {times.FirstDay:yyyy-MM-dd} to {times.LastDay:yyyy-MM-dd}."));
    }

    private void Within(long number, long lowest, long highest, string what)
    {
        if (number < lowest || number > highest)
            throw Refusal($"{what}: there is {number}; expected a whole number from {lowest} to {highest}.");
    }

    private InputException Refusal(string what) => new($"{path}: {what}");
}
