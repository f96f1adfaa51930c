using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>
/// What one group's cases say about its m moments , those of fixed exogenous variables left out: the information of a case in the saturated model, at the sample's moments or at those that a model implies.
/// </summary>
internal sealed class SaturatedGroup
{
    private readonly FitResult fit;
    private readonly SampleMoments sample, at;
    private readonly ParameterTable table;
    private readonly int group;

    private SaturatedGroup(FitResult fit, int group, SampleMoments at)
    {
        (this.fit, this.group, this.at) = (fit, group, at);
        sample = fit.Sample[group - 1];
        table = fit.Table.SaturatedGroup(group);
        Vector = MomentVector.Of(fit.Table);
    }

    /// <summary>The m moments.</summary>
    public MomentVector Vector { get; }

    /// <summary>The saturated model of a group, counted from 1, at its own estimates.</summary>
    public static SaturatedGroup AtSample(FitResult fit, int group) => new(fit, group, fit.Saturated[group - 1]);

    /// <summary>The saturated model of a group, counted from 1, at the moments that the model implies.</summary>
    public static SaturatedGroup AtModel(FitResult fit, int group)
    {
        var saturated = fit.Saturated[group - 1];
        return new(fit, group, SampleMoments.OfCovariance(
            saturated.Names, fit.ImpliedCovariance(group), saturated.Count, fit.ImpliedMeans(group) ?? saturated.Means, saturated.Divisor, saturated.Group));
    }

    /// <summary>The saturated model where the estimator's weights are taken: at the moments of the sample or at those that the model implies.</summary>
    public static SaturatedGroup AtWeights(FitResult fit, int group) => fit.Method.Certainty is null ? AtModel(fit, group) : AtSample(fit, group);

    /// <summary>The information of a case, m x m; for least squares of either kind the weights of the estimator.</summary>
    public Matrix<double> Information(Information kind) =>
        kind == Estimation.Information.Observed && fit.Method.HasLikelihood ? Square(Observed()) : Expected();

    /// <summary>The observed information of a case by the likelihood, m x m and row-major.</summary>
    public double[] Observed() => fit.Options.Missing == MissingData.Fiml
        ? Objective().ObservedInformation(Values())
        : MomentHessian.Of(sample, at, Vector);

    /// <summary>The information that a case without missing values has at these moments, m x m and row-major.</summary>
    public double[] CompleteInformation() => MomentHessian.Of(at, at, Vector);

    /// <summary>A quadratic form x'Ix of m moments in the expected information of a case, without the matrix.</summary>
    public double Weighted(Vector<double> moments)
    {
        var p = at.Names.Count;
        var (covariances, means) = (new double[p * p], new double[p]);
        for (var k = 0; k < Vector.Count; k++)
        {
            var (kind, i, j) = Vector[k];
            if (kind == MomentKind.Mean)
                means[i] = moments[k];
            else
                covariances[(i * p) + j] = covariances[(j * p) + i] = moments[k];
        }

        return ExpectedWeight.Of(Discrepancies.Patterns(sample, fit.Options), at.Covariance.ToRowMajorArray(), covariances, means);
    }

    /// <summary>Whether moment k, of m, is one of exogenous variables alone.</summary>
    public bool IsExogenous(int k) => Vector.IsOf(table.ExogenousVariables, k);

    /// <summary>Mean outer product of the cases' scores, m x m.</summary>
    public Matrix<double> FirstOrder() => Middle(CaseScores.CrossProducts);

    /// <summary>The covariance matrix of the sample's moments, of a case, whatever their distribution, m x m.</summary>
    public Matrix<double> FourthOrder() => Square(sample.FourthOrder(Vector.HasMeans).Asymptotic);

    /// <summary>N times the asymptotic covariance of moments that a first stage has found, m x m; null where there is none, and where the information is singular.</summary>
    public Matrix<double>? OfFirstStage() => fit.Method.Certainty is { } kind && FirstStageCovariance.Of(sample.FirstStage!, kind) is { } covariance
        ? Matrix<double>.Build.Dense((int)Math.Sqrt(covariance.Length), (int)Math.Sqrt(covariance.Length), covariance).SubMatrix(0, Vector.Count, 0, Vector.Count)
        : null;

    /// <summary>The middle of a sandwich for the moments, m x m.</summary>
    public Matrix<double> Middle(SandwichMiddle middle) => Square(middle(Structure(), Values(), [sample]));

    /// <summary>Derivatives of the model's moments by its t free parameters, m x t.</summary>
    public Matrix<double> Derivatives() => MomentJacobian.Of(fit.Implied(group), Vector, fit.Values.Count);

    /// <summary>Number of the group's cases.</summary>
    public int Count => sample.Count;

    /// <summary>The moments themselves, m of them: those of a sample.</summary>
    public Vector<double> Moments(SampleMoments of) => Vector.Values(of.Covariance, of.Means);

    /// <summary>The moments at which this stands.</summary>
    public Vector<double> Moments() => Moments(at);

    private Matrix<double> Expected()
    {
        var objective = Objective();
        objective.Value(Values());
        return Square(objective.Information());
    }

    private Objective Objective() => Discrepancies.Build(Structure(), [sample], [fit.Saturated[group - 1]], fit.Options);

    private ModelStructure Structure() => ModelStructure.Of(table).With([fit.Saturated[group - 1]]);

    private double[] Values() => Moments().ToArray();

    private Matrix<double> Square(double[] flat) => Matrix<double>.Build.Dense(Vector.Count, Vector.Count, flat);
}
