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

    [Fact]
    public void Exercises_Each_HasASolutionAnAnswerAndACheck()
    {
        Assert.True(Numbers.Count >= 3);
        Assert.All(Numbers, n => Assert.NotEqual("", Solution(n)));
        Assert.All(Numbers, n => Assert.Contains(Notebook.Cells, cell => cell.Id == $"answer-{n}"));
        Assert.All(Numbers, n => Assert.Contains(Notebook.Cells, cell => cell.Id == $"check-{n}"));
    }

    [Fact]
    public async Task Exercises_AsGiven_AreNotYetAnswered()
    {
        var verdicts = await VerdictsAsync(_ => null);
        Assert.All(Numbers, n => Assert.StartsWith("Not yet.", verdicts[n], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Exercises_WithTheirFoldedSolutions_AreRight()
    {
        var verdicts = await VerdictsAsync(Solution);
        Assert.All(Numbers, n => Assert.Equal("Right.", verdicts[n]));
    }

    [Fact]
    public async Task Exercises_WithTheSolutionOfAnotherKind_AreNotRight()
    {
        var wrong = new Dictionary<string, string>
        {
            ["1"] = "double? answer1 = a * b;", ["2"] = "double? answer2 = 1.49;",
            ["3"] = "var answer3 = \"y1 ~ x1 \\n y5 ~ y1\";", ["4"] = "var answer4 = \"dem60 =~ y1 + y2 + y3 + y4\";",
        };
        var verdicts = await VerdictsAsync(n => wrong[n]);
        Assert.All(Numbers, n => Assert.StartsWith("Not right. ", verdicts[n], StringComparison.Ordinal));
    }

    // The cell that only draws from 5,000 resamples is left out with what needs it: no exercise does.
    private static async Task<Dictionary<string, string>> VerdictsAsync(Func<string, string?> answer)
    {
        List<Output> shown = [];
        var session = new Session(Repository.Path("notebooks"), Name, new OutputChannel(shown.Add, (_, _) => { }));
        var verdicts = new Dictionary<string, string>();
        foreach (var cell in Notebook.Cells.Where(cell => cell.Kind == CellKind.Code && cell.Id is not ("bootstrap" or "intervals" or "checks")))
        {
            shown.Clear();
            Assert.Null(await session.RunAsync(cell.Id, Source(cell, answer)));
            if (Check().Match(cell.Id) is { Success: true } check)
                verdicts[check.Groups["n"].Value] = Assert.IsType<DataOutput>(Assert.Single(shown)).Data.Text("text/plain")!.Trim();
        }

        return verdicts;
    }

    // The tests do not run in the folder of the notebook.
    private static string Source(Cell cell, Func<string, string?> answer) =>
        cell.HasTag("parameters") ? $"var dataFolder = {NotebookRunner.Quoted(Repository.Path("data"))};"
        : Answer().Match(cell.Id) is { Success: true } match ? answer(match.Groups["n"].Value) ?? cell.Source
        : cell.Source;

    private static string Solution(string n) => Fold().Match(Notebook.Cells.Single(cell => cell.Id == $"exercise-{n}").Source).Groups["code"].Value;

    [GeneratedRegex(@"^exercise-(?<n>\d+)$")]
    private static partial Regex Exercise();

    [GeneratedRegex(@"^answer-(?<n>\d+)$")]
    private static partial Regex Answer();

    [GeneratedRegex(@"^check-(?<n>\d+)$")]
    private static partial Regex Check();

    [GeneratedRegex(@"<details>.*```csharp\n(?<code>.*?)```.*</details>", RegexOptions.Singleline)]
    private static partial Regex Fold();
}
