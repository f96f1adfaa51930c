using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>
/// What one group's cases say about its m moments (covariances of the lower triangle row by row, then means), those of fixed exogenous
/// variables left out: the information of a case in the saturated model, at the sample's moments or at those that a model implies.
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
        Kept = [.. Enumerable.Range(0, table.Rows.Count).Where(i => table.Rows[i].IsFree)];
    }

    /// <summary>Positions of the moments among all of them.</summary>
    public IReadOnlyList<int> Kept { get; }

    /// <summary>The saturated model of a group, counted from 1, at its own estimates.</summary>
    public static SaturatedGroup AtSample(FitResult fit, int group) => new(fit, group, fit.Saturated[group - 1]);

    /// <summary>The saturated model of a group, counted from 1, at the moments that the model implies.</summary>
    public static SaturatedGroup AtModel(FitResult fit, int group)
    {
        var saturated = fit.Saturated[group - 1];
        return new(fit, group, SampleMoments.OfCovariance(
            saturated.Names, fit.ImpliedCovariance(group), saturated.Count, fit.ImpliedMeans(group) ?? saturated.Means, saturated.Divisor, saturated.Group));
    }

    /// <summary>The information of a case, m x m; for least squares of either kind the weights of the estimator.</summary>
    public Matrix<double> Information(Information kind) => kind == Estimation.Information.Observed && fit.Options.IsLikelihood()
        ? fit.Options.Missing == MissingData.Fiml ? Square(Objective().ObservedInformation(Values())) : Picked(MomentHessian.Of(Patterns, at, fit.Table.HasMeanStructure))
        : Expected();

    /// <summary>The information that a case without missing values has at these moments, m x m.</summary>
    public Matrix<double> CompleteInformation() =>
        Picked(MomentHessian.Of([MissingPatterns.Complete(at)], at, fit.Table.HasMeanStructure));

    /// <summary>Whether moment k, of m, is one of exogenous variables alone.</summary>
    public bool IsExogenous(int k)
    {
        var row = table.Rows[Kept[k]];
        return table.ExogenousVariables.Contains(row.Lhs) && (row.Rhs.Length == 0 || table.ExogenousVariables.Contains(row.Rhs));
    }

    /// <summary>Mean outer product of the cases' scores, m x m.</summary>
    public Matrix<double> FirstOrder() => Square(CaseScores.CrossProducts(Structure(), Values(), [sample]));

    /// <summary>The weighted fourth-order moments about the sample's, m x m: W G W with normal-theory weights at these moments.</summary>
    public Matrix<double> FourthOrder() => Square(CaseScores.FourthOrder(Structure(), Values(), [sample]));

    /// <summary>Derivatives of the model's moments by its t free parameters, m x t.</summary>
    public Matrix<double> Derivatives() => Rows(MomentJacobian.Of(fit.Implied(group), fit.Values.Count));

    /// <summary>Number of the group's cases.</summary>
    public int Count => sample.Count;

    /// <summary>The moments themselves, m of them: those of a sample.</summary>
    public Vector<double> Moments(SampleMoments of) => Vector<double>.Build.DenseOfEnumerable(table.Rows.Where(row => row.IsFree).Select(row =>
        row.Operator == Operator.Intercept ? of.Means![of.IndexOf(row.Lhs)] : of.Covariance[of.IndexOf(row.Lhs), of.IndexOf(row.Rhs)]));

    /// <summary>The moments at which this stands.</summary>
    public Vector<double> Moments() => Moments(at);

    private IReadOnlyList<MissingPattern> Patterns => Discrepancies.Patterns(sample, fit.Options);

    private Matrix<double> Expected()
    {
        var objective = Objective();
        objective.Value(Values());
        return Square(objective.Information());
    }

    private Objective Objective() => Discrepancies.Build(Structure(), [sample], [fit.Saturated[group - 1]], fit.Options);

    private ModelStructure Structure() => ModelStructure.Of(table).With([fit.Saturated[group - 1]]);

    private double[] Values() => Moments().ToArray();

    private Matrix<double> Square(double[] flat) => Matrix<double>.Build.Dense(Kept.Count, Kept.Count, flat);

    private Matrix<double> Rows(Matrix<double> matrix) => Matrix<double>.Build.Dense(Kept.Count, matrix.ColumnCount, (i, j) => matrix[Kept[i], j]);

    private Matrix<double> Picked(Matrix<double> matrix) => Matrix<double>.Build.Dense(Kept.Count, Kept.Count, (i, j) => matrix[Kept[i], Kept[j]]);
}
