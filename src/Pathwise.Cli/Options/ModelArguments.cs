using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moderation;
using Pathwise.Sem.Sam;
using Pathwise.Sem.Specification;

namespace Pathwise.Cli.Options;

/// <summary>The options that say how a model's syntax is completed and how it is estimated.</summary>
internal sealed class ModelArguments
{
    private static readonly Dictionary<string, ModelDefaults> Sets = new() { ["sem"] = ModelDefaults.Sem, ["cfa"] = ModelDefaults.Sem, ["growth"] = ModelDefaults.Growth };
    private static readonly Dictionary<string, MissingData> Treatments = new(OptionWords.Treatments) { ["ml"] = MissingData.Fiml };

    private readonly Option<string[]> groupEqual = new("--group-equal") { Description = $"What is equal over groups: {string.Join(",", OptionWords.Equalities.Keys)}.", HelpName = "LIST" };
    private readonly Option<string[]> groupPartial = new("--group-partial") { Description = "Parameters exempt from --group-equal, as in the syntax: f=~x2,x1~1.", HelpName = "TERM,..." };
    private readonly Option<string?> estimator = new("--estimator") { Description = EstimatorHelp(), HelpName = "NAME" };
    private readonly Option<string[]> ordered = new("--ordered") { Description = "Variables whose values are ordered categories, or all, or codebook (those that the codebook of the data calls ordered): thresholds and polychoric correlations are fitted, by WLSMV unless --estimator says otherwise.", HelpName = "LIST|all|codebook" };
    private readonly Option<string?> parameterization = new("--parameterization") { Description = "With --ordered: delta (default; scales of the responses) or theta (residual variances).", HelpName = "NAME" };
    private readonly Option<string?> zeroAdd = new("--zero-add") { Description = "With --ordered: what empty cells of two-way tables get: half (default; 0.5 in tables of two by two), none, or share (1/(rc) in each of r x c cells).", HelpName = "NAME" };
    private readonly Option<string?> likelihood = new("--likelihood") { Description = "normal (default; chi-square N F) or wishart ((N-1) F, as AMOS).", HelpName = "NAME" };
    private readonly Option<string?> missing = new("--missing") { Description = "listwise (default), fiml, two.stage or robust.two.stage (means and covariances first, then the model), or, with ordered variables, pairwise.", HelpName = "NAME" };
    private readonly Option<string[]> auxiliary = new("--auxiliary") { Description = "With --missing two.stage or robust.two.stage: variables outside the model that say something of missing values, for the first stage.", HelpName = "LIST" };
    private readonly Option<string?> defaults = new("--defaults") { Description = "sem (default; the same as cfa) or growth.", HelpName = "NAME" };
    private readonly Option<bool> meanStructure = new("--meanstructure") { Description = "Model the means, too." };
    private readonly Option<bool> stdLv = new("--std-lv") { Description = "Scale latent variables by variances of one instead of first loadings of one." };
    private readonly Option<bool> orthogonal = new("--orthogonal") { Description = "Latent variables do not covary unless the syntax says so." };
    private readonly Option<bool?> fixedX = new("--fixed-x") { Description = "Whether the moments of exogenous observed variables are held at the sample's (default true).", HelpName = "true|false" };
    private readonly Option<string?> center = new("--center") { Description = "What is taken from the factors of products (x:w): none (default, as lavaan), mean (of the cases used; of each resample its own) or double (from the product, too: for indicators of latent products).", HelpName = "NAME" };
    private readonly Option<string?> information = new("--information") { Description = "expected or observed; by default the estimator's own.", HelpName = "NAME" };

    private readonly Option<string?> biasReduction = new("--rbm") { Description = $"Reduced-bias M-estimation of ML with complete cases: {string.Join(", ", OptionWords.BiasReductions.Keys)} (default none).", HelpName = "METHOD" };

