using Pathwise.Multiverse.Runs;
using Pathwise.Multiverse.Plans;
using Xunit;

namespace Pathwise.Tests.Cli.Commands;

/// <summary>Bounds and ridges at the command line and in plans, on a sample whose solution is improper.</summary>
public sealed class BoundsAndRidgeTests : IDisposable
{
    private const string Model = "m =~ m1 + m2 + m3\nk =~ k2 + k3 + k1\nm ~ k\n";
    private static readonly string Data = Repository.Fixture("lavaan", "models", "data", "improper.csv");
    private readonly string folder = Directory.CreateTempSubdirectory("bounds-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Fit_WithinBounds_NamesWhatIsHeld()
    {
        var json = (await Run("fit", "--bounds standard --format json")).Json;
        Assert.Equal("standard", json.GetProperty("bounds").GetString());
        var held = json.GetProperty("at.bounds").EnumerateArray().Select(each => $"{each.GetProperty("lhs").GetString()} {each.GetProperty("op").GetString()} {each.GetProperty("rhs").GetString()} {each.GetProperty("side").GetString()}");
        Assert.Equal(["k =~ k1 upper", "k2 ~~ k2 upper", "k1 ~~ k1 lower"], held);
        Assert.Equal("at-bound", Assert.Single(json.GetProperty("warnings").EnumerateArray()).GetProperty("code").GetString());
        Assert.Contains("within bounds (standard)", (await Run("fit", "--bounds standard")).Output, StringComparison.Ordinal);
        Assert.False((await Run("fit", "--format json")).Json.TryGetProperty("at.bounds", out _));
    }

    [Fact]
    public async Task Effects_Bounded_CountsTheSamplesFittedAgain()
    {
        var run = await Run("effects", "--bootstrap 60 --seed 3 --improper bounded --format json");
        var draws = run.Json.GetProperty("draws");
        Assert.Equal("bounded", draws.GetProperty("rule").GetString());
        var again = draws.GetProperty("bounded").EnumerateObject().Sum(each => each.Value.GetInt32());
        Assert.Equal(60 - draws.GetProperty("converged").GetInt32() + draws.GetProperty("improper").GetInt32(), again);
        Assert.Equal(["keep", "drop"], run.Json.GetProperty("rules").EnumerateArray().Select(each => each.GetProperty("rule").GetString()));
        Assert.Contains("fitted again within bounds: proper", (await Run("effects", "--bootstrap 60 --seed 3 --improper bounded")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fit", "--bounds narrow", "pos.ov.var")]
    [InlineData("fit", "--ridge -0.1", "above zero")]
    [InlineData("fit", "--ridge 0.1 --estimator ULS", "ULS")]
    [InlineData("fit", "--bounds wide --rbm explicit", "--bounds")]
    [InlineData("fit", "--ridge 0.1 --rbm explicit", "--rbm")]
    [InlineData("cutoffs", "--ridge 0.1 --seed 1 --replicates 20", "--ridge")]
    [InlineData("fit", "--bounds wide --sam local", "--bounds")]
    [InlineData("fit", "--ridge 0.1 --sam local", "--ridge")]
    [InlineData("effects", "--bounds wide --bootstrap 5 --seed 1 --improper bounded", "within bounds")]
    [InlineData("effects", "--ridge 0.1 --bootstrap 5 --seed 1 --resampling parametric", "twice")]
    public async Task Command_ThatMeansNothing_IsRefusedInOneLine(string command, string options, string words)
    {
        var run = await Run(command, options);
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Single(run.Error.TrimEnd('\n').Split('\n'));
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_ForksOfBoundsAndOfTheRule_HaveTheirOwnNumbers()
    {
        var rows = Plan("""
              - name: bounds
                type: E
                options:
                  - { name: none, reference: true }
                  - { name: standard, bounds: standard }
              - name: improper
                type: E
                options:
                  - { name: keep, reference: true }
                  - { name: bounded, improper: bounded }
            """).Run(new MultiverseOptions { Replicates = 40 }).Rows;
        Assert.Equal(4, rows.Count);
        Assert.All(rows, row => Assert.True(row.Status.HasEstimates()));
        Assert.Equal([UniverseStatus.Improper, UniverseStatus.Proper], rows.Select(row => row.Status).Distinct());
        Assert.True(rows[1].ReplicatesUsed > 30);
        Assert.NotEqual(rows[0].Claims[0].Upper, rows[1].Claims[0].Upper);
        Assert.Equal(rows[2].Claims[0].Upper, rows[3].Claims[0].Upper);
    }

    [Fact]
    public void Plan_BoundedResamplesWhereItemsAreChosenAnew_AreRefusedWithTheirLine()
    {
        var problem = Assert.ThrowsAny<InputException>(() => Plan("""
              - name: items
                type: E
                options:
                  - { name: all, reference: true }
                  - { name: strong, drop: { loading below: 0.2 } }
              - name: improper
                type: E
                options:
                  - { name: keep, reference: true }
                  - { name: bounded, improper: bounded }
            """).Run(new MultiverseOptions { Replicates = 5 }));
        Assert.Contains("chosen anew", problem.Message, StringComparison.Ordinal);
        Assert.Contains("line ", problem.Message, StringComparison.Ordinal);
    }

    private Task<CommandRun> Run(string command, string options) =>
        CommandRun.OfAsync([command, Write("m.lav", Model), "--data", Data, .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    private MultiversePlan Plan(string decisions) => MultiversePlan.Read(Write("plan.yaml", $$"""
        title: A plan
        base:
          model: |
            m =~ m1 + m2 + m3
            k =~ k2 + k3 + k1
            m ~ k
          data: {{Data}}
        claims:
          - { name: slope, effect: k -> m, is: positive }
        decisions:

        """ + decisions + "\n"));

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
