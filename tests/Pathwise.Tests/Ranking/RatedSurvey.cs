using Pathwise.Surveys;

namespace Pathwise.Tests.Ranking;

/// <summary>Thirty raters of six topics in two waves, three ratings missing: the survey of tests/fixtures/base-r.</summary>
internal static class RatedSurvey
{
    public static readonly string[] Topics = ["t1", "t2", "t3", "t4", "t5", "t6"];

    private const string Codebook = """
        title: Ratings
        about: drawn for a test
        columns:
          - { name: id, kind: identifier, text: rater }
          - { name: wave, kind: choice, text: round, values: { "1": first, "3": second } }
        scales:
          - name: topics
            title: Topics
            lowest: 1
            highest: 7
            items:
              - { name: t1, text: one }
              - { name: t2, text: two }
              - { name: t3, text: three }
              - { name: t4, text: four }
              - { name: t5, text: five }
              - { name: t6, text: six }
        """;

    public static SurveyData Read() => Of(File.ReadAllText(Repository.Fixture("base-r", "ratings.csv")));

    public static SurveyData Of(string csv)
    {
        var folder = Directory.CreateTempSubdirectory("pathwise-");
        try
        {
            var path = Path.Combine(folder.FullName, "ratings.csv");
            File.WriteAllText(path, csv);
            File.WriteAllText(Path.Combine(folder.FullName, "ratings.codebook.yaml"), Codebook);
            return SurveyData.Read(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
