using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>A model fitted to a sample: what was estimated, how the minimiser ended and what to beware of. Immutable.</summary>
[TypeFormatterSource]
public sealed class FitResult
{
    private readonly Lazy<FitResult> baseline;
    private readonly Lazy<Determination> determination;
    private readonly Lazy<double[]> units;
    private readonly Lazy<double?> stabilityIndex;
    private readonly Lazy<InformationInverse> inverse;
    private readonly Lazy<double[]?> metric;
    private readonly Lazy<IReadOnlyList<ParameterAtBound>> atBounds;

    internal FitResult(ModelStructure structure, ConstraintSet constraints, IReadOnlyList<int> activeInequalities, Determination? determination)
    {
        (Structure, Constraints, ActiveInequalities) = (structure, constraints, activeInequalities);
        stabilityIndex = new(() => Estimation.StabilityIndex.Of(this));
        inverse = new(InverseOnce);
        atBounds = new(() => Centred?.Fit.AtBounds ?? ParameterAtBound.Of(this));
        metric = new(() => inverse.Value.Matrix?.Divide(2).ToRowMajorArray());
        units = new(() => StartingValues.Units(Structure, Saturated!));
        this.determination = new(() => determination
            ?? Identification.At(Objective(), Constraints, new([.. Values!], Discrepancy, ActiveInequalities, Termination!), Units));
        baseline = new(() => Centred?.Fit.Baseline ?? ModelFitting.FitBaseline(this));
    }

    /// <summary>The parameter table.</summary>
    public required ParameterTable Table { get; init; }

    /// <summary>The options of the estimation.</summary>
    public required EstimationOptions Options { get; init; }

    /// <summary>
    /// The sample of each group, its variables in the table's order and its covariances with the estimator's divisor.
    /// </summary>
    public required IReadOnlyList<SampleMoments> Sample { get; init; }

    /// <summary>
    /// What a saturated model estimates from the sample: the sample's own moments or, with missing values under full
    /// information, their maximum likelihood estimates.
    /// </summary>
    public IReadOnlyList<SampleMoments> Saturated { get; private init; } = [];

    /// <summary>Estimates of the free parameters, in the table's order.</summary>
    public required IReadOnlyList<double> Values { get; init; }

    /// <summary>How the minimiser ended.</summary>
    public required Termination Termination { get; init; }

    /// <summary>The discrepancy F at the estimates: the mean of the groups' discrepancies, weighted by their cases.</summary>
    public required double Discrepancy { get; init; }

    /// <summary>The discrepancy of each group; times its multiplier it is the group's part of the chi-square.</summary>
    public required IReadOnlyList<double> GroupDiscrepancies { get; init; }

    /// <summary>What each group's discrepancy is multiplied by to give its chi-square: n, or n - 1.</summary>
    public required IReadOnlyList<double> GroupMultipliers { get; init; }

    /// <summary>What can go wrong and did; empty for an unremarkable fit.</summary>
    public required IReadOnlyList<FitWarning> Warnings { get; init; }

    /// <summary>True when the estimates are a minimum as far as the gradient tells.</summary>
    public bool HasConverged => Termination.HasConverged;

    /// <summary>The sum of the groups' multipliers: N, or N less the number of groups.</summary>
    public double Multiplier => GroupMultipliers.Sum();

    /// <summary>Total number of cases.</summary>
    public int CaseCount => Sample.Sum(sample => sample.Count);

    /// <summary>
    /// The largest modulus of the eigenvalues of the coefficients among structural variables; null without feedback loops. Total effects
    /// exist only where it is below one.
    /// </summary>
    public double? StabilityIndex => stabilityIndex.Value;

    /// <summary>The parameters that bounds of the options hold (<see cref="EstimationOptions.Bounds"/>); no standard error takes notice of it.</summary>
    public IReadOnlyList<ParameterAtBound> AtBounds => atBounds.Value;

    /// <summary>The method of the estimator.</summary>
    internal EstimationMethod Method => Options.Method();

    /// <summary>How the saturated moments of each group were found.</summary>
    internal IReadOnlyList<SaturatedMoments> SaturatedSearches
    {
        get;
        init
        {
            field = value;
            Saturated = [.. value.Select(search => search.Moments)];
        }
    } = [];

    /// <summary>How many cases of the data were used, and why the others were not.</summary>
    public CaseUse CaseUse => CaseUse.Of(Sample);

    /// <summary>The layout of the table in matrices, the sample's moments filled in.</summary>
    internal ModelStructure Structure { get; }

    /// <summary>The constraints of the table.</summary>
    internal ConstraintSet Constraints { get; }

    /// <summary>Inequalities that hold the estimates back.</summary>
    internal IReadOnlyList<int> ActiveInequalities { get; }

    /// <summary>What each free parameter is measured in, about.</summary>
    internal double[] Units => units.Value;

    /// <summary>What the data determine at the estimates.</summary>
    internal Determination Determination => determination.Value;

    /// <summary>Positions of the parameters that have no standard error, since the information about them vanishes at the estimates.</summary>
    internal IReadOnlySet<int> WithoutInformation => Determination.Vanishing.Count == 0 ? Determination.Vanishing : Inverse().Dropped;

    /// <summary>Where the searches ended that led to this fit, in their order.</summary>
    internal IReadOnlyList<SearchAttempt> Attempts { get; init; } = [];

    /// <summary>The fit to the variables less their means, where these are large beside the deviations; else null.</summary>
    internal CentredFit? Centred { get; init; }

