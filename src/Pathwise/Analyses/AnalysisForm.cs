using System.Text.Json.Nodes;
using Pathwise.Sem.Categorical;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Power;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sam;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Analyses;

/// <summary>Every part of an analysis with its members: what is written, read, and hashed. Members without a part in the result are threads, paths and progress.</summary>
internal static class AnalysisForm
{
    private static readonly ObjectForm<CategoryCoding> Coding = new(
        Member.Text<CategoryCoding>("name", of => of.Name, (of, value) => of with { Name = value }),
        Member.Choice<CategoryCoding, CodingKind>("coding", OptionWords.Codings, of => of.Kind, (of, value) => of with { Kind = value }),
        Member.OptionalText<CategoryCoding>("reference", of => of.Reference, (of, value) => of with { Reference = value }),
        Member.Texts<CategoryCoding>("categories", of => of.Categories, (of, value) => of with { Categories = value }));

    public static ObjectForm<ModelOptions> Completion { get; } = new(
        Member.Choice<ModelOptions, ModelDefaults>("defaults", OptionWords.Defaults, of => of.Defaults, (of, value) => of with { Defaults = value }),
        Member.Flag<ModelOptions>("std.lv", of => of.StdLv, (of, value) => of with { StdLv = value }),
        Member.Flag<ModelOptions>("orthogonal", of => of.Orthogonal, (of, value) => of with { Orthogonal = value }),
        Member.Flag<ModelOptions>("fixed.x", of => of.FixedX, (of, value) => of with { FixedX = value }),
        Member.OptionalFlag<ModelOptions>("meanstructure", of => of.MeanStructure, (of, value) => of with { MeanStructure = value }),
        Member.OptionalFlag<ModelOptions>("int.ov.free", of => of.FreeObservedIntercepts, (of, value) => of with { FreeObservedIntercepts = value }),
        Member.OptionalFlag<ModelOptions>("int.lv.free", of => of.FreeLatentMeans, (of, value) => of with { FreeLatentMeans = value }),
        Member.OptionalFlag<ModelOptions>("auto.fix.first", of => of.FixFirstLoading, (of, value) => of with { FixFirstLoading = value }),
        Member.OptionalFlag<ModelOptions>("auto.fix.single", of => of.FixSingleIndicator, (of, value) => of with { FixSingleIndicator = value }),
        Member.OptionalFlag<ModelOptions>("auto.var", of => of.AutoVariances, (of, value) => of with { AutoVariances = value }),
        Member.OptionalFlag<ModelOptions>("auto.cov.lv.x", of => of.AutoExogenousCovariances, (of, value) => of with { AutoExogenousCovariances = value }),
        Member.OptionalFlag<ModelOptions>("auto.cov.y", of => of.AutoEndogenousCovariances, (of, value) => of with { AutoEndogenousCovariances = value }),
        Member.Texts<ModelOptions>("ordered", of => of.Ordered, (of, value) => of with { Ordered = value }),
        Member.Choice<ModelOptions, Parameterization>("parameterization", OptionWords.Parameterizations, of => of.Parameterization, (of, value) => of with { Parameterization = value }),
        Member.Choice<ModelOptions, ProductCentre>("center", OptionWords.Centres, of => of.Center, (of, value) => of with { Center = value }),
        Member.List<ModelOptions, CategoryCoding>("coding", of => of.Codings, (of, value) => of with { Codings = value }, each => Coding.Write(each, true), place => Coding.Read(place, new() { Name = "" })).Later("[]"),
        Member.Choices<ModelOptions, GroupEquality>("group.equal", OptionWords.Equalities, of => of.GroupEqual, (of, value) => of with { GroupEqual = value }),
        Member.Texts<ModelOptions>("group.partial", of => of.GroupPartial, (of, value) => of with { GroupPartial = value }));

    public static ObjectForm<EstimationOptions> Estimation { get; } = new(
        Member.Choice<EstimationOptions, Estimator>("estimator", OptionWords.Estimators, of => of.Estimator, (of, value) => of with { Estimator = value }),
        Member.Choice<EstimationOptions, Likelihood>("likelihood", OptionWords.Likelihoods, of => of.Likelihood, (of, value) => of with { Likelihood = value }),
        Member.Choice<EstimationOptions, MissingData>("missing", OptionWords.Treatments, of => of.Missing, (of, value) => of with { Missing = value }),
        Member.Texts<EstimationOptions>("auxiliary", of => of.Auxiliary, (of, value) => of with { Auxiliary = value }).Later("[]"),
        Member.Choice<EstimationOptions, BiasReduction>("rbm.method", OptionWords.BiasReductions, of => of.BiasReduction, (of, value) => of with { BiasReduction = value }).Later("\"none\""),
        Member.Choice<EstimationOptions, BoundsKind>("bounds", OptionWords.Bounds, of => of.Bounds, (of, value) => of with { Bounds = value }).Later("\"none\""),
        Member.Real<EstimationOptions>("ridge.constant", of => of.Ridge, (of, value) => of with { Ridge = value }).Later("0"),
        Member.Choice<EstimationOptions, EmptyCellRule>("zero.add", OptionWords.EmptyCells, of => of.EmptyCells, (of, value) => of with { EmptyCells = value }),
        new("information", (of, _) => of.Information is { } matrix ? OptionWords.Matrices.Word(matrix) : null, (of, place) => of with { Information = place.IsNull ? null : place.Choice(OptionWords.Matrices) }),
        Member.Whole<EstimationOptions>("iterations", of => of.MaximumIterations, (of, value) => of with { MaximumIterations = value }),
        new("start", (of, _) => of.StartingValues is { } start ? new JsonArray([.. start.Select(value => JsonValue.Create(value))]) : null, (of, place) => of with { StartingValues = place.IsNull ? null : place.List(each => each.Real()) }),
        Member.OptionalWhole<EstimationOptions>("start.seed", of => of.RandomStartSeed, (of, value) => of with { RandomStartSeed = value }),
        Member.Real<EstimationOptions>("level", of => of.Level, (of, value) => of with { Level = value }));

