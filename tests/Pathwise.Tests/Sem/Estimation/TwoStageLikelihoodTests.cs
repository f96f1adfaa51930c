using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Parity;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

/// <summary>
/// Two-stage estimation against lavaan: the fits among tests/fixtures/lavaan/models (their every number is compared with the other models' there, here the errors by a
/// tighter tolerance), and differences, auxiliary variables and hard searches of tests/fixtures/lavaan/two-stage.
/// </summary>
public sealed class TwoStageLikelihoodTests
{
    private const string Factors = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9";

    private static readonly JsonElement Fixture = JsonDocument.Parse(File.ReadAllText(Repository.Fixture("lavaan", "two-stage", "two-stage.json"))).RootElement;

    public static TheoryData<string> Fits => [.. LavaanCase.All.Where(id => id.StartsWith("two_stage", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Fits))]
    public void Fit_TwoStages_HasLavaansEstimatesErrorsAndTests(string id)
    {
        var (root, fit, mismatches) = (LavaanCase.Read(id).Root, LavaanCase.Read(id).Fit(), new Mismatches());
        Compare(root.GetProperty("parameters"), fit, 1e-6, mismatches);
        var indices = fit.Indices();
        mismatches.Add("chisq.scaled", root.GetProperty("fit").GetProperty("chisq.scaled"), indices.ScaledTest!.Value, 1e-6);
        mismatches.Add("chisq.scaling.factor", root.GetProperty("fit").GetProperty("chisq.scaling.factor"), indices.ScaledTest.ScalingFactor, 1e-6);
        mismatches.AssertNone(atLeast: 10);
    }

    [Fact]
    public void Compare_NestedModels_GivesLavaansScaledDifferences()
    {
        var mismatches = new Mismatches();
        foreach (var each in Fixture.GetProperty("differences").EnumerateArray())
        {
            var (wide, narrow) = (Fit(each, each.GetProperty("full")), Fit(each, each.GetProperty("restricted")));
            foreach (var (name, method) in new[] { ("satorra.bentler.2001", DifferenceMethod.SatorraBentler2001), ("satorra.bentler.2010", DifferenceMethod.SatorraBentler2010) })
            {
                var own = wide.Compare(narrow, method);
                mismatches.Add($"{name} chisq", each.GetProperty(name).GetProperty("chisq"), own.ChiSquare, 1e-5);
                mismatches.Add($"{name} df", each.GetProperty(name).GetProperty("df"), own.DegreesOfFreedom, 0);
                mismatches.Add($"{name} p", each.GetProperty(name).GetProperty("pvalue"), own.PValue, 1e-6);
            }

            Assert.Contains("complete cases", Assert.Throws<InputException>(() => wide.Compare(narrow, DifferenceMethod.Satorra2000)).Message, StringComparison.Ordinal);
        }

        mismatches.AssertNone(atLeast: 36);
    }

    // lavaan's moments of the first stage come from its search of the saturated model, whose slopes end at 1e-8.
    [Fact]
    public void Fit_AuxiliaryVariables_HelpTheFirstStageAlone()
    {
        var mismatches = new Mismatches();
        foreach (var each in Fixture.GetProperty("auxiliary").EnumerateArray())
        {
            string[] auxiliary = [.. each.GetProperty("auxiliary").EnumerateArray().Select(name => name.GetString()!)];
            var (model, data, group) = (ModelSpecification.Parse(each.GetProperty("model").GetString()!), Data(each), each.GetProperty("group").GetString());
            var options = new EstimationOptions { Missing = Missing(each), Auxiliary = auxiliary };
            var fit = model.Fit(data, options, group: group);
            Compare(each.GetProperty("parameters"), fit, 1e-6, mismatches);
            mismatches.Add("n", each.GetProperty("n"), fit.CaseCount, 0);
            mismatches.Add("chisq", each.GetProperty("chisq"), fit.Test().Value, 1e-5);
            mismatches.Add("factor", each.GetProperty("factor"), fit.DegreesOfFreedom() == 0 ? null : fit.ScaledTest()!.ScalingFactor, 1e-5);
            Assert.Empty(auxiliary.Intersect(fit.Sample[0].Names));
            Assert.NotEqual(fit.Values, model.Fit(data, options with { Auxiliary = [] }, group: group).Values);
            foreach (var value in each.GetProperty("semtools").EnumerateObject().Where(value => value.Name.Contains("=~", StringComparison.Ordinal) && !value.Name.Contains(".g2", StringComparison.Ordinal)))
            {
                var own = fit.Estimates().First(row => row.Group == 1 && $"{row.Lhs}=~{row.Rhs}" == value.Name);
                mismatches.Add(value.Name, value.Value, own.Value, 1e-4);
            }
        }

        mismatches.AssertNone(atLeast: 150);
    }

