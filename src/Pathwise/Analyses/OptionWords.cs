using Pathwise.Sem.Categorical;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Power;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sam;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Analyses;

/// <summary>The words for the choices among options, the same on the command line and in the file of an analysis.</summary>
internal static class OptionWords
{
    public static IReadOnlyDictionary<string, ModelDefaults> Defaults { get; } =
        new Dictionary<string, ModelDefaults> { ["sem"] = ModelDefaults.Sem, ["growth"] = ModelDefaults.Growth, ["none"] = ModelDefaults.None };

    public static IReadOnlyDictionary<string, ProductCentre> Centres { get; } =
        new Dictionary<string, ProductCentre> { ["none"] = ProductCentre.None, ["mean"] = ProductCentre.Mean, ["double"] = ProductCentre.Twice };

    public static IReadOnlyDictionary<string, CodingKind> Codings { get; } = Enum.GetValues<CodingKind>().ToDictionary(kind => kind.Text());

    public static IReadOnlyDictionary<string, GroupEquality> Equalities { get; } = new Dictionary<string, GroupEquality>
    {
        ["loadings"] = GroupEquality.Loadings,
        ["intercepts"] = GroupEquality.Intercepts,
        ["means"] = GroupEquality.Means,
        ["residuals"] = GroupEquality.Residuals,
        ["residual.covariances"] = GroupEquality.ResidualCovariances,
        ["lv.variances"] = GroupEquality.LatentVariances,
        ["lv.covariances"] = GroupEquality.LatentCovariances,
        ["regressions"] = GroupEquality.Regressions,
        ["thresholds"] = GroupEquality.Thresholds,
    };

    public static IReadOnlyDictionary<string, Parameterization> Parameterizations { get; } =
        new Dictionary<string, Parameterization> { ["delta"] = Parameterization.Delta, ["theta"] = Parameterization.Theta };

    public static IReadOnlyDictionary<string, Estimator> Estimators { get; } = EstimationMethods.All.ToDictionary(method => method.Estimator.ToString(), method => method.Estimator);

    public static IReadOnlyDictionary<string, AnswerShape> Shapes { get; } = Enum.GetValues<AnswerShape>().ToDictionary(shape => shape.Text());

    public static IReadOnlyDictionary<string, Likelihood> Likelihoods { get; } =
        new Dictionary<string, Likelihood> { ["normal"] = Likelihood.Normal, ["wishart"] = Likelihood.Wishart };

    public static IReadOnlyDictionary<string, MissingData> Treatments { get; } =
        new Dictionary<string, MissingData> { ["listwise"] = MissingData.Listwise, ["fiml"] = MissingData.Fiml, ["pairwise"] = MissingData.Pairwise, ["two.stage"] = MissingData.TwoStage, ["robust.two.stage"] = MissingData.RobustTwoStage };

    public static IReadOnlyDictionary<string, EmptyCellRule> EmptyCells { get; } =
        new Dictionary<string, EmptyCellRule> { ["half"] = EmptyCellRule.HalfInTwoByTwo, ["none"] = EmptyCellRule.None, ["share"] = EmptyCellRule.ShareOfCells };

    public static IReadOnlyDictionary<string, Information> Matrices { get; } =
        new Dictionary<string, Information> { ["expected"] = Information.Expected, ["observed"] = Information.Observed };

    public static IReadOnlyDictionary<string, BiasReduction> BiasReductions { get; } = Enum.GetValues<BiasReduction>().ToDictionary(method => method.ToString().ToLowerInvariant());

    public static IReadOnlyDictionary<string, BoundsKind> Bounds { get; } = Enum.GetValues<BoundsKind>().ToDictionary(kind => kind.Text());

    public static IReadOnlyDictionary<string, ImproperRule> Rules { get; } = Enum.GetValues<ImproperRule>().ToDictionary(rule => rule.ToString().ToLowerInvariant());

    public static IReadOnlyDictionary<string, ResamplingKind> Resampling { get; } =
        new Dictionary<string, ResamplingKind> { ["nonparametric"] = ResamplingKind.Nonparametric, ["parametric"] = ResamplingKind.Parametric };

    public static IReadOnlyDictionary<string, IntervalKind> Intervals { get; } = Enum.GetValues<IntervalKind>().ToDictionary(kind => kind.Text());

    public static IReadOnlyDictionary<string, MediationTestKind> MediationTests { get; } = Enum.GetValues<MediationTestKind>().ToDictionary(kind => kind.Text());

    public static IReadOnlyDictionary<string, SamMethod> SamMethods { get; } =
        new Dictionary<string, SamMethod> { ["local"] = SamMethod.Local, ["global"] = SamMethod.Global };

    public static IReadOnlyDictionary<string, MappingMethod> Mappings { get; } = Enum.GetValues<MappingMethod>().ToDictionary(mapping => mapping.ToString());

    /// <summary>The first word for a choice.</summary>
    public static string Word<T>(this IReadOnlyDictionary<string, T> words, T choice) => words.First(each => EqualityComparer<T>.Default.Equals(each.Value, choice)).Key;
}