    public static ObjectForm<SamOptions> Sam { get; } = new(
        Member.Choice<SamOptions, SamMethod>("sam.method", OptionWords.SamMethods, of => of.Method, (of, value) => of with { Method = value }),
        Member.Choice<SamOptions, MappingMethod>("M.method", OptionWords.Mappings, of => of.Mapping, (of, value) => of with { Mapping = value }),
        Member.Texts<SamOptions>("mm.list", of => [.. of.Blocks.Select(block => string.Join(',', block))], (of, value) => of with { Blocks = [.. value.Select(block => block.Split(','))] }),
        Member.Whole<SamOptions>("alpha.correction", of => of.AlphaCorrection, (of, value) => of with { AlphaCorrection = value }),
        Member.Flag<SamOptions>("lambda.correction", of => of.HasLambdaCorrection, (of, value) => of with { HasLambdaCorrection = value }));

    public static ObjectForm<BootstrapOptions> Bootstrap { get; } = new(
        Member.Whole<BootstrapOptions>("replicates", of => of.Replicates, (of, value) => of with { Replicates = value }),
        Member.Long<BootstrapOptions>("seed", of => of.Seed, (of, value) => of with { Seed = value }),
        Member.Choice<BootstrapOptions, ResamplingKind>("resampling", OptionWords.Resampling, of => of.Kind, (of, value) => of with { Kind = value }),
        Member.Choice<BootstrapOptions, ImproperRule>("improper", OptionWords.Rules, of => of.Rule, (of, value) => of with { Rule = value }),
        Member.Flag<BootstrapOptions>("jackknife", of => of.HasJackknife, (of, value) => of with { HasJackknife = value }));

    public static ObjectForm<BootstrapOptions> BollenStine { get; } = new(
        Member.Whole<BootstrapOptions>("replicates", of => of.Replicates, (of, value) => of with { Replicates = value }),
        Member.Long<BootstrapOptions>("seed", of => of.Seed, (of, value) => of with { Seed = value }));

    public static ObjectForm<EffectOptions> Effects { get; } = new(
        Member.Choices<EffectOptions, IntervalKind>("intervals", OptionWords.Intervals, of => of.Kinds, (of, value) => of with { Kinds = value }),
        Member.Texts<EffectOptions>("names", of => of.Effects, (of, value) => of with { Effects = value }),
        Member.Real<EffectOptions>("level", of => of.Level, (of, value) => of with { Level = value }),
        Member.Flag<EffectOptions>("standardized", of => of.IsStandardized, (of, value) => of with { IsStandardized = value }),
        Member.Whole<EffectOptions>("montecarlo.draws", of => of.MonteCarloDraws, (of, value) => of with { MonteCarloDraws = value }),
        Member.Long<EffectOptions>("montecarlo.seed", of => of.Seed, (of, value) => of with { Seed = value }),
        Member.Texts<EffectOptions>("moderators", of => of.Moderators, (of, value) => of with { Moderators = value }),
        Member.Texts<EffectOptions>("at", of => of.At, (of, value) => of with { At = value }),
        Member.Flag<EffectOptions>("compare.groups", of => of.ComparesGroups, (of, value) => of with { ComparesGroups = value }),
        Member.Choices<EffectOptions, MediationTestKind>("tests", OptionWords.MediationTests, of => of.Tests, (of, value) => of with { Tests = value }).Later("[]"),
        Member.OptionalReal<EffectOptions>("equivalence", of => of.Equivalence, (of, value) => of with { Equivalence = value }).Later("null"));

