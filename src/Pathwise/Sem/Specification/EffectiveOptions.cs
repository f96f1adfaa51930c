namespace Pathwise.Sem.Specification;

/// <summary>Model options with every open choice decided for one model and number of groups.</summary>
internal sealed class EffectiveOptions(ModelOptions options, int groups, bool namesIntercepts, bool hasOrdered = false)
{
    private readonly bool completes = options.Defaults != ModelDefaults.None;

    public bool IsTheta => options.Parameterization == Parameterization.Theta;

    public bool StdLv => options.StdLv;

    public bool Orthogonal => options.Orthogonal;

    public bool FixedX => options.FixedX;

    public bool FixesFirstLoading => options.FixFirstLoading ?? (completes && !options.StdLv);

    public bool FixesSingleIndicator => options.FixSingleIndicator ?? completes;

    public bool FreesVariances => options.AutoVariances ?? completes;

    public bool ExogenousCovary => options.AutoExogenousCovariances ?? completes;

    public bool EndogenousCovary => options.AutoEndogenousCovariances ?? completes;

    public bool FreesObservedIntercepts => options.FreeObservedIntercepts ?? options.Defaults == ModelDefaults.Sem;

    public bool FreesLatentMeans => options.FreeLatentMeans ?? options.Defaults == ModelDefaults.Growth;

    public bool HasMeanStructure => namesIntercepts || hasOrdered || (options.MeanStructure ??
        (options.Defaults == ModelDefaults.Growth || groups > 1 || Equal(GroupEquality.Intercepts) || Equal(GroupEquality.Means)));

    /// <summary>True when later groups' latent means are free because the intercepts are equal.</summary>
    public bool FreesLaterMeans => !FreesLatentMeans && Equal(GroupEquality.Intercepts) && !Equal(GroupEquality.Means);

    /// <summary>True when later groups' latent variances are free because the loadings are equal.</summary>
    public bool FreesLaterVariances => StdLv && Equal(GroupEquality.Loadings) && !Equal(GroupEquality.LatentVariances);

    /// <summary>True when later groups' units and origins of responses are free because the thresholds are equal (Wu and Estabrook 2016).</summary>
    public bool FreesLaterUnits => Equal(GroupEquality.Thresholds);

    public bool Equal(GroupEquality kind) => options.GroupEqual.Contains(kind);
}