    [Fact]
    public void Fit_MostValuesMissing_FindsLavaansMomentsAfterManySteps()
    {
        var mismatches = new Mismatches();
        foreach (var each in Fixture.GetProperty("slow").EnumerateArray())
        {
            var fit = ModelSpecification.Parse("f =~ v1 + v2 + v3 + v4 + v5 + v6")
                .Fit(DataTable.Read(Repository.Fixture("lavaan", "two-stage", "sparse.csv")), new EstimationOptions { Missing = Missing(each) });
            Assert.True(FirstStageFacts.Of(fit)!.Steps > 20);
            mismatches.Add("n", each.GetProperty("n"), fit.CaseCount, 0);
            Compare(each.GetProperty("parameters"), fit, 1e-6, mismatches);
            mismatches.Add("chisq", each.GetProperty("chisq"), fit.Test().Value, 1e-5);
            mismatches.Add("factor", each.GetProperty("factor"), fit.ScaledTest()!.ScalingFactor, 1e-5);
        }

        mismatches.AssertNone(atLeast: 60);
    }

    // lavaan warns of the coverage; its errors come from a generalized inverse there.
    [Fact]
    public void Fit_PairNeverSeenTogether_HasEstimatesAndWarnsThatTheyRestOnNothing()
    {
        var fit = ModelSpecification.Parse(Factors).Fit([Holes((row, i) => i == (row < 150 ? 0 : 1))], new EstimationOptions { Missing = MissingData.TwoStage });
        Assert.True(fit.HasConverged);
        Assert.Contains("no case has both x1 and x2", Assert.Single(fit.Warnings, warning => warning.Code == "no-coverage").Message, StringComparison.Ordinal);
        Assert.Single(fit.Warnings, warning => warning.Code == "first-stage-singular");
        Assert.All(fit.Estimates(), row => Assert.Null(row.StandardError));
        Assert.Null(fit.ScaledTest()!.Value);
        Assert.Null(fit.TestToTrust());
        Assert.Null(fit.Indices().ScaledRmsea!.Lower);
    }

    [Fact]
    public void Fit_VariableWithoutValues_IsRefused()
    {
        var mistake = Assert.Throws<InputException>(() => ModelSpecification.Parse(Factors).Fit([Holes((_, i) => i == 4)], new EstimationOptions { Missing = MissingData.TwoStage }));
        Assert.Equal("The sample: the variable x5 has no values.", mistake.Message);
    }

    [Fact]
    public void Fit_CompleteCases_IsMaximumLikelihoodWithTheSamplesWeights()
    {
        var data = DataTable.Read(Repository.Fixture("lavaan", "models", "data", "hs.csv"));
        var (plain, staged) = (ModelSpecification.Parse(Factors).Fit(data), ModelSpecification.Parse(Factors).Fit(data, new EstimationOptions { Missing = MissingData.TwoStage }));
        Oracle.Near(plain.Test().Value!.Value, staged.Test().Value, 1e-9);
        Assert.Equal(1, staged.ScaledTest()!.ScalingFactor!.Value, 1e-9);
        Assert.Equal("First stage: no value is missing.", FirstStageFacts.Of(staged)!.Text);
    }

    // Far from zero the model is fitted to centred variables, and the moments' certainty is the same.
    [Fact]
    public void Fit_MeansFarFromZero_GivesTheSameErrors()
    {
        var sample = Holes((row, i) => (row * 7 + i) % 11 == 0);
        var far = SampleMoments.OfCases(sample.Names, sample.Cases! + 1e6, Divisor.Count);
        var (near, moved) = (Fit(sample), Fit(far));
        foreach (var (one, other) in near.Estimates().Zip(moved.Estimates()).Where(pair => pair.First.Operator != Operator.Intercept))
        {
            Oracle.Near(one.Value, other.Value, 1e-6);
            Oracle.Near(one.StandardError ?? 0, other.StandardError ?? 0, 1e-6);
        }

        Oracle.Near(near.ScaledTest()!.Value!.Value, moved.ScaledTest()!.Value, 1e-5);

        static FitResult Fit(SampleMoments sample) => ModelSpecification.Parse(Factors).Fit([sample], new EstimationOptions { Missing = MissingData.RobustTwoStage });
    }