    private readonly Option<string?> bounds = new("--bounds") { Description = $"Bounds of variances, loadings and covariances from the sample's variances, as lavaan's: {string.Join(", ", OptionWords.Bounds.Keys)} (default none).", HelpName = "NAME" };

    private readonly Option<double?> ridge = new("--ridge") { Description = "Added to each variance of the sample before ML (or MLM, MLMV, MLMVS) is fitted to complete cases: lavaan's ridge.constant.", HelpName = "A" };

    private readonly CodingArguments coding = new();

    public SampleArguments Sample { get; } = new();

    /// <summary>The options of two steps, for commands that have them.</summary>
    public SamArguments? Sam { get; init; }

    /// <summary>What a reader of the results must know of the data.</summary>
    public DataAccount Account => Sample.Account;

    public IEnumerable<Option> Options =>
    [
        .. Sample.Options, groupEqual, groupPartial, estimator, ordered, parameterization, zeroAdd, likelihood, missing, auxiliary,
        defaults, meanStructure, stdLv, orthogonal, fixedX, center, .. coding.Options, information, biasReduction, bounds, ridge, .. Sam?.Options ?? [],
    ];

    /// <summary>Those of ordered variables alone.</summary>
    public IEnumerable<Option> OptionsOfOrdered => [ordered, parameterization];

    /// <summary>The same without those of ordered variables, for commands that have others.</summary>
    public IEnumerable<Option> OptionsOfContinuous => Options.Except([ordered, parameterization, zeroAdd]);

    /// <summary>The analysis that the command line describes: what it does not say is taken from the file of --analysis, or else has its default.</summary>
    public Analysis Plan(ParseResult parsed, Argument<string?> model, AnalysisArguments stored) => Plan(parsed, stored.Model(parsed, model), stored, new());

    /// <summary>The same of a model by its number; a file, if any, measures its latent variables, whose products are centred twice unless the command line says otherwise.</summary>
    public Analysis Plan(ParseResult parsed, ProcessPlan plan, string? measurement, AnalysisArguments stored)
    {
        var measured = measurement is null ? null : ModelSpecification.Read(measurement);
        var isInSteps = Sam?.Plan(parsed, stored.Given(parsed)?.Sam) is not null;
        var model = ModelSpecification.Parse(plan.Syntax(measured, !isInSteps), $"model {plan.Number} of PROCESS");
        return Plan(parsed, model, stored, new() { Center = !isInSteps && plan.HasLatentProducts(measured) ? ProductCentre.Twice : ProductCentre.None });
    }

    private Analysis Plan(ParseResult parsed, ModelSpecification specification, AnalysisArguments stored, ModelOptions start)
    {
        var given = stored.Given(parsed);
        var (cases, moments) = Sample.Choose(parsed, given, stored.Source(parsed));
        var analysis = new Analysis
        {
            Model = specification, Cases = cases, Moments = moments,
            Sam = Steps(parsed, given),
            Completion = Resolved(parsed, Completion(parsed, given?.Completion ?? start), specification, cases), Estimation = Estimation(parsed, given?.Estimation ?? new()),
        };
        RequireOrdered(parsed, analysis);
        return analysis;
    }

    private SamOptions? Steps(ParseResult parsed, Analysis? given) => Sam is not null ? Sam.Plan(parsed, given?.Sam)
        : given?.Sam is null ? null
        : throw new InputException("The analysis is of a model in two steps (sam), which fit and effects alone estimate.");

    /// <summary>Refuses what says something of ordered variables where there are none.</summary>
    public void RequireOrdered(ParseResult parsed, Analysis analysis)
    {
        if (parsed.Has(ordered) && parsed.List(ordered).Count == 0)
            throw new InputException("--ordered names no variable; expected a list of them, or all.");
        if (parsed.Has(parameterization) && analysis.Ordered.Count == 0)
            throw new InputException("--parameterization belongs to ordered variables, and the model has none; give --ordered LIST or --ordered all with it.");
    }

