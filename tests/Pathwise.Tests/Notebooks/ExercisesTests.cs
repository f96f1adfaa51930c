using System.Text.RegularExpressions;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Execution;
using Pathwise.Notebooks.Running;
using Xunit;

namespace Pathwise.Tests.Notebooks;

/// <summary>An exercise n is four things: the text with a folded solution, the cell to change, the cell that checks it, and a verdict.</summary>
public sealed partial class ExercisesTests
{
    private const string Name = "10-mediation-by-hand.ipynb";

    private static readonly Notebook Notebook = NotebookReader.Read(Repository.Path("notebooks", Name));

    private static readonly IReadOnlyList<string> Numbers =
        [.. Notebook.Cells.Select(cell => Exercise().Match(cell.Id)).Where(match => match.Success).Select(match => match.Groups["n"].Value)];

    private static readonly Dictionary<string, string> Mistakes = new()
    {
        ["1"] = "double? answer1 = a * b;",
        ["2"] = "double? answer2 = 1.49;",
        ["3"] = "var answer3 = \"y1 ~ x1 \\n y5 ~ y1\";",
        ["4"] = "var answer4 = \"dem60 =~ y1 + y2 + y3 + y4\";",
    };

    [Fact]
    public void Exercises_Each_HasASolutionAnAnswerAndACheck()
    {
        Assert.True(Numbers.Count >= 3);
        Assert.All(Numbers, n => Assert.NotEqual("", Solution(n)));
        Assert.All(Numbers, n => Assert.Contains(Notebook.Cells, cell => cell.Id == $"answer-{n}"));
        Assert.All(Numbers, n => Assert.Contains(Notebook.Cells, cell => cell.Id == $"check-{n}"));
    }

    [Fact]
    public async Task Exercises_AsGivenWithMistakesAndWithTheirFoldedSolutions_AreNotYetNotRightAndRight()
    {
        var (session, shown) = await StartedAsync();
        foreach (var n in Numbers)
        {
            Assert.StartsWith("Not yet. ", await VerdictAsync(session, shown, n, CellOf($"answer-{n}").Source), StringComparison.Ordinal);
            Assert.StartsWith("Not right. ", await VerdictAsync(session, shown, n, Mistakes[n]), StringComparison.Ordinal);
            Assert.Equal("Right.", await VerdictAsync(session, shown, n, Solution(n)));
        }
    }

    // Everything before the exercises, without the two cells that only draw from thousands of resamples, without the one that looks for the
    // library from the notebook's own folder, and without sentences: no exercise needs them.
    private static async Task<(Session Session, List<Output> Shown)> StartedAsync()
    {
        List<Output> shown = [];
        var session = new Session(Repository.Path("notebooks"), Name, new OutputChannel(shown.Add, (_, _) => { }));
        foreach (var cell in Notebook.Cells.TakeWhile(cell => cell.Id != "exercises").Where(cell => cell.Kind == CellKind.Code && cell.Id is not ("build" or "bootstrap" or "intervals") && !cell.Id.EndsWith("-said", StringComparison.Ordinal)))
            Assert.Null(await session.RunAsync(cell.Id, Source(cell)));
        return (session, shown);
    }

    private static async Task<string> VerdictAsync(Session session, List<Output> shown, string n, string answer)
    {
        shown.Clear();
        Assert.Null(await session.RunAsync($"answer-{n}", answer));
        Assert.Null(await session.RunAsync($"check-{n}", CellOf($"check-{n}").Source));
        return Assert.IsType<DataOutput>(Assert.Single(shown)).Data.Text("text/plain")!.Trim();
    }

    // The tests do not run in the folder of the notebook.
    private static string Source(Cell cell) =>
        cell.HasTag("parameters") ? $"var dataFolder = {NotebookRunner.Quoted(Repository.Path("data"))};" : cell.Source;

    private static Cell CellOf(string id) => Notebook.Cells.Single(cell => cell.Id == id);

    private static string Solution(string n) => Fold().Match(CellOf($"exercise-{n}").Source).Groups["code"].Value;

    [GeneratedRegex(@"^exercise-(?<n>\d+)$")]
    private static partial Regex Exercise();

    [GeneratedRegex(@"<details>.*```csharp\n(?<code>.*?)```.*</details>", RegexOptions.Singleline)]
    private static partial Regex Fold();
}
