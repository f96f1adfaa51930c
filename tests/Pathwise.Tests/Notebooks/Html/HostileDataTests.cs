using System.Text.RegularExpressions;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Export;
using Pathwise.Notebooks.Running;
using Pathwise.Tests.Notebooks.Running;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

/// <summary>Texts of a survey that try to be more than text stay text on their whole way: codebook, answers, displays, figures, page.</summary>
[Trait("pace", "slow")]
public sealed partial class HostileDataTests : IDisposable
{
    private const string Script = "<script>pwned()</script>";
    private const string Image = "\"'><img src=x onerror=pwned()>";
    private const string Drawing = "</text></svg><svg onload=pwned()>";
    private const string Close = "]]></script><!--<script>pwned()//";

    private static readonly string Codebook = $$"""
        title: '{{Script}}'
        about: 'INVENTED. {{Script}} {{Image.Replace("'", "''", StringComparison.Ordinal)}}. [x](javascript:pwned())'
        columns:
          - { name: id, kind: identifier, text: '{{Script}}' }
          - { name: group, kind: choice, text: '{{Drawing}}', values: { a: '{{Script}}', b: '{{Drawing}}' } }
          - { name: remark, kind: text, text: Free answer }
        scales:
          - name: s
            title: '{{Close}}'
            lowest: 1
            highest: 7
            items:
              - { name: s1, text: '{{Script}}' }
              - { name: s2, text: '{{Drawing}}' }
              - { name: s3, text: '{{Close}}' }
        cleaning: []
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-hostile-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Page_OfHostileTexts_HoldsNoTagAndNoHandlerOfTheirs()
    {
        var page = await PageAsync();
        Assert.True(page.Split("pwned").Length > 20, "The texts did not reach the page.");
        var body = page[page.IndexOf("<main", StringComparison.Ordinal)..];
        Assert.DoesNotContain(Tag().Matches(body).Select(each => each.Value), IsHostile);
    }

    [Fact]
    public async Task Pictures_OfHostileTexts_HoldNoTagOfTheirs()
    {
        var pictures = Picture().Matches(await PageAsync()).Select(each => System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(each.Groups["svg"].Value))).ToList();
        Assert.Contains(pictures, each => each.Contains("pwned", StringComparison.Ordinal));
        foreach (var picture in pictures)
        {
            System.Xml.Linq.XDocument.Parse(picture);
            Assert.DoesNotContain(Tag().Matches(picture).Select(each => each.Value), IsHostile);
        }
    }

    private static bool IsHostile(string tag) =>
        (tag.StartsWith("<script", StringComparison.OrdinalIgnoreCase) && tag != "<script type=\"application/json\">" && tag != "<script>")
        || Handler().IsMatch(Quoted().Replace(tag, "\"\""))
        || tag.Contains("javascript:", StringComparison.OrdinalIgnoreCase)
        || tag.Contains("=x", StringComparison.Ordinal);

    private async Task<string> PageAsync()
    {
        File.WriteAllText(Path.Combine(_folder, "s.codebook.yaml"), Codebook);
        var rows = Enumerable.Range(0, 40).Select(i => $"r{i},{"ab"[i % 2]},\"{Image.Replace("\"", "\"\"", StringComparison.Ordinal)}\",{1 + (i % 7)},{1 + (i * 3 % 7)},{1 + (i * 5 % 7)}");
        File.WriteAllText(Path.Combine(_folder, "s.csv"), "id,group,remark,s1,s2,s3\n" + string.Join('\n', rows) + "\n");
        var run = await RunAsync(
            $"#r \"{Path.Combine(Repository.Root, "artifacts", "bin", "Pathwise.Reporting", "release", "Pathwise.Reporting.dll")}\"\nusing Pathwise; using Pathwise.Psychometrics; using Pathwise.Ranking; using Pathwise.Reporting.Plots; using Pathwise.Reporting.Tables; using Pathwise.Surveys; using Pathwise.Tables;",
            "var survey = SurveyData.Read(\"s.csv\");\nsurvey",
            "survey.Codebook", "survey.Codebook.Scales[0]", "survey.Codebook.Items", "survey.Table", "survey.Frequencies(\"group\")", "survey.ItemStatistics()", "survey.Clean()",
            "survey.Table.Texts(\"remark\")", "survey.Rank(\"s\")", "survey.Rank(\"s\").Draw()", "survey.DrawCorrelations()", "survey.Clean().Draw(survey.Codebook.Title)",
            "Table.Of(survey.Codebook.Title, survey.Codebook.Items, of => [of.Text(survey.Codebook.Title, item => item.Text)])",
            "Console.WriteLine(survey.Codebook.Title); Console.Error.WriteLine(survey.Codebook.About);",
            "survey.Codebook.Title");
        return File.ReadAllText(run);
    }

    private async Task<string> RunAsync(params string[] cells)
    {
        var path = Path.Combine(_folder, "n.ipynb");
        var notes = new Cell(CellKind.Markdown, "note", $"# {Script}\n\n{Image} [a](javascript:pwned()) ![b](x:pwned())\n\n## {Drawing}");
        File.WriteAllText(path, NotebookWriter.Write(new Notebook([notes, .. cells.Select((source, i) => new Cell(CellKind.Code, $"c{i}", source))])));
        await foreach (var run in new NotebookRunner(NotebookRunnerTests.Worker).RunAsync([path], TestContext.Current.CancellationToken))
        {
            Assert.Null(run.Failure);
            File.WriteAllText(path, NotebookWriter.Write(run.Notebook));
        }

        return NotebookExport.ToHtml(path, _folder, null);
    }

    // A tag as a browser reads it: quotes count inside of it only.
    [GeneratedRegex("""<[a-zA-Z!](?:[^<>"']|"[^"]*"|'[^']*')*>?""")]
    private static partial Regex Tag();

    [GeneratedRegex("""\son\w+\s*=""", RegexOptions.IgnoreCase)]
    private static partial Regex Handler();

    [GeneratedRegex("""("[^"]*"|'[^']*')""")]
    private static partial Regex Quoted();

    [GeneratedRegex("data:image/svg\\+xml;base64,(?<svg>[A-Za-z0-9+/=]+)")]
    private static partial Regex Picture();
}
