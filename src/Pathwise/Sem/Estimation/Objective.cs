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

    /// <param name="structure">Its sample moments are filled in.</param>
    /// <param name="discrepancies">One for each group.</param>
    /// <param name="shares">The groups' weights in the discrepancy, with sum one.</param>
    /// <param name="caseShares">The groups' weights in the information: their shares of the cases.</param>
    public Objective(ModelStructure structure, GroupDiscrepancy[] discrepancies, double[] shares, double[] caseShares)
    {
        Structure = structure;
        (this.discrepancies, this.shares, this.caseShares) = (discrepancies, shares, caseShares);
        moments = [.. discrepancies.Select((_, group) => new ImpliedMoments(structure, group))];
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
            discrepancies[g].AddGradient(moments[g], shares[g], gradient);

        return value;
    }

    /// <summary>
    /// The expected information of a case at the free parameters of the last value, t x t: half the expected Hessian of F.
    /// </summary>
    public double[] Information()
    {
        var information = new double[Count * Count];
        AddInformation(information);
        return information;
    }

    /// <summary>Adds the same to a matrix, t x t.</summary>
    public void AddInformation(Span<double> information)
    {
        for (var g = 0; g < moments.Length; g++)
            discrepancies[g].AddInformation(ImpliedDerivatives.Of(moments[g]).Without(Held), caseShares[g], information);
    }

    /// <summary>The observed information of a case at the given free parameters, t x t: half the Hessian of F.</summary>
    public double[] ObservedInformation(ReadOnlySpan<double> free)
    {
        var hessian = new double[Count * Count];
        AddObservedInformation(free, hessian);
        return hessian;
    }

    /// <summary>Adds the same to a matrix, t x t.</summary>
    public void AddObservedInformation(ReadOnlySpan<double> free, Span<double> hessian)
    {
        Value(free);
        for (var g = 0; g < moments.Length; g++)
            discrepancies[g].AddHessian(moments[g], shares[g], hessian);
    }
}
