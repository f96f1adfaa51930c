using System.CommandLine;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Cli.Options;

/// <summary>The options that say how a model's syntax is completed and how it is estimated.</summary>
internal sealed class ModelArguments
{
    private static readonly Dictionary<string, GroupEquality> Equalities = new()
    {
        ["loadings"] = GroupEquality.Loadings,
        ["intercepts"] = GroupEquality.Intercepts,
        ["means"] = GroupEquality.Means,
        ["residuals"] = GroupEquality.Residuals,
        ["residual.covariances"] = GroupEquality.ResidualCovariances,
        ["lv.variances"] = GroupEquality.LatentVariances,
        ["lv.covariances"] = GroupEquality.LatentCovariances,
        ["regressions"] = GroupEquality.Regressions,
    };

    private static readonly EstimationOptions Standard = new();
    private static readonly Dictionary<string, ModelDefaults> Sets = new() { ["sem"] = ModelDefaults.Sem, ["cfa"] = ModelDefaults.Sem, ["growth"] = ModelDefaults.Growth };
    private static readonly Dictionary<string, Estimator> Estimators = EstimationMethods.All.ToDictionary(method => method.Estimator.ToString(), method => method.Estimator);
    private static readonly Dictionary<string, Likelihood> Likelihoods = new() { ["normal"] = Likelihood.Normal, ["wishart"] = Likelihood.Wishart };
    private static readonly Dictionary<string, MissingData> Treatments = new() { ["listwise"] = MissingData.Listwise, ["fiml"] = MissingData.Fiml, ["ml"] = MissingData.Fiml };
    private static readonly Dictionary<string, Information> Matrices = new() { ["expected"] = Information.Expected, ["observed"] = Information.Observed };

    private readonly Option<string[]> groupEqual = new("--group-equal") { Description = $"What is equal over groups: {string.Join(",", Equalities.Keys)}.", HelpName = "LIST" };
    private readonly Option<string[]> groupPartial = new("--group-partial") { Description = "Parameters exempt from --group-equal, as in the syntax: f=~x2,x1~1.", HelpName = "TERM,..." };
    private readonly Option<string?> estimator = new("--estimator") { Description = EstimatorHelp(), HelpName = "NAME" };
    private readonly Option<string?> likelihood = new("--likelihood") { Description = "normal (default; chi-square N F) or wishart ((N-1) F, as AMOS).", HelpName = "NAME" };
    private readonly Option<string?> missing = new("--missing") { Description = "listwise (default) or fiml.", HelpName = "NAME" };
    private readonly Option<string?> defaults = new("--defaults") { Description = "sem (default; the same as cfa) or growth.", HelpName = "NAME" };
    private readonly Option<bool> meanStructure = new("--meanstructure") { Description = "Model the means, too." };
    private readonly Option<bool> stdLv = new("--std-lv") { Description = "Scale latent variables by variances of one instead of first loadings of one." };
    private readonly Option<bool> orthogonal = new("--orthogonal") { Description = "Latent variables do not covary unless the syntax says so." };
    private readonly Option<bool?> fixedX = new("--fixed-x") { Description = "Whether the moments of exogenous observed variables are held at the sample's (default true).", HelpName = "true|false" };
    private readonly Option<string?> information = new("--information") { Description = "expected or observed; by default the estimator's own.", HelpName = "NAME" };

    public SampleArguments Sample { get; } = new();

    /// <summary>What a reader of the results must know of the data.</summary>
    public DataAccount Account => Sample.Account;

    public IEnumerable<Option> Options =>
    [
        .. Sample.Options, groupEqual, groupPartial, estimator, likelihood, missing,
        defaults, meanStructure, stdLv, orthogonal, fixedX, information,
    ];

    /// <summary>Reads a model and fits it as the command line says.</summary>
    public FitResult Fit(ParseResult parsed, string modelPath) =>
        Sample.Fit(parsed, ModelSpecification.Read(modelPath), Estimation(parsed), Completion(parsed));

    /// <summary>Reads a model and fits it as the command line says, completed in a way of its own.</summary>
    public FitResult Fit(ParseResult parsed, string modelPath, ModelOptions completion, IProgress<EstimationProgress>? progress = null) =>
        Sample.Fit(parsed, ModelSpecification.Read(modelPath), Estimation(parsed) with { Progress = progress }, completion);

    public ModelOptions Completion(ParseResult parsed) => new()
    {
        Defaults = parsed.Choice(defaults, Sets, ModelDefaults.Sem),
        StdLv = parsed.GetValue(stdLv),
        Orthogonal = parsed.GetValue(orthogonal),
        FixedX = parsed.GetValue(fixedX) ?? true,
        MeanStructure = parsed.GetValue(meanStructure) ? true : null,
        GroupEqual = Equal(groupEqual.Name, parsed.List(groupEqual)),
        GroupPartial = parsed.List(groupPartial),
    };

    /// <summary>What names of an option for equality over groups stand for.</summary>
    public static IReadOnlyList<GroupEquality> Equal(string option, IReadOnlyList<string> names) =>
        [.. names.Select(name => NamedChoice.Of(option, name, Equalities))];

    private static string EstimatorHelp()
    {
        string[] names = [.. EstimationMethods.All.Select(method =>
            $"{method.Estimator} ({(method.Estimator == Standard.Estimator ? "default; " : "")}{method.Citation})")];
        return $"{string.Join(", ", names[..^1])} or {names[^1]}.";
    }

    public EstimationOptions Estimation(ParseResult parsed) => new()
    {
        Estimator = parsed.Choice(estimator, Estimators, Standard.Estimator),
        Likelihood = parsed.Choice(likelihood, Likelihoods, Likelihood.Normal),
        Missing = parsed.Choice(missing, Treatments, MissingData.Listwise),
        Information = parsed.GetValue(information) is { } name ? NamedChoice.Of(information.Name, name, Matrices) : null,
    };
}
