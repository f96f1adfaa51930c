using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Evaluation;

/// <summary>
/// What robust indices of ordered variables are made of (Savalei 2021), as lavaan 0.6 has it (catML): the normal likelihood's chi-squares of the polychoric
/// correlations at the estimates and of no correlations at all, with the factors that their means are of the degrees of freedom. Thresholds take no part.
/// </summary>
internal static class CategoricalCorrection
{
    private const double Least = 1.4901161193847656e-08;

    /// <summary>
    /// The tests of the model and of the baseline, each with its factor; null where a variable is continuous or a covariate, where units of responses are free (the correlations of groups then have no likelihood of their own), where the correlations are not
    /// positive definite, and without degrees of freedom.
    /// </summary>
    public static (ChiSquareTest Test, ChiSquareTest Baseline)? Of(FitResult fit)
    {
        if (fit.Structure.Responses is not { Covariates.Length: 0 } layout || !layout.IsOrdered.All(each => each) || fit.Table.Rows.Any(row => IsUnit(row, fit.Table)) || fit.Inverse().Matrix is not { } inverse)
            return null;
        var p = layout.IsOrdered.Length;
        var pairs = p * (p - 1) / 2;
        Group[] groups = [.. Enumerable.Range(1, fit.Table.GroupCount).Select(group => new Group(fit, group, pairs))];
        var (df, baseline) = (DegreesOfFreedom(fit, groups.Length * pairs), groups.Length * pairs);
        if (df <= 0 || !groups.All(group => group.IsPositiveDefinite))
            return null;
        return (
            new(groups.Sum(group => group.Discrepancy), df, null, Trace(groups, inverse, Moving(fit)) / df),
            new(groups.Sum(group => group.OfNoCorrelations), baseline, null, groups.Sum(group => group.Spread.Trace()) / baseline));
    }

    // A scale, or in theta a residual variance, that is a parameter.
    private static bool IsUnit(Parameter row, ParameterTable table) => row.IsFree
        && (row.Operator == Operator.Scale || (row.Operator == Operator.Covariance && row.Lhs == row.Rhs && table.OrderedVariables.Contains(row.Lhs)));

    // The parameters that correlations depend on: thresholds and means are none.
    private static int[] Moving(FitResult fit) => [.. fit.Table.Rows.Where(row => row.IsFree && row.Operator is not (Operator.Threshold or Operator.Intercept)).Select(row => row.Free - 1)];

    // Correlations less the parameters that are not of thresholds and means.
    private static int DegreesOfFreedom(FitResult fit, int correlations)
    {
        var counted = Moving(fit);
        var jacobian = fit.Constraints.Jacobian([.. fit.Values], []);
        var tied = jacobian is null || counted.Length == 0 ? 0 : NullSpace.RankOf(Matrix<double>.Build.Dense(jacobian.RowCount, counted.Length, (i, j) => jacobian[i, counted[j]]));
        return correlations - counted.Length + tied;
    }

    // tr(Q' V Q G) with Q = I - D E D' W over all groups: weights W of the estimator and V of the likelihood, times the groups' shares; G over the shares. It is
    // tr(V G) - 2 tr(E D' V G W D) + tr(E D' V D E D' W G W D), so that nothing is larger than the parameters that correlations depend on.
    private static double Trace(Group[] groups, Matrix<double> inverse, int[] moving)
    {
        var t = moving.Length;
        var (alone, across) = (0.0, Matrix<double>.Build.Dense(t, t));
        var (likelihood, spread) = (across.Clone(), across.Clone());
        foreach (var group in groups)
        {
            var derivatives = Matrix<double>.Build.Dense(group.Pairs, t, (i, j) => group.Derivatives[i, moving[j]]);
            var weighted = Matrix<double>.Build.Dense(group.Pairs, t, (i, j) => group.Weights[i] * derivatives[i, j]);
            var (of, by) = (group.Likelihood * derivatives, group.Spread * weighted);
            alone += VectorKernels.Dot(group.Likelihood.AsColumnMajorArray(), group.Spread.AsColumnMajorArray());
            across += of.TransposeThisAndMultiply(by);
            likelihood += derivatives.TransposeThisAndMultiply(of);
            spread += weighted.TransposeThisAndMultiply(by);
        }

        var among = Matrix<double>.Build.Dense(t, t, (i, j) => inverse[moving[i], moving[j]]);
        return alone - (2 * (among * across).Trace()) + (among * likelihood * among * spread).Trace();
    }

    /// <summary>What one group gives.</summary>
    private sealed class Group
    {
        public Group(FitResult fit, int group, int pairs)
        {
            Pairs = pairs;
            var (sample, moments, p) = (fit.Sample[group - 1], fit.Given(group), fit.Structure.Observed.Count);
            var (responses, share) = (sample.Responses!, (double)sample.Count / fit.CaseCount);
            var q = responses.Values.Length;
            Spread = Matrix<double>.Build.Dense(pairs, pairs, (i, j) => responses.Asymptotic[((q - pairs + i) * q) + q - pairs + j] / share);
            var weights = ResponseWeights.Of(fit.Method.Responses!.Value, responses);
            Weights = [.. Enumerable.Range(q - pairs, pairs).Select(k => share * weights.Times(Unit(q, k))[k])];
            var slopes = ImpliedResponses.Derivatives(moments, ImpliedDerivatives.Of(moments), fit.Values.Count);
            Derivatives = Matrix<double>.Build.Dense(pairs, fit.Values.Count, (i, t) => slopes[(t * q) + q - pairs + i]);
            var (correlations, implied) = (sample.Covariance, fit.ImpliedCovariance(group));
            IsPositiveDefinite = SymmetricEigen.Of(correlations.AsColumnMajorArray(), p).Values[^1] >= Least && Cholesky.TryFactor(implied.ToRowMajorArray(), p);
            if (!IsPositiveDefinite)
                return;
            var precision = implied.Inverse();
            (int I, int J)[] at = [.. from i in Enumerable.Range(0, p) from j in Enumerable.Range(i + 1, p - i - 1) select (i, j)];
            var among = precision.ToRowMajorArray();
            Likelihood = Matrix<double>.Build.Dense(pairs, pairs, (a, b) =>
            {
                var ((i, j), (k, l)) = (at[a], at[b]);
                return share * ((among[(i * p) + k] * among[(j * p) + l]) + (among[(i * p) + l] * among[(j * p) + k]));
            });
            OfNoCorrelations = -sample.Count * LogDeterminant(correlations);
            Discrepancy = (sample.Count * (LogDeterminant(implied) + (correlations * precision).Trace() - p)) + OfNoCorrelations;
        }

        public int Pairs { get; }

        public Matrix<double> Spread { get; }

        public double[] Weights { get; }

        public Matrix<double> Derivatives { get; }

        public bool IsPositiveDefinite { get; }

        public Matrix<double> Likelihood { get; } = Matrix<double>.Build.Dense(1, 1);

        public double OfNoCorrelations { get; }

        public double Discrepancy { get; }

        private static double[] Unit(int size, int at)
        {
            var row = new double[size];
            row[at] = 1;
            return row;
        }

        private static double LogDeterminant(Matrix<double> matrix)
        {
            var factor = matrix.ToRowMajorArray();
            return Cholesky.TryFactor(factor, matrix.RowCount) ? Cholesky.LogDeterminant(factor, matrix.RowCount) : double.NaN;
        }
    }
}
