using System.Reflection;
using Pathwise.Cli.Console;
using Xunit;

namespace Pathwise.Tests.Cli.Console;

public sealed class EndingTests
{
    public static TheoryData<Exception, int, string> Endings => new()
    {
        { new InputException("a.csv, line 2: wrong."), 2, "pathwise: a.csv, line 2: wrong.\n" },
        { new NumericalException("The model did not converge."), 3, "pathwise: The model did not converge.\n" },
        { new OperationCanceledException(), 3, "pathwise: interrupted; nothing is written.\n" },
        { new OperationCanceledException("interrupted: 4 of 9 samples."), 3, "pathwise: interrupted: 4 of 9 samples.\n" },
        { new IOException("No space left on device"), 2, "pathwise: standard output or a file cannot be read or written: No space left on device\n" },
        { new AggregateException(new InputException("within a team.")), 2, "pathwise: within a team.\n" },
        { new TargetInvocationException(new NumericalException("within a call.")), 3, "pathwise: within a call.\n" },
        { new InputException("one\ntwo\tthree\u001b[31m"), 2, "pathwise: one two three\uFFFD[31m\n" },
    };

    [Theory]
    [MemberData(nameof(Endings))]
    public void Of_EveryKind_HasItsCodeAndOneLine(Exception failure, int code, string line)
    {
        using var error = new StringWriter { NewLine = "\n" };
        Assert.Equal((code, line), (new Ending(error, isDebug: false).Of(failure), error.ToString()));
    }

    [Fact]
    public void Of_ADefect_SaysHowToReportItAndNamesNoType()
    {
        using var error = new StringWriter { NewLine = "\n" };
        Assert.Equal(1, new Ending(error, isDebug: false).Of(new InvalidOperationException("Nothing there.")));
        Assert.Equal(
            "pathwise: this is a defect of Pathwise, not of your input: Nothing there. Please report it with the command that you gave and what "
            + "'pathwise --version' prints; --debug shows where it happened.\n",
            error.ToString());
    }

    [Fact]
    public async Task Debug_AnywhereOnTheLine_ShowsThePlaceInTheCode()
    {
        var plain = await CommandRun.OfAsync("fit", "nowhere.lav", "--data", "nowhere.csv");
        var debug = await CommandRun.OfAsync("fit", "nowhere.lav", "--data", "nowhere.csv", "--debug");
        Assert.Equal((2, 2), (plain.ExitCode, debug.ExitCode));
        Assert.StartsWith(plain.Error, debug.Error, StringComparison.Ordinal);
        Assert.Contains("at Pathwise.Tables.FileText.Read", debug.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", plain.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--bootstrap: 'abc' is not a whole number of at most 2147483647. See 'pathwise effects --help'.", "effects", "m.lav", "--bootstrap", "abc")]
    [InlineData("--seed: '1e3' is not a whole number of at most 9223372036854775807. See 'pathwise power --help'.", "power", "m.lav", "--seed", "1e3")]
    [InlineData("--level: 'high' is not a number. See 'pathwise effects --help'.", "effects", "m.lav", "--level", "high")]
    [InlineData("--timeout: 'long' is not a number. See 'pathwise notebook run --help'.", "notebook", "run", "a.ipynb", "--timeout", "long")]
    [InlineData("Unrecognized command or argument '--bogus'. See 'pathwise fit --help'.", "fit", "m.lav", "--bogus")]
    public async Task Options_OfTheWrongKind_AreExplainedWithoutTypesOfTheRuntime(string expected, params string[] args)
    {
        var run = await CommandRun.OfAsync(args);
        Assert.Equal((2, $"pathwise: {expected}\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task ModelThatDoesNotConverge_IsANumericalFailureInEveryCommand()
    {
        using var files = new TwoFactorFiles();
        var model = files.Write("loops.lav", "x1 ~ a*x2\nx2 ~ a*x1\nx1 ~~ x2\nx3 ~ x1 + x2\na > 2\na < 1\n");
        var data = files.Data;
        string[][] commands = [["effects", model, "--data", data], ["power", model, "--data", data, "--n", "50", "--seed", "1", "--replicates", "5"]];
        foreach (var command in commands)
        {
            var run = await CommandRun.OfAsync(command);
            Assert.True(run.ExitCode == 3, $"{command[0]}: {run.ExitCode} {run.Error}");
            Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
