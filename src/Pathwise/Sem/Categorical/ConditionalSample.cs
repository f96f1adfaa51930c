using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Categorical;

/// <summary>
/// Statistics of ordered and continuous variables given covariates, by two steps (Muthen 1984): each variable's ordered probit or linear regression on the
/// covariates by itself, then each correlation of what these do not predict. In lavaan's order: thresholds and intercepts, these with their sign turned, variable by
/// variable; slopes, covariate by covariate; residual variances of continuous variables; correlations (covariances where a variable is continuous), column by
/// column of the lower triangle. One group; immutable.
/// </summary>
internal sealed class ConditionalSample
{
    private readonly (int First, int Second, ConditionalPair Pair)[] pairs;
    private readonly Lazy<Matrix<double>> asymptotic;
    private readonly string group;

    private ConditionalSample(ConditionalMargin[] margins, int cases, string group)
    {
        (Margins, Count, this.group) = (margins, cases, group);
        pairs = [.. from first in Enumerable.Range(0, margins.Length)
                    from second in Enumerable.Range(first + 1, margins.Length - first - 1)
                    select (first, second, ConditionalPair.Of(margins[first], margins[second], cases))];
        asymptotic = new(Covary);
    }

    /// <summary>The variables, in order.</summary>
    public IReadOnlyList<ConditionalMargin> Margins { get; }

    /// <summary>Number of cases.</summary>
    public int Count { get; }

    /// <summary>Covariances of what the covariates do not predict, p x p; of responses behind ordered variables correlations.</summary>
    public Matrix<double> Residual()
    {
        var result = Matrix<double>.Build.Dense(Margins.Count, Margins.Count, (i, j) => i == j ? Math.Pow(Deviation(i), 2) : 0);
        foreach (var (i, j, pair) in pairs)
            result[i, j] = result[j, i] = pair.Correlation * Deviation(i) * Deviation(j);
        return result;
    }

    /// <summary>Slopes on the covariates, p x k.</summary>
    public Matrix<double> Slopes() => Matrix<double>.Build.DenseOfRowArrays(Margins.Select(margin => margin.RawSlopes()));

    /// <summary>The q statistics.</summary>
    public double[] Values()
    {
        var (residual, slopes) = (Residual(), Slopes());
        return
        [
            .. Margins.SelectMany(margin => margin is LinearMargin ? margin.RawConstants().Select(intercept => -intercept) : margin.RawConstants()),
            .. slopes.ToColumnMajorArray(),
            .. Margins.OfType<LinearMargin>().Select(margin => margin.Variance),
            .. pairs.Select(each => residual[each.First, each.Second]),
        ];
    }

    /// <summary>N times their asymptotic covariance, q x q; computed when it is first asked for.</summary>
    public Matrix<double> Asymptotic => asymptotic.Value;

    /// <summary>Its inverse; null where it has none, as with more statistics than cases.</summary>
    public Matrix<double>? Inverse()
    {
        var (q, factor) = (Asymptotic.RowCount, Asymptotic.ToRowMajorArray());
        return q < Count && Cholesky.TryFactor(factor, q) ? Asymptotic.Inverse() : null;
    }

    /// <summary>What a reader must know: codes and sentences.</summary>
    public IEnumerable<(string Code, string Message)> Notes()
    {
        var where = group.Length == 0 ? "" : $"Group {group}: ";
        foreach (var (i, j, pair) in pairs.Where(each => each.Pair.Outcome != CorrelationOutcome.Found))
        {
            var names = $"{Margins[i].Name} and {Margins[j].Name}";
            yield return pair.Outcome == CorrelationOutcome.AtBound
                ? ("at-bound", string.Create(CultureInfo.InvariantCulture, $"{where}The likelihood of the correlation of {names}, given the covariates, rises to the end of its range ({pair.Correlation:0.###}); it has no standard error."))
                : ("near-one", string.Create(CultureInfo.InvariantCulture, $"{where}The correlation of {names}, given the covariates, is {pair.Correlation:0.###}: they say nearly the same."));
        }

        if (Values().Length >= Count)
            yield return ("more-statistics-than-cases", string.Create(CultureInfo.InvariantCulture, $"{where}{Values().Length} statistics of {Count} cases: their asymptotic covariance is singular, and standard errors and tests rest on it."));
    }

