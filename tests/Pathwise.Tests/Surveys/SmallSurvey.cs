using Pathwise.Surveys;

namespace Pathwise.Tests.Surveys;

/// <summary>A made-up survey of two scales for the tests, in a folder of its own.</summary>
internal sealed class SmallSurvey : IDisposable
{
    public const string Codebook = """
        title: A small survey
        about: made up for a test
        columns:
          - { name: id, kind: identifier, text: who }
          - { name: finished, kind: time, text: when }
          - { name: age, kind: number, text: years }
          - { name: remark, kind: text, text: anything }
          - { name: team, kind: choice, text: which, values: { red: Red team, blue: Blue team } }
        scales:
          - name: calm
            title: Calm
            lowest: 1
            highest: 5
            labels: { 1: never, 5: always }
            items:
              - { name: c1, title: quiet, text: I am quiet. }
              - { name: c2, text: I am loud., reversed: true }
          - name: joy
            title: Joy
            lowest: 1
            highest: 7
            items:
              - { name: j1, text: I laugh. }
        cleaning:
          - { rule: present, column: finished, reason: not finished }
          - { rule: excludes, column: team, value: blue, reason: blue }
          - { rule: first, column: id, reason: twice }
          - { rule: in range, reason: out of range }
          - { rule: varied, reason: straight line }
          - { rule: complete, missing: 1, reason: too few answers }
        """;

    public const string Header = "id,finished,age,remark,team,c1,c2,j1\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pathwise-");

    public SmallSurvey(string rows, string codebook = Codebook)
    {
        File.WriteAllText(Csv, Header + rows);
        File.WriteAllText(CodebookPath, codebook);
    }

    public string Csv => Path.Combine(folder.FullName, "answers.csv");

    public string CodebookPath => Path.Combine(folder.FullName, "answers.codebook.yaml");

    public SurveyData Read() => SurveyData.Read(Csv);

    public void Dispose() => folder.Delete(recursive: true);
}
