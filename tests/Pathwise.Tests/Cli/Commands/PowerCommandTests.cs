using Xunit;

namespace Pathwise.Tests.Cli.Commands;

public sealed class PowerCommandTests : IDisposable
{
    private readonly TwoFactorFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task Power_SeveralSizes_NamesTheCasesThatAPowerNeedsAndDrawsThem()
    {
        var picture = files.PathOf("curve.svg");
        string[] arguments = ["power", Model(), "--data", files.Data, "--n", "200,30", "--replicates", "30", "--seed", "2", "--power", ".9", "--figure", picture];
        var run = await CommandRun.OfAsync([.. arguments, "--format", "json"]);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal([30, 200], run.Json.GetProperty("sizes").EnumerateArray().Select(each => each.GetProperty("n").GetInt32()));
        Assert.Equal(200, run.Json.GetProperty("n").GetInt32());
        Assert.Equal(0.9, run.Json.GetProperty("power").GetDouble());
        Assert.Contains(run.Json.GetProperty("needed").EnumerateArray(), each => each.GetProperty("name").GetString() == "f -> x5");
        Assert.StartsWith("<svg", File.ReadAllText(picture), StringComparison.Ordinal);
        var table = await CommandRun.OfAsync(arguments);
        Assert.All(["N = 30", "N = 200", "N for .90"], text => Assert.Contains(text, table.Output, StringComparison.Ordinal));
    }

