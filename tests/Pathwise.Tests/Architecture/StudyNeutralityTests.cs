using System.Text.RegularExpressions;
using Pathwise.Auditing.Reported;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Architecture;

public sealed class StudyNeutralityTests
{
    // Words of the language that are also names of scales.
    private static readonly string[] CommonWords = ["internal", "alignment", "conflict", "market", "topics"];

    [Fact]
    public void Source_NamesNoItemScaleFileOrStatisticOfTheStudy()
    {
        var words = StudyWords().Distinct().Except(CommonWords).ToArray();
        Assert.True(words.Length > 100, "The codebooks and the published statistics give the words to look for.");
        var pattern = new Regex($@"\b({string.Join('|', words.Select(Regex.Escape))})\b", RegexOptions.IgnoreCase);
        var offences =
            from file in Directory.EnumerateFiles(Repository.Path("src"), "*.cs", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(Repository.Path("templates"), "*", SearchOption.AllDirectories))
            let found = pattern.Match(File.ReadAllText(file))
            where found.Success
            select $"{Path.GetRelativePath(Repository.Root, file)}: {found.Value}";
        Assert.Empty(offences);
    }

    private static IEnumerable<string> StudyWords()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Path("data", "raw"), "*.codebook.yaml"))
        {
            var codebook = Codebook.Read(file);
            yield return Path.GetFileName(file).Split('.')[0];
            foreach (var word in codebook.ItemNames.Concat(codebook.Scales.SelectMany(scale => new[] { scale.Name, scale.Title })))
                yield return word;
        }

        foreach (var statistic in PublishedStatistics.Read(Repository.Path("data", "published")).Statistics)
            yield return statistic.Id;
    }
}
