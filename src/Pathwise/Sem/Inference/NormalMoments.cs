using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Moments of complete normal cases: cov(s_ij, s_kl) = s_ik s_jl + s_il s_jk, that of means s_ij, and W the inverse of the same with the weights'
/// matrix (Browne 1974). What fixed exogenous variables predict of them does not vary and comes off in the same form. Since derivatives have rank
/// two, W dSigma W and its product with G have it, too, and no matrix of all moments is needed.
/// </summary>
internal sealed class NormalMoments : WeightedMoments
{
    private readonly int size, parameters;
    private readonly int[] positions;
    private readonly double[] covariance, predicted;

    // One row for each variable, so that the numbers of all cells lie together.
    private readonly double[] u, w, mu;
    private readonly Factors whole, taken;
    private readonly ImpliedDerivatives weighted;

    private NormalMoments(ImpliedDerivatives derivatives, double[] weights, double[] covariance, double[] predicted, int parameters)
    {
        (this.covariance, this.predicted, this.parameters, positions) = (covariance, predicted, parameters, derivatives.Positions);
        size = (int)Math.Sqrt(covariance.Length);
        (u, w, mu) = (Columns(derivatives.U), Columns(derivatives.W), Columns(derivatives.Mu));
        weighted = derivatives.Times(weights);
        (whole, taken) = (FactorsOf(covariance), FactorsOf(predicted));
    }

    /// <summary>Of a group, counted from 1; null when its covariances are not positive definite.</summary>
    public static NormalMoments? OfGroup(FitResult fit, int group)
    {
        var (saturated, sample) = (SaturatedGroup.AtSample(fit, group), fit.Saturated[group - 1]);
        if (!Cholesky.TryFactor(sample.Covariance.ToRowMajorArray(), sample.Names.Count))
            return null;
        var predicted = PredictedMoments.Of(fit.Table, sample)?.Covariance.ToRowMajorArray() ?? new double[sample.Names.Count * sample.Names.Count];
        return new(ImpliedDerivatives.Of(fit.Implied(group)), Weights(fit, group), sample.Covariance.ToRowMajorArray(), predicted, fit.Values.Count)
        {
            Vector = saturated.Vector, Count = saturated.Count,
        };
    }

    /// <summary>Adds D' W D of a group, times a weight, to a matrix of t x t.</summary>
    public static void AddGroup(FitResult fit, int group, double weight, double[] information) =>
        NormalInformation.Add(Weights(fit, group), fit.Saturated[0].Names.Count, ImpliedDerivatives.Of(fit.Implied(group)), weight, information);

    /// <inheritdoc/>
    public override double[] Variances() =>
        [.. Enumerable.Range(0, Vector.Count).Select(k => Variance(covariance, Vector[k]) - Variance(predicted, Vector[k]))];

    /// <inheritdoc/>
    public override double[] Covariance()
    {
        var (m, result) = (Vector.Count, new double[Vector.Count * Vector.Count]);
        for (var a = 0; a < m; a++)
        {
            for (var b = 0; b <= a; b++)
                result[(a * m) + b] = result[(b * m) + a] = Between(covariance, Vector[a], Vector[b]) - Between(predicted, Vector[a], Vector[b]);
        }

        return result;
    }

    /// <inheritdoc/>
    public override void Slopes(int k, Span<double> row)
    {
        row.Clear();
        var ((kind, i, j), cells) = (Vector[k], positions.Length);
        for (var c = 0; c < cells; c++)
        {
            row[positions[c]] += kind == MomentKind.Mean
                ? mu[(i * cells) + c]
                : (u[(i * cells) + c] * w[(j * cells) + c]) + (w[(i * cells) + c] * u[(j * cells) + c]);
        }
    }

    /// <inheritdoc/>
    public override void WeightedSlopes(int k, Span<double> row)
    {
        row.Clear();
        whole.Add(Vector[k], positions, 1, row);
        taken.Add(Vector[k], positions, -1, row);
    }

    /// <inheritdoc/>
    public override double[] Spread()
    {
        var result = new double[parameters * parameters];
        NormalInformation.Add(covariance, size, weighted, 1, result);
        if (predicted.AsSpan().ContainsAnyExcept(0.0))
            NormalInformation.Add(predicted, size, weighted, -1, result);
        return result;
    }

    // Where every moment counts once, those of normal theory.
    private static double[] Weights(FitResult fit, int group)
    {
        var implied = fit.ImpliedCovariance(group);
        return (fit.Method.Weights(fit.Sample[group - 1].Covariance, implied) ?? implied.Inverse()).ToRowMajorArray();
    }

    private double Variance(double[] matrix, Moment moment) => Between(matrix, moment, moment);

    private double Between(double[] matrix, Moment one, Moment other)
    {
        double At(int i, int j) => matrix[(i * size) + j];
        return one.Kind != other.Kind ? 0
            : one.Kind == MomentKind.Mean ? At(one.Row, other.Row)
            : (At(one.Row, other.Row) * At(one.Column, other.Column)) + (At(one.Row, other.Column) * At(one.Column, other.Row));
    }

    private double[] Columns(double[] rows)
    {
        var result = new double[rows.Length];
        FlatMatrix.Transpose(rows, result, positions.Length, size);
        return result;
    }

    private Factors FactorsOf(double[] matrix)
    {
        var product = weighted.Times(matrix);
        return new(Columns(product.U), Columns(product.W), Columns(product.Mu));
    }

    /// <summary>Vectors of G W dSigma = x y' + y x' and of the means, one row for each variable and one column for each free cell.</summary>
    private sealed record Factors(double[] X, double[] Y, double[] Means)
    {
        public void Add(Moment moment, int[] positions, double sign, Span<double> row)
        {
            var ((kind, i, j), cells) = (moment, positions.Length);
            for (var c = 0; c < cells; c++)
            {
                row[positions[c]] += sign * (kind == MomentKind.Mean
                    ? Means[(i * cells) + c]
                    : (X[(i * cells) + c] * Y[(j * cells) + c]) + (Y[(i * cells) + c] * X[(j * cells) + c]));
            }
        }
    }
}