    // lavaan 0.6-14 found 92.2 % (SE 1.3) and 66.2 % (SE 2.4) of 400 samples of its own (tests/fixtures/lavaan/ordinal-power).
    [Fact]
    public async Task Power_OfOrderedAnswers_IsThatOfLavaanWithinTheErrorOfSimulation()
    {
        string[] arguments = ["power", Repository.Fixture("lavaan", "ordinal-power", "population.lav"), "--n", "150", "--replicates", "200", "--seed", "1", "--threads", "2", "--format", "json"];
        var run = await CommandRun.OfAsync(arguments);
        Assert.Equal(0, run.ExitCode);
        double Power(string name) => run.Json.GetProperty("effects").EnumerateArray().First(each => each.GetProperty("name").GetString() == name).GetProperty("intervals")[0].GetProperty("power").GetDouble();
        Assert.Equal(0.9225, Power("f -> g"), 4 * Math.Sqrt((0.9225 * 0.0775 / 400) + (0.9225 * 0.0775 / 200)));
        Assert.Equal(0.6625, Power("f -> g -> h"), 4 * Math.Sqrt((0.6625 * 0.3375 / 400) + (0.6625 * 0.3375 / 200)));
        Assert.Equal("ordered variables", run.Json.GetProperty("path").GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("y3 | start(0.5)*t1 + start(-0.2)*t2", "do not rise")]
    [InlineData("", "no thresholds of y3")]
    [InlineData("y3 | start(0.5)*t2", "no population value for y3 | t1")]
    public async Task Power_OfOrderedAnswersWithoutAPopulation_IsRefused(string last, string expected)
    {
        var model = files.Write("pop.lav", $"""
            f =~ 1*x1 + start(1)*x2 + start(1)*x3
            g =~ 1*y1 + start(1)*y2 + start(1)*y3
            f ~~ start(0.5)*f
            g ~~ start(0.4)*g
            g ~ start(0.4)*f
            x1 | start(0)*t1
            x2 | start(0)*t1
            x3 | start(0)*t1
            y1 | start(0)*t1
            y2 | start(0)*t1
            {last}
            """);
        var run = await CommandRun.OfAsync("power", model, "--n", "100", "--replicates", "10", "--seed", "1", "--ordered", "all");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Power_OfOrderedAnswers_IsRepeatedFromItsAnalysis()
    {
        var (first, again) = (files.PathOf("first.json"), files.PathOf("again.json"));
        string[] arguments = ["power", Repository.Fixture("lavaan", "ordinal-power", "population.lav"), "--n", "100", "--replicates", "4", "--seed", "1", "--format", "json"];
        var made = await CommandRun.OfAsync([.. arguments, "--ordered", "all", "--parameterization", "delta", "--write-analysis", first]);
        var repeated = await CommandRun.OfAsync("power", "--analysis", first, "--format", "json", "--write-analysis", again);
        Assert.Equal((0, 0), (made.ExitCode, repeated.ExitCode));
        Assert.Equal(File.ReadAllText(first), File.ReadAllText(again));
        Assert.Equal(made.Json.GetProperty("effects").ToString(), repeated.Json.GetProperty("effects").ToString());
    }

    [Fact]
    public async Task Power_Figure_HasCoverageBesideIt()
    {
        var picture = files.PathOf("power.svg");
        var run = await CommandRun.OfAsync("power", Model(), "--data", files.Data, "--n", "60", "--replicates", "10", "--seed", "2", "--figure", picture);
        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Power in samples of 60 cases", File.ReadAllText(picture), StringComparison.Ordinal);
        Assert.Contains("Coverage in samples of 60 cases", File.ReadAllText(files.PathOf("power-coverage.svg")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Power_Json_HasTheContractsFields()
    {
        var run = await CommandRun.OfAsync("power", Model(), "--data", files.Data, "--n", "100", "--replicates", "20", "--seed", "2", "--format", "json");
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(100, run.Json.GetProperty("n").GetInt32());
        Assert.Equal(20, run.Json.GetProperty("samples").GetProperty("drawn").GetInt32());
        var interval = run.Json.GetProperty("effects")[0].GetProperty("intervals")[0];
        Assert.Equal(["type", "level", "power", "power.se", "coverage", "coverage.se", "below", "above", "samples"], interval.EnumerateObject().Select(field => field.Name));
    }

    // Sizes of tests of f -> x5 -> x6 where its second coefficient is 0: joint significance is near its level, Sobel's test not above it.
    [Fact]
    public async Task Power_OfTestsOfAnIndirectEffect_CountsWhatTheyReject()
    {
        string[] arguments = ["power", Model(), "--data", files.Data, "--n", "120", "--seed", "3", "--tests", "joint,sobel,mbco", "--equivalence", ".3", "--set", "x5~f=.6", "--set", "x6~x5=0", "--effect", "f -> x5 -> x6"];
        var run = await CommandRun.OfAsync([.. arguments, "--replicates", "400", "--format", "json"]);
        Assert.Equal((0, ""), (run.ExitCode, run.Json.GetProperty("path").GetProperty("reason").GetString() ?? ""));
        var tests = run.Json.GetProperty("indirect.tests").EnumerateArray().ToList();
        Assert.Equal(["joint", "sobel", "mbco"], tests.Select(each => each.GetProperty("test").GetString()!));
        Assert.Equal(["name", "lhs", "rhs", "via", "test", "population", "count", "rejected", "rejected.se", "without"], tests[0].EnumerateObject().Select(field => field.Name));
        Assert.All(tests, each => Assert.Equal(0, each.GetProperty("population").GetDouble(), 1e-12));
        Assert.InRange(tests[0].GetProperty("rejected").GetDouble(), 0.02, 0.09);
        Assert.InRange(tests[2].GetProperty("rejected").GetDouble(), 0.02, 0.09);
        Assert.True(tests[1].GetProperty("rejected").GetDouble() <= tests[0].GetProperty("rejected").GetDouble());
        var direct = Assert.Single(run.Json.GetProperty("equivalence").EnumerateArray());
        Assert.Equal(["lhs", "rhs", "bound", "interval", "population", "count", "negligible", "negligible.se", "without"], direct.EnumerateObject().Select(field => field.Name));
        Assert.Equal(["x5~f=.6", "x6~x5=0"], run.Json.GetProperty("set").EnumerateArray().Select(each => each.GetString()!));
        var table = await CommandRun.OfAsync([.. arguments, "--replicates", "20"]);
        Assert.All(["Likelihood ratio (MBCO)", "Is the direct path shown to be negligible?", "Standardized coefficients set in the population: x5~f=.6, x6~x5=0."], text => Assert.Contains(text, table.Output, StringComparison.Ordinal));
    }

    // Of one sample's worth of estimates the mean squared error is bias squared and variance, up to the divisor.
    [Fact]
    public async Task Power_OfReducedBias_ReportsParametersWithBiasAndMeanSquaredError()
    {
        string[] arguments = ["power", Model(), "--data", files.Data, "--n", "40", "--replicates", "30", "--seed", "3", "--parameters", "--format", "json"];
        var (plain, reduced) = (await CommandRun.OfAsync(arguments), await CommandRun.OfAsync([.. arguments, "--rbm", "implicit"]));
        Assert.Equal((0, 0), (plain.ExitCode, reduced.ExitCode));
        Assert.Equal("implicit", reduced.Json.GetProperty("rbm.method").GetString());
        foreach (var each in reduced.Json.GetProperty("parameters").EnumerateArray())
        {
            double Of(string name) => each.GetProperty(name).GetDouble();
            var count = each.GetProperty("intervals")[0].GetProperty("samples").GetInt32();
            Assert.Equal((Of("bias") * Of("bias")) + (Of("sd") * Of("sd") * (count - 1) / count), Of("mse"), 1e-10 * Of("mse"));
            Assert.Equal(Of("bias") / Of("population"), Of("relative.bias"), 1e-12);
            Assert.Equal(Of("sd") / Math.Sqrt(count), Of("bias.se"), 1e-12);
            Assert.True(Of("mse.se") > 0);
        }

        double Variance(CommandRun run) => run.Json.GetProperty("parameters").EnumerateArray().First(each => (each.GetProperty("op").GetString(), each.GetProperty("lhs").GetString()) == ("~~", "x6")).GetProperty("bias").GetDouble();
        Assert.True(Math.Abs(Variance(reduced)) < Math.Abs(Variance(plain)));
        Assert.Equal(plain.Json.GetProperty("parameters")[0].GetProperty("population").GetDouble(), reduced.Json.GetProperty("parameters")[0].GetProperty("population").GetDouble());
    }

    [Theory]
    [InlineData("no population value for", "--n", "50")]
    [InlineData("--n is needed")]
    [InlineData("--power with one number of cases", "--n", "50", "--power", ".8")]
    [InlineData("is not a power", "--n", "50", "--power", "80", "--effect", "f -> x5")]
    [InlineData("'few' is not a number of cases", "--n", "50,few")]
    [InlineData("2147483647 cases in a sample do not fit", "--n", "2147483647", "--data", "DATA")]
    [InlineData("The level of intervals is 90", "--n", "50", "--level", "90", "--data", "DATA")]
    [InlineData("Not an effect of the model: f -> x9", "--n", "50", "--replicates", "100000", "--effect", "f -> x9", "--data", "DATA")]
    [InlineData("Cannot write /proc/p.svg", "--n", "50", "--replicates", "100000", "--figure", "/proc/p.svg", "--data", "DATA")]
    [InlineData("need at least 2 samples", "--n", "50", "--tests", "adaptive", "--bootstrap", "1", "--data", "DATA")]
    [InlineData("--tests: 'wald' is not known", "--n", "50", "--tests", "joint,wald", "--data", "DATA")]
    [InlineData("The bound of equivalence is a standardized effect between 0 and 1; it is 2", "--n", "50", "--equivalence", "2", "--data", "DATA")]
    [InlineData("there is no likelihood-ratio test (mbco)", "--n", "50", "--tests", "mbco", "--rbm", "implicit", "--data", "DATA")]
    [InlineData("'x5~f' does not set a standardized coefficient", "--n", "50", "--set", "x5~f", "--data", "DATA")]
    [InlineData("no free coefficient x9 ~ f", "--n", "50", "--set", "x9~f=.2", "--data", "DATA")]
    [InlineData("no indirect effect to test", "--n", "50", "--tests", "joint", "--effect", "f -> x5", "--data", "DATA")]
    [InlineData("need at least 2 samples", "--n", "50", "--ci", "percentile", "--bootstrap", "1", "--data", "DATA")]
    public async Task Power_WithoutPopulationOrSize_IsRefused(string message, params string[] arguments)
    {
        string[] data = arguments.Length == 0 ? ["--data", files.Data] : [];
        arguments = [.. arguments.Select(each => each == "DATA" ? files.Data : each)];
        var run = await CommandRun.OfAsync(["power", Model(), "--seed", "1", .. data, .. arguments]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
    }

    private string Model() => files.Write("mediation.lav", "f =~ x1 + x2 + x3\nx5 ~ f\nx6 ~ x5 + f\n");
}