    // Differences of the plain chi-square have no chi-square distribution.
    [Fact]
    public void EstimateEffects_TwoStages_HaveNoProfile()
    {
        var fit = LavaanCase.Read("two_stage_path").Fit();
        var effect = fit.EstimateEffects(new EffectOptions { Kinds = [IntervalKind.Delta, IntervalKind.Profile] })[0];
        Assert.NotNull(effect.Interval(IntervalKind.Delta));
        Assert.Null(effect.Interval(IntervalKind.Profile));
    }

    [Theory]
    [InlineData("expected the estimator ML in the place of MLR", Estimator.MLR, Likelihood.Normal)]
    [InlineData("expected the estimator ML in the place of GLS", Estimator.GLS, Likelihood.Normal)]
    [InlineData("Wishart likelihood has no cases", Estimator.ML, Likelihood.Wishart)]
    public void Checked_WhatTwoStagesDoNotServe_IsRefused(string message, Estimator estimator, Likelihood likelihood)
    {
        var options = new EstimationOptions { Missing = MissingData.TwoStage, Estimator = estimator, Likelihood = likelihood };
        Assert.Contains(message, Assert.Throws<InputException>(options.Checked).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("belong to the first of two stages", MissingData.Fiml, null, "x9")]
    [InlineData("expected observed information", MissingData.TwoStage, Information.Expected, "x9")]
    [InlineData("x1: an auxiliary variable is not in the model", MissingData.TwoStage, null, "x1")]
    [InlineData("Not in the sample: age", MissingData.TwoStage, null, "age")]
    public void Fit_AuxiliaryVariablesWithoutMeaning_AreRefused(string message, MissingData missing, Information? information, string name)
    {
        var options = new EstimationOptions { Missing = missing, Information = information, Auxiliary = [name] };
        var model = ModelSpecification.Parse("visual =~ x1 + x2 + x3");
        Assert.Contains(message, Assert.Throws<InputException>(() => model.Fit([Holes((_, _) => false)], options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_MomentsAlone_AreRefused()
    {
        var sample = SampleMoments.OfCovariance(["x1", "x2"], Matrix<double>.Build.DenseIdentity(2), 50, Vector<double>.Build.Dense(2));
        var mistake = Assert.Throws<InputException>(() => ModelSpecification.Parse("x1 ~ x2").Fit(sample, new EstimationOptions { Missing = MissingData.TwoStage }));
        Assert.Equal("Two stages of estimation need the cases themselves; The sample gives moments alone.", mistake.Message);
    }

    private static SampleMoments Holes(Func<int, int, bool> isMissing)
    {
        string[] names = [.. Enumerable.Range(1, 9).Select(i => $"x{i}")];
        var sample = DataTable.Read(Repository.Fixture("lavaan", "models", "data", "hs.csv")).Samples(names)[0];
        return SampleMoments.OfCases(names, sample.Cases!.MapIndexed((row, i, value) => isMissing(row, i) ? double.NaN : value, Zeros.Include), Divisor.Count);
    }

    private static MissingData Missing(JsonElement each) => each.GetProperty("missing").GetString() == "two.stage" ? MissingData.TwoStage : MissingData.RobustTwoStage;

    private static DataTable Data(JsonElement each) => DataTable.Read(Repository.Fixture("lavaan", "models", "data", $"{each.GetProperty("data").GetString()}.csv"));

    private static FitResult Fit(JsonElement each, JsonElement model) => ModelSpecification.Parse(model.GetProperty("model").GetString()!).Fit(
        Data(each),
        new EstimationOptions { Missing = Missing(each) },
        new ModelOptions { GroupEqual = model.TryGetProperty("group.equal", out _) ? [GroupEquality.Loadings] : [] },
        model.TryGetProperty("group", out var group) ? group.GetString() : null);

    private static void Compare(JsonElement expected, FitResult fit, double tolerance, Mismatches mismatches)
    {
        var own = fit.Estimates();
        foreach (var row in expected.EnumerateArray().Where(row => row.GetProperty("op").GetString() is "=~" or "~" or "~1" or "~~"))
        {
            string Of(string name) => row.GetProperty(name).GetString()!;
            var group = row.TryGetProperty("group", out var value) ? value.GetInt32() : 1;
            var found = own.First(each => each.Group == group && each.Operator.Text() == Of("op")
                && ((each.Lhs == Of("lhs") && each.Rhs == Of("rhs")) || (Of("op") == "~~" && each.Lhs == Of("rhs") && each.Rhs == Of("lhs"))));
            mismatches.Add($"{Of("lhs")} {Of("op")} {Of("rhs")} {group} est", row.GetProperty("est"), found.Value, tolerance);
            mismatches.Add($"{Of("lhs")} {Of("op")} {Of("rhs")} {group} se", row.GetProperty("se"), found.StandardError ?? 0, tolerance);
        }
    }
}
