using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// The discrepancy of all groups as a function of the free parameters: the mean of the groups' discrepancies, weighted by
/// their cases. Scratch memory of one worker.
/// </summary>
internal sealed class Objective
{
    private readonly ImpliedMoments[] moments;
    private readonly GroupDiscrepancy[] discrepancies;
    private readonly double[] shares, caseShares;
    private readonly double[] bySigma, byMu;

    /// <param name="structure">Its sample moments are filled in.</param>
    /// <param name="discrepancies">One for each group.</param>
    /// <param name="shares">The groups' weights in the discrepancy, with sum one.</param>
    /// <param name="caseShares">The groups' weights in the information: their shares of the cases.</param>
    public Objective(ModelStructure structure, GroupDiscrepancy[] discrepancies, double[] shares, double[] caseShares)
    {
        Structure = structure;
        (this.discrepancies, this.shares, this.caseShares) = (discrepancies, shares, caseShares);
        moments = [.. discrepancies.Select((_, group) => new ImpliedMoments(structure, group))];
        var p = structure.Observed.Count;
        (bySigma, byMu) = (new double[p * p], new double[p]);
    }

    /// <summary>The structure.</summary>
    public ModelStructure Structure { get; }

    /// <summary>
    /// Positions of variables whose own moments do not count in the information: fixed exogenous ones, where a parameter would change them.
    /// </summary>
    public IReadOnlyList<int> Held { get; init; } = [];

    /// <summary>Number of free parameters, t.</summary>
    public int Count => Structure.FreeCount;

    /// <summary>Implied moments of a group, counted from 0, at the parameters of the last value.</summary>
    public ImpliedMoments Moments(int group) => moments[group];

    /// <summary>The discrepancy of one group at the parameters of the last value.</summary>
    public double GroupValue(int group) => discrepancies[group].Value(moments[group]);

    /// <summary>The discrepancy F, or positive infinity where it is not defined.</summary>
    public double Value(ReadOnlySpan<double> free)
    {
        double sum = 0;
        for (var g = 0; g < moments.Length; g++)
        {
            if (!moments[g].Update(free))
                return double.PositiveInfinity;
            var value = discrepancies[g].Value(moments[g]);
            if (!double.IsFinite(value))
                return double.PositiveInfinity;
            sum += shares[g] * value;
        }

        return sum;
    }

    /// <summary>Writes the gradient of F and returns F.</summary>
    public double Gradient(ReadOnlySpan<double> free, Span<double> gradient)
    {
        var value = Value(free);
        gradient.Clear();
        if (!double.IsFinite(value))
            return value;
        for (var g = 0; g < moments.Length; g++)
        {
            discrepancies[g].Slopes(bySigma, byMu);
            for (var i = 0; i < bySigma.Length; i++)
                bySigma[i] *= shares[g];
            for (var i = 0; i < byMu.Length; i++)
                byMu[i] *= shares[g];
            moments[g].AddGradient(bySigma, byMu, gradient);
        }

        return value;
    }

    /// <summary>
    /// The expected information of a case at the free parameters of the last value, t x t: half the expected Hessian of F.
    /// </summary>
    public double[] Information()
    {
        var information = new double[Count * Count];
        for (var g = 0; g < moments.Length; g++)
            discrepancies[g].AddInformation(ImpliedDerivatives.Of(moments[g]).Without(Held), caseShares[g], information);
        return information;
    }

    /// <summary>
    /// The observed information of a case, t x t: half the Hessian of F, from differences of the analytic gradient (four points,
    /// error of fourth order).
    /// </summary>
    public double[] ObservedInformation(ReadOnlySpan<double> free)
    {
        var t = Count;
        var (hessian, point) = (new double[t * t], free.ToArray());
        var slopes = new double[4][];
        double[] steps = [-2, -1, 1, 2], weights = [1, -8, 8, -1];
        for (var k = 0; k < t; k++)
        {
            var h = 1e-4 * Math.Max(Math.Abs(free[k]), 0.1);
            for (var s = 0; s < 4; s++)
            {
                point[k] = free[k] + (steps[s] * h);
                Gradient(point, slopes[s] = new double[t]);
                for (var i = 0; i < t; i++)
                    hessian[(k * t) + i] += weights[s] * slopes[s][i] / (24 * h);
            }

            point[k] = free[k];
        }

        for (var i = 0; i < t; i++)
        {
            for (var j = 0; j < i; j++)
                hessian[(i * t) + j] = hessian[(j * t) + i] = (hessian[(i * t) + j] + hessian[(j * t) + i]) / 2;
        }

        Value(free);
        return hessian;
    }
}
