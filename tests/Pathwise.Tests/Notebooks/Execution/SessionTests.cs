using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Execution;
using Xunit;

namespace Pathwise.Tests.Notebooks.Execution;

public sealed class SessionTests
{
    private readonly List<Output> _shown = [];
    private readonly Session _session;

    public SessionTests() =>
        _session = new Session(Repository.Fixture("notebooks"), "n.ipynb", new OutputChannel(_shown.Add, (_, output) => _shown.Add(output)));

    [Fact]
    public async Task Run_AnExpressionAtTheEnd_IsTheResult()
    {
        Assert.Null(await RunAsync("var x = 20;"));
        Assert.Empty(_shown);
        Assert.Null(await RunAsync("$\"{x + 1}\""));
        var result = Assert.IsType<DataOutput>(Assert.Single(_shown));
        Assert.Equal(2, result.ExecutionCount);
        Assert.Equal("21", result.Data.Text("text/plain"));
    }

    [Theory]
    [InlineData("Math.Sqrt(4);")]
    [InlineData("Console.Write(\"\")")]
    [InlineData("var y = 1;")]
    [InlineData("")]
    public async Task Run_NothingToShow_ShowsNothing(string source)
    {
        await RunAsync(source);
        Assert.Empty(_shown);
    }

    [Theory]
    [InlineData("Deedle", "new Deedle.SeriesBuilder<string, double> { { \"a\", 1.5 } }.Series", "text/html text/plain")]
    [InlineData("Plotly.NET", "Plotly.NET.GenericChart.ofTraceObject(false, new Plotly.NET.Trace(\"scatter\"))", "application/vnd.plotly.v1+json text/plain")]
    public async Task Run_AValueOfAnotherLibrary_IsShownInItsForms(string library, string source, string forms)
    {
        Assert.Null(await RunAsync($"#r \"{Path.Combine(AppContext.BaseDirectory, library)}.dll\"\n{source}"));
        var shown = Assert.IsType<DataOutput>(Assert.Single(_shown)).Data;
        Assert.All(forms.Split(' '), form => Assert.True(shown.Text(form) is not null || shown.Content(form) is not null, form));
    }

    [Fact]
    public async Task Run_PrintedText_IsJoinedInOrder()
    {
        await RunAsync("for (var i = 0; i < 3; i++) Console.Write(i);\nConsole.Error.Write(\"e\");\nConsole.WriteLine(\"end\");");
        Assert.Equal([new StreamOutput("stdout", "012"), new StreamOutput("stderr", "e"), new StreamOutput("stdout", "end\n")], _shown);
    }

    [Fact]
    public async Task Run_TwentyThousandLines_AreComplete()
    {
        await RunAsync("for (var i = 0; i < 20000; i++) Console.WriteLine(i);");
        var text = string.Concat(_shown.Cast<StreamOutput>().Select(each => each.Text));
        Assert.Equal(20000, text.Count(c => c == '\n'));
        Assert.InRange(_shown.Count, 1, 10);
    }

    [Fact]
    public async Task Run_AnException_NamesTheLineAndCutsTheTrace()
    {
        var failure = await RunAsync("var a = 1;\nint F() => throw new FormatException(\"bad\");\na + F()");
        Assert.Equal(("System.FormatException", "bad"), (failure!.Name, failure.Message));
        Assert.Equal(2, failure.Line);
        Assert.All(failure.Trace, line => Assert.DoesNotContain("Microsoft.CodeAnalysis", line, StringComparison.Ordinal));
        Assert.All(failure.Trace, line => Assert.DoesNotContain(Repository.Root, line, StringComparison.Ordinal));
        Assert.IsType<ErrorOutput>(Assert.Single(_shown));
    }

    [Fact]
    public async Task Run_ATypeThatNamesItsFormatters_IsShownByThem()
    {
        Assert.Null(await RunAsync(SourceOfFormatters("w.Write(\"<i>shown</i>\")") + "new Shown()"));
        var result = Assert.IsType<DataOutput>(Assert.Single(_shown));
        Assert.Equal("<i>shown</i>", result.Data.Text("text/html"));
    }

    [Fact]
    public async Task Run_AnExceptionInAFormatter_IsTheCellsError()
    {
        var failure = await RunAsync(SourceOfFormatters("throw new FormatException(\"sour\")") + "new Shown()");
        Assert.Contains("sour", failure!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AfterAFailure_KeepsWhatWasBefore()
    {
        await RunAsync("var kept = \"kept\";");
        Assert.NotNull(await RunAsync("kept.Missing()"));
        Assert.NotNull(await RunAsync("throw new Exception();"));
        _shown.Clear();
        await RunAsync("kept");
        Assert.Equal("kept", Assert.IsType<DataOutput>(Assert.Single(_shown)).Data.Text("text/plain"));
    }

    [Fact]
    public async Task Run_CodeThatDoesNotCompile_NamesTheLine()
    {
        var failure = await RunAsync("var a = 1;\n\nvar b = c;");
        Assert.Equal(3, failure!.Line);
        Assert.Contains("CS0103", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AMagicCommand_IsRefused() =>
        Assert.Contains("#!time", (await RunAsync("#!time\n1"))!.Message, StringComparison.Ordinal);

    [Fact]
    public async Task Run_TheLibraryByPath_IsTheLibraryOfThisProcess()
    {
        Assert.Null(await RunAsync($"#r \"{typeof(InputException).Assembly.Location}\"\nusing Pathwise;"));
        var failure = await RunAsync("throw new InputException(\"one\");");
        Assert.Equal("Pathwise.InputException", failure!.Name);
    }

    [Fact]
    public async Task Run_AScript_IsLoadedRelativeToTheNotebook()
    {
        Assert.Null(await RunAsync("#load \"answer.csx\"\nAnswer().ToString()"));
        Assert.Equal("42", Assert.IsType<DataOutput>(_shown[^1]).Data.Text("text/plain"));
    }

    [Fact]
    public async Task Run_ADisplayedValue_CanBeReplaced()
    {
        await RunAsync("var d = display(\"a\");\nd.Update(\"b\");");
        Assert.Equal(["a", "b"], _shown.Cast<DataOutput>().Select(each => each.Data.Text("text/plain")));
        Assert.Single(_shown.Cast<DataOutput>().Select(each => each.DisplayId).Distinct());
    }

    [Fact]
    public async Task Run_TheEnginesOwnDependencies_AreOutOfReach() =>
        Assert.Contains("CS0234", (await RunAsync("typeof(Microsoft.CodeAnalysis.SyntaxNode)"))!.Message, StringComparison.Ordinal);

    // The contract that .NET Interactive matches by name, without a package.
    private static string SourceOfFormatters(string write) => $$"""
        class TypeFormatterSourceAttribute(Type source) : Attribute
        {
            public Type FormatterSourceType => source;
            public string[] PreferredMimeTypes { get; set; } = ["text/html"];
        }
        class Html
        {
            public string MimeType => "text/html";
            public bool Format(object value, System.IO.TextWriter w) { {{write}}; return true; }
        }
        class Source { public IEnumerable<object> CreateTypeFormatters() { yield return new Html(); } }
        [TypeFormatterSource(typeof(Source))] class Shown;

        """;

    private Task<CellFailure?> RunAsync(string source) => _session.RunAsync("c", source);
}