    /// <summary>Fits the model of an analysis to its data.</summary>
    public FitResult Fit(ParseResult parsed, Analysis analysis, IProgress<EstimationProgress>? progress = null) =>
        Sample.Fit(parsed, progress is null ? analysis : analysis.With(progress));

    /// <summary>The estimator that the command line or an analysis asks for by name; null where it is the default.</summary>
    public Estimator? Asked(ParseResult parsed, Analysis planned) =>
        parsed.Has(estimator) || planned.Estimation.Estimator != new EstimationOptions().Estimator ? planned.Estimation.Estimator : null;

    /// <summary>How the command line completes a model; what it does not say stays.</summary>
    public ModelOptions Completion(ParseResult parsed, ModelOptions given) => given with
    {
        Defaults = parsed.Choice(defaults, Sets, given.Defaults),
        StdLv = parsed.Given(stdLv, given.StdLv),
        Orthogonal = parsed.Given(orthogonal, given.Orthogonal),
        FixedX = parsed.GetValue(fixedX) ?? given.FixedX,
        MeanStructure = parsed.Has(meanStructure) ? parsed.GetValue(meanStructure) ? true : null : given.MeanStructure,
        GroupEqual = parsed.Has(groupEqual) ? Equal(groupEqual.Name, parsed.List(groupEqual)) : given.GroupEqual,
        GroupPartial = parsed.GivenList(groupPartial, given.GroupPartial),
        Ordered = parsed.GivenList(ordered, given.Ordered),
        Center = parsed.Choice(center, OptionWords.Centres, given.Center),
        Parameterization = parsed.Choice(parameterization, OptionWords.Parameterizations, given.Parameterization),
    };

    /// <summary>The same with the variables that the codebook calls ordered, where the command line asks for them, and with its categorical ones.</summary>
    public ModelOptions Resolved(ParseResult parsed, ModelOptions completion, ModelSpecification model, CaseSelection? cases) =>
        coding.Resolved(parsed, parsed.Has(ordered) ? completion with { Ordered = OrderedWord.Resolve(completion.Ordered, model, cases) } : completion, model, cases);

    /// <summary>What names of an option for equality over groups stand for.</summary>
    public static IReadOnlyList<GroupEquality> Equal(string option, IReadOnlyList<string> names) =>
        [.. names.Select(name => NamedChoice.Of(option, name, OptionWords.Equalities))];

    private static string EstimatorHelp()
    {
        string[] names = [.. EstimationMethods.All.Select(method =>
            $"{method.Estimator} ({(method.Estimator == new EstimationOptions().Estimator ? "default; " : "")}{method.Citation})")];
        return $"{string.Join(", ", names[..^1])} or {names[^1]}.";
    }

    /// <summary>How the command line estimates a model; what it does not say stays.</summary>
    public EstimationOptions Estimation(ParseResult parsed, EstimationOptions given) => given with
    {
        Estimator = parsed.Choice(estimator, OptionWords.Estimators, parsed.Has(ordered) ? EstimationMethods.OfOrdered : given.Estimator),
        Likelihood = parsed.Choice(likelihood, OptionWords.Likelihoods, given.Likelihood),
        Missing = parsed.Choice(missing, Treatments, given.Missing),
        Auxiliary = parsed.GivenList(auxiliary, given.Auxiliary),
        EmptyCells = parsed.Choice(zeroAdd, OptionWords.EmptyCells, given.EmptyCells),
        BiasReduction = parsed.Choice(biasReduction, OptionWords.BiasReductions, given.BiasReduction),
        Bounds = parsed.Choice(bounds, OptionWords.Bounds, given.Bounds),
        Ridge = parsed.GetValue(ridge) ?? given.Ridge,
        Information = parsed.GetValue(information) is { } name ? NamedChoice.Of(information.Name, name, OptionWords.Matrices) : given.Information,
    };
}