    private static readonly ObjectForm<PowerOptions> Study = new(
        Member.Whole<PowerOptions>("replicates", of => of.Replicates, (of, value) => of with { Replicates = value }),
        Member.Long<PowerOptions>("seed", of => of.Seed, (of, value) => of with { Seed = value }),
        Member.Choices<PowerOptions, IntervalKind>("intervals", OptionWords.Intervals, of => of.Kinds, (of, value) => of with { Kinds = value }),
        Member.Texts<PowerOptions>("names", of => of.Effects, (of, value) => of with { Effects = value }),
        Member.Real<PowerOptions>("level", of => of.Level, (of, value) => of with { Level = value }),
        Member.Whole<PowerOptions>("bootstrap", of => of.BootstrapReplicates, (of, value) => of with { BootstrapReplicates = value }),
        Member.Flag<PowerOptions>("tests", of => of.HasTests, (of, value) => of with { HasTests = value }).Later("false"),
        Member.Choice<PowerOptions, AnswerShape>("answers", OptionWords.Shapes, of => of.Shape, (of, value) => of with { Shape = value }).Later("\"normal\""),
        Member.Text<PowerOptions>("left.out", of => of.LeftOut, (of, value) => of with { LeftOut = value }).Later("\"\""),
        Member.Choices<PowerOptions, MediationTestKind>("indirect.tests", OptionWords.MediationTests, of => of.IndirectTests, (of, value) => of with { IndirectTests = value }).Later("[]"),
        Member.OptionalReal<PowerOptions>("equivalence", of => of.Equivalence, (of, value) => of with { Equivalence = value }).Later("null"),
        Member.Texts<PowerOptions>("set", of => of.Coefficients, (of, value) => of with { Coefficients = value }).Later("[]"),
        Member.Choice<PowerOptions, BiasReduction>("rbm.method", OptionWords.BiasReductions, of => of.BiasReduction, (of, value) => of with { BiasReduction = value }).Later("\"none\""),
        Member.Flag<PowerOptions>("parameters", of => of.HasParameters, (of, value) => of with { HasParameters = value }).Later("false"),
        Member.Choice<PowerOptions, Likelihood>("likelihood", OptionWords.Likelihoods, of => of.Likelihood, (of, value) => of with { Likelihood = value }));

    public static ObjectForm<PowerPlan> Power { get; } = new(
        Member.Wholes<PowerPlan>("n", of => of.Counts, (of, value) => of with { Counts = value, Options = of.Options with { Count = value.Count > 0 ? value[0] : 0 } }),
        Member.OptionalReal<PowerPlan>("power", of => of.Target, (of, value) => of with { Target = value }),
        new("study", (of, isWhole) => Study.Write(of.Options, isWhole), (of, place) => of with { Options = Study.Read(place, of.Options) }));

    public static ObjectForm<CaseSelection> Cases { get; } = new(
        Member.Text<CaseSelection>("path", of => of.Path, (of, value) => of with { Path = value }, isSignificant: false),
        Member.OptionalText<CaseSelection>("sha256", of => of.Checksum, (of, value) => of with { Checksum = value }),
        Member.Texts<CaseSelection>("missing", of => of.Missing, (of, value) => of with { Missing = value }),
        Member.Wholes<CaseSelection>("skipped.rows", of => of.SkippedRows, (of, value) => of with { SkippedRows = value }),
        Member.OptionalText<CaseSelection>("codebook", of => of.CodebookPath, (of, value) => of with { CodebookPath = value }, isSignificant: false),
        Member.OptionalText<CaseSelection>("codebook.sha256", of => of.CodebookChecksum, (of, value) => of with { CodebookChecksum = value }),
        Member.List<CaseSelection, CleaningRule>("cleaning", of => of.Cleaning, (of, value) => of with { Cleaning = value }, CleaningRuleText.ToNode, Rule),
        Member.OptionalText<CaseSelection>("group", of => of.Group, (of, value) => of with { Group = value }));

    public static ObjectForm<MomentSelection> Moments { get; } = new(
        Member.Text<MomentSelection>("path", of => of.Path, (of, value) => of with { Path = value }, isSignificant: false),
        Member.OptionalText<MomentSelection>("sha256", of => of.Checksum, (of, value) => of with { Checksum = value }),
        Member.Wholes<MomentSelection>("n", of => of.Counts, (of, value) => of with { Counts = value }),
        Member.OptionalText<MomentSelection>("means", of => of.MeansPath, (of, value) => of with { MeansPath = value }, isSignificant: false),
        Member.OptionalText<MomentSelection>("means.sha256", of => of.MeansChecksum, (of, value) => of with { MeansChecksum = value }));

    private static readonly ObjectForm<RuleWords> Rules = new(
        Member.Text<RuleWords>("rule", of => of.Rule, (of, value) => of with { Rule = value }),
        Member.Text<RuleWords>("column", of => of.Column, (of, value) => of with { Column = value }),
        Member.Text<RuleWords>("value", of => of.Value, (of, value) => of with { Value = value }),
        Member.Whole<RuleWords>("missing", of => of.Missing, (of, value) => of with { Missing = value }),
        Member.Text<RuleWords>("reason", of => of.Reason, (of, value) => of with { Reason = value }));

    private static CleaningRule Rule(JsonPlace place)
    {
        var words = Rules.Read(place, new("", "", "", 0, ""));
        try
        {
            return CleaningRuleText.Rule(words.Rule, words.Column, words.Value, words.Missing, words.Reason);
        }
        catch (InputException problem)
        {
            throw new InputException($"{place.Where}: {problem.Message}", problem);
        }
    }

    private sealed record RuleWords(string Rule, string Column, string Value, int Missing, string Reason);
}
