using System.Reflection;
using Pathwise.Analyses;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Power;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Analyses;

/// <summary>An analysis is a value: equal by content, known by a key, written and read back.</summary>
public sealed class AnalysisTests : IDisposable
{
    // Options without a part in any digit.
    private static readonly string[] Insignificant = ["BootstrapOptions.Threads", "PowerOptions.Threads", "EstimationOptions.Progress"];

    // The number of cases of a study is the first of the plan's numbers; auxiliary variables belong to two stages, and are tested with them.
    private static readonly string[] Elsewhere = ["PowerOptions.Count", "EstimationOptions.Auxiliary"];

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private static string Study => Repository.Path("data", "raw", "executives.csv");

    private static Analysis Whole => new()
    {
        Model = ModelSpecification.Parse("m ~ a*x\ny ~ b*m + x\nab := a*b\n"),
        Cases = CaseSelection.Of(Study, Codebook.PathBeside(Study)),
        Bootstrap = new() { Seed = 1 },
        BollenStine = new() { Seed = 2, Kind = ResamplingKind.BollenStine },
        Effects = new() { Kinds = [IntervalKind.Percentile, IntervalKind.MonteCarlo] },
        Power = new(new() { Count = 50, Seed = 3, Kinds = [IntervalKind.Percentile] }, [50, 100], null),
    };

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Key_IsTheSha256OfSortedJson()
    {
        var analysis = new Analysis { Model = ModelSpecification.Parse("y ~ x\r\n") };
        const string Canonical = """
            {"bollen.stine":null,"bootstrap":null,"completion":{"auto.cov.lv.x":null,"auto.cov.y":null,"auto.fix.first":null,"auto.fix.single":null,"auto.var":null,"center":"none","defaults":"sem","fixed.x":true,"group.equal":[],"group.partial":[],"int.lv.free":null,"int.ov.free":null,"meanstructure":null,"ordered":[],"orthogonal":false,"parameterization":"delta","std.lv":false},"data":null,"effects":null,"estimation":{"estimator":"ML","information":null,"iterations":1000,"level":0.95,"likelihood":"normal","missing":"listwise","start":null,"start.seed":null,"zero.add":"half"},"model":{"text":"y ~ x\n"},"moments":null,"pathwise.analysis":1,"power":null}
            """;
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Canonical))), analysis.Key);
    }

    [Fact]
    public void Read_WhatWasWritten_IsEqualAndWritesTheSameText()
    {
        var analysis = Whole;
        var path = Path.Combine(folder, "a.json");
        analysis.Write(path);
        var read = Analysis.Read(path);
        Assert.Equal(analysis, read);
        Assert.Equal((analysis.Key, analysis.GetHashCode(), analysis.ToJson()), (read.Key, read.GetHashCode(), read.ToJson()));
    }

    [Fact]
    public void Key_EveryOptionOfTheEngine_HasAPart()
    {
        AssertEachCounts(new ModelOptions(), (of, options) => With(of, completion: options));
        AssertEachCounts(new EstimationOptions(), (of, options) => With(of, estimation: options));
        AssertEachCounts(Whole.Bootstrap!, (of, options) => With(of, bootstrap: options));
        AssertEachCounts(Whole.Effects!, (of, options) => With(of, effects: options));
        AssertEachCounts(Whole.Power!.Options, (of, options) => With(of, power: of.Power! with { Options = options }));
        AssertEachCounts(Whole.Cases!, (of, options) => With(of, cases: options), "Path", "CodebookPath");
    }

    [Fact]
    public void Key_AuxiliaryVariables_HaveAPartWithTwoStages()
    {
        var (plain, helped) = (With(Whole, estimation: new() { Missing = MissingData.TwoStage }), With(Whole, estimation: new() { Missing = MissingData.TwoStage, Auxiliary = ["age"] }));
        Assert.NotEqual(plain.Key, helped.Key);
        Assert.Equal(helped.Key, ReadBack(helped).Key);
    }

    [Fact]
    public void Key_WhatDecidesNoDigit_HasNone()
    {
        var key = Whole.Key;
        Assert.Equal(key, With(Whole, bootstrap: Whole.Bootstrap! with { Threads = 7 }).Key);
        Assert.Equal(key, With(Whole, cases: Whole.Cases! with { Path = "elsewhere.csv", CodebookPath = "else.yaml" }).Key);
        var delta = new EffectOptions { Kinds = [IntervalKind.Delta] };
        Assert.Equal(With(Whole, effects: delta).Key, With(Whole, effects: delta with { Seed = 99 }).Key);
        Assert.NotEqual(Whole.Key, With(Whole, effects: Whole.Effects! with { Seed = 99 }).Key);
    }

    [Fact]
    public void Fit_StudyWithoutARule_IsTheFitOfTheCasesThatItKeeps()
    {
        var codebook = Codebook.Read(Codebook.PathBeside(Study));
        var analysis = new Analysis
        {
            Model = ModelSpecification.Read(Repository.Path("data", "published", "s1-final-model.lav")),
            Cases = CaseSelection.Of(Study, codebook.Source) with { Cleaning = codebook.Without("straight-lining").Cleaning },
        };
        var expected = analysis.Model.Fit(SurveyData.Read(Study, codebook.Without("straight-lining")).Clean().Data.Recode().Table);
        Assert.Equal(expected.Values, analysis.Fit().Values);
        Assert.Equal(expected.CaseCount, analysis.Fit().CaseCount);
        Assert.True(expected.CaseCount > 92);
    }

    [Theory]
    [InlineData("{", "line 1: it cannot be read as JSON")]
    [InlineData("{}", "there is no pathwise.analysis")]
    [InlineData("[]", "expected members in braces")]
    [InlineData("""{"pathwise.analysis": 2, "model": {"text": "y ~ x"}}""", "pathwise.analysis is 2; this program reads 1")]
    [InlineData("""{"pathwise.analysis": 1}""", "there is no model")]
    [InlineData("""{"pathwise.analysis": 1, "model": {"text": "y ~ x"}, "estimation": {"estimator": "MLX"}}""", "estimation.estimator is 'MLX'; expected one of ML, MLM")]
    [InlineData("""{"pathwise.analysis": 1, "model": {"text": "y ~ x"}, "estimation": {"level": "high"}}""", "estimation.level is 'high'; expected a number")]
    [InlineData("""{"pathwise.analysis": 1, "model": {"text": "y ~ x"}, "estimation": {"level": 3}}""", "The level of intervals is 3")]
    [InlineData("""{"pathwise.analysis": 1, "model": {"text": "y ~ x"}, "completion": {"stdlv": true}}""", "completion: Not in the members of this place: stdlv; the nearest name is std.lv")]
    [InlineData("""{"pathwise.analysis": 1, "model": {"text": "y ~ x"}, "effects": {"intervals": ["bca", "no"]}}""", "effects.intervals[1] is 'no'; expected one of percentile")]
    [InlineData("""{"pathwise.analysis": 1, "model": {"text": "y ~ x"}, "data": {"path": "d.csv"}}""", "data: expected path and sha256")]
    [InlineData("""{"pathwise.analysis": 1, "model": {"text": "y ~ x"}, "data": {"path": "d.csv", "sha256": "00", "cleaning": [{"rule": "lucky", "reason": "r"}]}}""", "data.cleaning[0]: 'lucky' is not a cleaning rule")]
    [InlineData("""{"pathwise.analysis": 1, "model": {"text": "y ~ ~ x"}}""", "the model, line 1")]
    public void Read_WhatIsNoAnalysis_IsRefusedWithItsPlace(string json, string expected)
    {
        var path = Path.Combine(folder, "bad.json");
        File.WriteAllText(path, json);
        var problem = Assert.Throws<InputException>(() => Analysis.Read(path));
        Assert.StartsWith(path, problem.Message, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public void Verified_DataThatChangedOrWent_AreNamed()
    {
        var data = Path.Combine(folder, "d.csv");
        File.WriteAllText(data, "x,y\n1,2\n2,1\n3,5\n");
        var analysis = new Analysis { Model = ModelSpecification.Parse("y ~ x"), Cases = CaseSelection.Of(data) };
        Assert.Same(analysis, analysis.Verified("a.json"));
        File.AppendAllText(data, "4,4\n");
        Assert.Contains("a.json, data.sha256: ", Assert.Throws<InputException>(() => analysis.Verified("a.json")).Message, StringComparison.Ordinal);
        File.Delete(data);
        Assert.Contains($"a.json, data.path: {data} does not exist", Assert.Throws<InputException>(() => analysis.Verified("a.json")).Message, StringComparison.Ordinal);
    }

    private static void AssertEachCounts<T>(T options, Func<Analysis, T, Analysis> put, params string[] insignificant)
    {
        var key = put(Whole, options).Key;
        foreach (var property in typeof(T).GetProperties().Where(each => each.CanWrite && !insignificant.Contains(each.Name)))
        {
            var name = $"{typeof(T).Name}.{property.Name}";
            if (Insignificant.Contains(name) || Elsewhere.Contains(name))
                continue;
            var changed = Copy(options);
            property.SetValue(changed, Other(property, property.GetValue(options)));
            Assert.True(key != put(Whole, changed).Key, $"{name} has no part in the key.");
            Assert.Equal(put(Whole, changed).Key, ReadBack(put(Whole, changed)).Key);
        }
    }

    private static Analysis ReadBack(Analysis analysis)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, analysis.ToJson());
            return Analysis.Read(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static T Copy<T>(T of) => (T)typeof(T).GetMethod("<Clone>$")!.Invoke(of, null)!;

    private static object Other(PropertyInfo property, object? value) => (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, property.Name) switch
    {
        (_, "GroupEqual") => (IReadOnlyList<GroupEquality>)[GroupEquality.Means],
        (_, "Kinds") => (IReadOnlyList<IntervalKind>)[IntervalKind.Percentile, IntervalKind.MonteCarlo, IntervalKind.Basic],
        (_, "Codings") => (IReadOnlyList<CategoryCoding>)[new() { Name = "g", Kind = CodingKind.Effect, Reference = "b", Categories = ["a", "b"] }],
        (_, "Tests") or (_, "IndirectTests") => (IReadOnlyList<MediationTestKind>)[MediationTestKind.JointSignificance],
        (_, "Equivalence") => 0.2,
        (_, "LeftOut") => "cross-loadings:1",
        (_, "Coefficients") => (IReadOnlyList<string>)["y~x=0.3"],
        (_, "Kind") => ResamplingKind.Parametric,
        (_, "Level") => 0.9,
        (_, "Ridge") => 0.1,
        (_, "StartingValues") => (IReadOnlyList<double>)[0.5, 0.25],
        (_, "Cleaning") => (IReadOnlyList<CleaningRule>)[CleaningRule.Complete(4, "blank")],
        (_, "SkippedRows") => (IReadOnlyList<int>)[2],
        (var type, _) when type == typeof(bool) => value is not true,
        (var type, _) when type == typeof(int) => value is int number ? number + 1 : 5,
        (var type, _) when type == typeof(long) => (long)value! + 1,
        (var type, _) when type == typeof(string) => "other",
        (var type, _) when type == typeof(IReadOnlyList<string>) => (IReadOnlyList<string>)["other"],
        (var type, _) when type.IsEnum => Enum.GetValues(type).Cast<object>().First(other => !other.Equals(value)),
        _ => throw new InvalidOperationException($"No other value for {property.Name}."),
    };

    private static Analysis With(
        Analysis of, ModelOptions? completion = null, EstimationOptions? estimation = null, BootstrapOptions? bootstrap = null, EffectOptions? effects = null,
        PowerPlan? power = null, CaseSelection? cases = null) => new()
    {
        Model = of.Model, Cases = cases ?? of.Cases, Completion = completion ?? of.Completion, Estimation = estimation ?? of.Estimation,
        Bootstrap = bootstrap ?? of.Bootstrap, BollenStine = of.BollenStine, Effects = effects ?? of.Effects, Power = power ?? of.Power,
    };
}
