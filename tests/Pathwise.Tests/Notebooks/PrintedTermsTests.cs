using System.Net;
using System.Text.RegularExpressions;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;
using Pathwise.Notebooks.Replication;
using Xunit;

namespace Pathwise.Tests.Notebooks;

/// <summary>What the tables of the notebooks print above their columns and, of fit measures, before their rows, is in the glossary.</summary>
public sealed partial class PrintedTermsTests
{
    // Words that a reader brings along: of every day, of any table, and short for mean, standard deviation, number and interval.
    private static readonly HashSet<string> Everyday = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "%", "All", "Among the top 5, %", "Answered", "Answers", "By hand", "Cases", "Categories", "Check", "Column", "Component", "Correction", "Correlation", "Curvature", "Cutoff", "Difference of M",
        "Drawn as", "Effect", "Engine", "Estimate", "Expected", "Expected by chance", "F", "Factor", "Finding", "First", "Follows", "Free", "Greatest", "Group", "Holds", "How", "If normal",
        "Indicators", "Interval", "Interval of the mean", "Interval, %", "Invited", "Item", "Items", "Key", "Kind", "Least", "Left out", "Lowest loading", "M", "M, complete", "Mean r", "Meaning",
        "Measure", "Met", "Model", "Moved", "n", "Observed agreement", "Parameter", "Place", "Printed", "Problem", "Published", "Quantity", "r", "Random, 95th percentile", "Random, mean", "Rank",
        "Rank, complete", "Ranks", "Raters", "Recomputed", "Remaining", "Replicates", "Scale", "SD", "Second", "Slope", "Spread", "Statistic", "Step", "t", "Test", "Text", "Ties counted in, %",
        "Ties shared, %", "Topic", "Topics", "Trace", "Units", "Value", "Values", "Variable", "Verdict", "Why", "Why not", "wave", "First component, %", "Single common factor, %", "AVE of the first",
        "AVE of the second", "AVE, raw loadings", "95 % interval", "Bound ±", "Hypothesis", "Shown", "Weakest", "Published interval", "Recomputed interval",
        "Cases to significance", "Cases to the other sign", "Choice", "Correlation that undoes it", "Effect over files", "Excludes zero", "File", "Files that say the same", "Files, zero excluded", "No fewer do", "No.", "Path",
        "Partial R²", "Robustness", "Solution", "Structure", "To yours", "Until", "Which",
        "As claimed", "Claim", "Decision", "Pairs", "Pairs that disagree", "Spread by error", "Type",
        "Department", "Difference", "Ratio", "Interval of it", "N", "of them asked for a region", "in Europe, Turkey or Russia",
        "Answer", "Between", "Cases above", "Cases below", "Estimator", "Share", "These answers", "Threshold above", "Threshold in the resample", "Threshold in the sample",
    };

    private static readonly List<string> Known = [.. Glossary.Beside(Path.Combine(Repository.Root, "notebooks"))!.Terms.SelectMany(term => term.Also.Prepend(term.Name))];

    [Fact]
    public void Headings_OfEveryTable_AreTermsOfTheGlossaryOrOfEveryDay()
    {
        var unknown = from path in new Study(Repository.Root).Notebooks
                      from cell in NotebookReader.Read(path).Cells
                      from output in cell.Outputs.OfType<DataOutput>()
                      from words in Printed(output.Data.Text("text/html") ?? "")
                      where !Everyday.Contains(words) && !IsOfTheData(words) && !IsKnown(words)
                      select $"{Path.GetFileName(path)}, {cell.Id}: {words}";
        Assert.True(!unknown.Any(), string.Join("; ", unknown.Distinct()));
    }

    [Theory]
    [InlineData("AIC", true)]
    [InlineData("Kendall's W", true)]
    [InlineData("p, Wilcoxon and Holm", true)]
    [InlineData("Phlogiston", false)]
    public void IsKnown_AHeading_ByItsTerm(string words, bool expected) => Assert.Equal(expected, IsKnown(words));

    private static IEnumerable<string> Printed(string html)
    {
        var headings = Heading().Matches(html).Select(match => match.Groups["text"].Value);
        var measures = Fit().Matches(html).SelectMany(table => RowHead().Matches(table.Value)).Select(match => match.Groups["text"].Value);
        return headings.Concat(measures).Select(text => WebUtility.HtmlDecode(text).Trim());
    }

    // Names of variables, codes and files: what the data call their columns, and the levels of a cross table.
    private static bool IsOfTheData(string words) => words.Length == 0 || (char.IsLower(words[0]) && (!IsSymbol(words) || char.IsAsciiDigit(words[^1]))) || char.IsAsciiDigit(words[0]);

    private static bool IsSymbol(string words) => words.Length <= 2 || words.StartsWith("p ", StringComparison.Ordinal) || words.StartsWith("p,", StringComparison.Ordinal);

    private static bool IsKnown(string words)
    {
        var plain = words.Replace("'s", "", StringComparison.Ordinal);
        return Known.Any(term => Regex.IsMatch(words, Whole(term), RegexOptions.IgnoreCase) || Regex.IsMatch(plain, Whole(term), RegexOptions.IgnoreCase))
            || Symbols.Any(symbol => words.Contains(symbol, StringComparison.Ordinal)) || words is "p" or "df" || words.StartsWith("p, ", StringComparison.Ordinal) || words.StartsWith("p of ", StringComparison.Ordinal);
    }

    // Signs that the glossary writes as formulas or spells out.
    private static readonly string[] Symbols = ["χ²", "α", "ω", "κ"];

    private static string Whole(string term) => $@"(?<![\p{{L}}\p{{N}}]){Regex.Escape(term)}s?(?![\p{{L}}\p{{N}}])";

    [GeneratedRegex("""<th scope="col"[^>]*>(?<text>.*?)</th>""", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("""<caption[^>]*>Fit</caption>.*?</table>""", RegexOptions.Singleline)]
    private static partial Regex Fit();

    [GeneratedRegex("""<th scope="row"[^>]*>(?<text>.*?)</th>""", RegexOptions.Singleline)]
    private static partial Regex RowHead();
}