    /// <summary>Of the cases of a sample, which have all covariates.</summary>
    /// <param name="sample">The cases.</param>
    /// <param name="names">The variables, in order.</param>
    /// <param name="ordered">Those of them that are ordered.</param>
    /// <param name="covariates">The covariates.</param>
    /// <exception cref="InputException">A variable does not vary or has too many categories, two share too few cases, or a regression has no solution.</exception>
    public static ConditionalSample Of(SampleMoments sample, IReadOnlyList<string> names, IReadOnlyCollection<string> ordered, IReadOnlyList<string> covariates)
    {
        double[] Column(string name) => sample.Cases!.Column(sample.IndexOf(name)).ToArray();
        var (where, given) = (SampleMoments.Where(sample.Group), new Covariates(covariates, [.. covariates.Select(Column)], SampleMoments.Where(sample.Group)));
        Margin[] alone = [.. names.Select(name => PairwiseCorrelations.MarginOf(name, Column(name), ordered.Contains(name)))];
        foreach (var margin in alone)
            MarginCheck.Require(margin, new(), where);
        PairCheck.Require(alone, sample.Count, where);
        return new([.. alone.Select(margin => Given(margin, Column(margin.Name), given, where))], sample.Count, sample.Group);
    }

    private static ConditionalMargin Given(Margin margin, double[] values, Covariates covariates, string where) => margin is OrderedMargin ordered
        ? new ProbitMargin(ordered, covariates, where)
        : new LinearMargin(margin.Name, values, covariates);

    private double Deviation(int variable) => Margins[variable] is LinearMargin linear ? linear.Deviation : 1;

    // Sums of products of the cases' influences.
    private Matrix<double> Covary()
    {
        double[][] rows = [.. Constants(), .. OfSlopes(), .. Margins.OfType<LinearMargin>().Select(margin => margin.Influences[^1]), .. pairs.Select(OfPair)];
        var q = rows.Length;
        var result = Matrix<double>.Build.Dense(q, q);
        for (var i = 0; i < q; i++)
        {
            for (var j = 0; j <= i; j++)
                result[i, j] = result[j, i] = Count * VectorKernels.Dot(rows[i], rows[j]);
        }

        return result;
    }

    private IEnumerable<double[]> Constants() =>
        from margin in Margins
        from k in Enumerable.Range(0, margin.Constants)
        select Rows(row => (margin is LinearMargin ? -1 : 1) * margin.RawInfluence(row).Constants[k]);

    private IEnumerable<double[]> OfSlopes() =>
        from k in Enumerable.Range(0, Margins[0].Covariates.Count)
        from margin in Margins
        select Rows(row => margin.RawInfluence(row).Slopes[k]);

    private double[] Rows(Func<int, double> influence) => [.. Enumerable.Range(0, Count).Select(influence)];

    // The delta rule from a correlation to s_x s_y r, where a continuous variable has the residual standard deviation s.
    private double[] OfPair((int First, int Second, ConditionalPair Pair) each)
    {
        var (row, one, other) = (new double[Count], Deviation(each.First), Deviation(each.Second));
        each.Pair.WriteInfluence(row);
        for (var i = 0; i < Count; i++)
            row[i] *= one * other;
        if (Margins[each.First] is LinearMargin first)
            VectorKernels.AddScaled(each.Pair.Correlation * other / (2 * one), first.Influences[^1], row);
        if (Margins[each.Second] is LinearMargin second)
            VectorKernels.AddScaled(each.Pair.Correlation * one / (2 * other), second.Influences[^1], row);
        return row;
    }
}
