using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Sam;

/// <summary>What a model in two steps is, whatever the sample: its parts as tables, and the order of their variables.</summary>
internal sealed class SamDesign
{
    private SamDesign(ModelSpecification model, SamOptions options, EstimationOptions estimation, ModelOptions completion, IReadOnlyList<string> groups)
    {
        (Options, Estimation) = (options.Checked(), Checked(estimation));
        Parts = SamParts.Of(model, options);
        Completion = Checked(completion) with { FixedX = false, MeanStructure = false };
        Joint = TableBuilder.Build(Parts.Joint, Completion, groups);
        Blocks = [.. Parts.Blocks.Select(block => TableBuilder.Build(block.Syntax, Completion, groups))];
        Structure = TableBuilder.Build(Parts.Structure, Completion with { GroupEqual = [] }, groups);
        Variables = [.. Structure.ObservedVariables.Where(name => !Parts.Products.Contains(name))];
        if (options.Method == SamMethod.Global && Parts.Products.Count > 0)
            throw new InputException($"Global SAM has no products of latent variables ({Parts.Products[0]}); expected --sam local.");
    }

    /// <summary>How the steps are made.</summary>
    public SamOptions Options { get; }

    /// <summary>How the measurement models are estimated.</summary>
    public EstimationOptions Estimation { get; }

    /// <summary>How the syntax is completed.</summary>
    public ModelOptions Completion { get; }

    /// <summary>The parts of the model.</summary>
    public SamParts Parts { get; }

    /// <summary>The whole model, products of latent variables apart.</summary>
    public ParameterTable Joint { get; }

    /// <summary>The measurement models.</summary>
    public IReadOnlyList<ParameterTable> Blocks { get; }

    /// <summary>The structural model, its factors like observed variables.</summary>
    public ParameterTable Structure { get; }

    /// <summary>The variables of the structural model, products of latent ones apart.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>The design of a model for groups of these labels.</summary>
    /// <exception cref="InputException">The model or the options cannot be estimated in two steps.</exception>
    public static SamDesign Of(ModelSpecification model, SamOptions options, EstimationOptions estimation, ModelOptions completion, IReadOnlyList<string> groups) =>
        new(model, options, estimation, completion, groups);

    /// <summary>The observed variables of a model whose products of latent variables are none.</summary>
    public static IReadOnlyList<string> Observed(ModelSpecification model, SamOptions options) => VariableRoles.Of(SamParts.Of(model, options).Joint.Terms).Roles.Observed;

    /// <summary>The samples as the model needs them: its variables, complete cases, divided by their number.</summary>
    public SampleMoments[] Prepare(IReadOnlyList<SampleMoments> samples)
    {
        SampleMoments[] prepared = [.. samples.Select(sample => SamplePreparation.Of(sample, Joint, Estimation with { Estimator = EstimationMethods.OfLikelihood }))];
        return Parts.Products.Count > 0 && Array.Exists(prepared, sample => sample.Cases is null)
            ? throw new InputException($"Moments of the product {Parts.Products[0]} come from scores of cases, and moments alone are given; expected cases.")
            : prepared;
    }

    private static EstimationOptions Checked(EstimationOptions options) => options switch
    {
        _ when EstimationMethods.Of(options.Estimator) is not { IsRobust: false, Responses: null } => throw new InputException($"Two steps have the estimators ML, GLS and ULS for measurement; expected one of them in the place of {options.Estimator}."),
        { Likelihood: not Likelihood.Normal } => throw new InputException("Two steps have the normal likelihood, not wishart."),
        { Missing: not MissingData.Listwise } => throw new InputException("Two steps need complete cases; expected --missing listwise."),
        { BiasReduction: not BiasReduction.None } => throw new InputException("Two steps are not combined with reduced-bias estimation; leave --rbm out."),
        { Bounds: not BoundsKind.None } => throw new InputException("Two steps are not combined with bounds; leave --bounds out."),
        { Ridge: not 0 } => throw new InputException("Two steps are not combined with a ridge; leave --ridge out."),
        { Information: not null } => throw new InputException("Two steps have expected information; leave --information out."),
        _ => options.Checked() with { StartingValues = null, RandomStartSeed = null },
    };

    private static ModelOptions Checked(ModelOptions options) => options switch
    {
        { Defaults: not ModelDefaults.Sem } => throw new InputException("Two steps complete a model as sem() does; expected --defaults sem."),
        { StdLv: true } => throw new InputException("In two steps the unit of a factor comes from a loading; leave --std-lv out, and read standardized values."),
        { Orthogonal: true } => throw new InputException("In two steps exogenous variables covary; name covariances of zero in the model in the place of --orthogonal."),
        { MeanStructure: true } => throw new InputException("Two steps estimate covariance structures; leave --meanstructure out."),
        { Ordered.Count: > 0 } => throw new InputException("Two steps are not there for ordered variables; leave --ordered out."),
        { Center: not ProductCentre.None } => throw new InputException("In two steps latent variables have the mean zero and products of them need no centring; expected --center none."),
        { GroupPartial.Count: > 0 } => throw new InputException("In two steps --group-partial is not there; leave it out."),
        _ when options.GroupEqual.Any(equality => equality is not GroupEquality.Loadings) => throw new InputException("In two steps loadings alone can be held equal over groups (--group-equal loadings)."),
        _ => options,
    };
}