    /// <summary>What was estimated before, where the sample are moments of latent variables; else null.</summary>
    internal EarlierStep? EarlierStep { get; private init; }

    /// <summary>The fit in whose variables the parameters are told apart best: the one to centred variables where there is one, else this.</summary>
    internal FitResult Working => Centred?.Fit ?? this;

    /// <summary>The baseline of uncorrelated variables, fitted to the same sample by the same estimator; once, when it is first asked for.</summary>
    internal FitResult Baseline => baseline.Value;

    /// <summary>Implied covariances of a group, counted from 1, p x p; of the responses behind ordered variables, correlations.</summary>
    public Matrix<double> ImpliedCovariance(int group = 1)
    {
        var moments = Implied(group);
        return Matrix<double>.Build.Dense(moments.Size, moments.Size, moments.ScaledSigma());
    }

    /// <summary>Implied means of a group, counted from 1; null without a mean structure.</summary>
    public Vector<double>? ImpliedMeans(int group = 1) =>
        Table.HasMeanStructure ? Vector<double>.Build.Dense(Implied(group).Mu) : null;

    /// <summary>Returns the fit itself, or stops with an error where it has not converged.</summary>
    public FitResult RequireConverged() => HasConverged
        ? this
        : throw new NumericalException($"The model did not converge: {Warnings.FirstOrDefault(warning => warning.Code == "not-converged")?.Message}");

    /// <summary>The same fit with these warnings.</summary>
    internal FitResult With(IReadOnlyList<FitWarning> warnings) => Copy(Values, warnings, determination.IsValueCreated ? Determination : null, Centred);

    /// <summary>The same model and sample at other values of the free parameters, which are no estimates: the discrepancy stays that of the fit.</summary>
    internal FitResult At(IReadOnlyList<double> values) => Copy(values, Warnings, null, null);

    /// <summary>The same fit as others are to be fitted like it within bounds.</summary>
    internal FitResult Within(BoundsKind bounds) => Copy(Values, Warnings, null, Centred, null, Options with { Bounds = bounds });

    /// <summary>The same model as the second of two steps, at these values.</summary>
    internal FitResult After(EarlierStep first, IReadOnlyList<double> values) => Copy(values, Warnings, null, null, first);

    /// <summary>
    /// The same model at the estimates of another complete sample of a single group, prepared as this one's was, which were found elsewhere with
    /// their discrepancy.
    /// </summary>
    internal FitResult Of(SampleMoments sample, IReadOnlyList<double> values, double discrepancy) => new(HasSampleMoments ? ModelStructure.Of(Table).With([sample]) : Structure, Constraints, [], Determination)
    {
        Table = Table,
        Options = Options,
        Sample = [sample],
        SaturatedSearches = [SaturatedMoments.Itself(sample)],
        Values = values,
        Termination = Termination,
        Discrepancy = discrepancy,
        GroupDiscrepancies = [discrepancy],
        GroupMultipliers = Discrepancies.Multipliers([sample], Options),
        Warnings = [],
    };

    private bool HasSampleMoments => Table.Rows.Any(row => row.IsSampleMoment);

    private FitResult Copy(IReadOnlyList<double> values, IReadOnlyList<FitWarning> warnings, Determination? known, CentredFit? centred, EarlierStep? first = null, EstimationOptions? options = null) => new(Structure, Constraints, ActiveInequalities, known)
    {
        Table = Table,
        Options = options ?? Options,
        Sample = Sample,
        SaturatedSearches = SaturatedSearches,
        Values = values,
        Termination = Termination,
        Discrepancy = Discrepancy,
        GroupDiscrepancies = GroupDiscrepancies,
        GroupMultipliers = GroupMultipliers,
        Attempts = Attempts,
        Centred = centred,
        EarlierStep = first ?? EarlierStep,
        Warnings = warnings,
    };

    /// <summary>Implied moments of a group, counted from 1, at the estimates.</summary>
    internal ImpliedMoments Implied(int group)
    {
        var moments = new ImpliedMoments(Structure, group - 1);
        moments.Update([.. Values]);
        return moments;
    }

    /// <summary>The moments that the statistics of a group, counted from 1, are computed from: with covariates those given that these are zero.</summary>
    internal ImpliedMoments Given(int group)
    {
        var moments = new ImpliedMoments(Structure.GivenCovariates(), group - 1);
        moments.Update([.. Values]);
        return moments;
    }

    /// <summary>The inverse of a case's information about the estimates, expected or observed as the options say.</summary>
    internal InformationInverse Inverse() => inverse.Value;

    /// <summary>The inverse of the curvature of F at the estimates, in the directions that are free, t x t; null where there is none.</summary>
    internal double[]? Metric => metric.Value;

    private InformationInverse InverseOnce()
    {
        if (Centred is { } centred)
        {
            var inner = centred.Fit.Inverse();
            return inner with { Matrix = centred.Raw(inner.Matrix) };
        }

        double[] values = [.. Values];
        return InformationInverse.Of(
            InformationOf(values),
            Constraints.Jacobian(values, ActiveInequalities),
            Units,
            Determination.Vanishing);
    }

    private double[] InformationOf(double[] values)
    {
        if (Method.Certainty is not null)
            return WeightedResiduals.InformationAtSample(this);
        var objective = Objective();
        return Options.InformationUsed() == Information.Observed ? objective.ObservedInformation(values) : objective.Information();
    }

    /// <summary>The discrepancy as a function, at the estimates.</summary>
    internal Objective Objective()
    {
        var objective = Discrepancies.Build(Structure, Sample, Saturated, Options);
        objective.Value([.. Values]);
        return objective;
    }
}
