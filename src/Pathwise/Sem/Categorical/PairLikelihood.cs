namespace Pathwise.Sem.Categorical;

/// <summary>
/// The likelihood of two variables as a function of their correlation, the parameters of each held at their values from the first step; and, at its
/// maximum, what each case moves the correlation by (Muthen 1984).
/// </summary>
internal abstract class PairLikelihood
{
    /// <summary>The largest correlation in size that is sought, as in lavaan.</summary>
    public const double Limit = 0.999;

    private const double NearOne = 0.99;

    /// <summary>The likelihood of two variables, maximized.</summary>
    public static PairLikelihood Of(Margin first, Margin second, EmptyCellRule rule) => (first, second) switch
    {
        (OrderedMargin one, OrderedMargin other) => new PolychoricLikelihood(one, other, rule),
        (ContinuousMargin one, OrderedMargin other) => new PolyserialLikelihood(one, other),
        (OrderedMargin one, ContinuousMargin other) => new PolyserialLikelihood(other, one),
        _ => new PearsonLikelihood((ContinuousMargin)first, (ContinuousMargin)second),
    };

    /// <summary>What the correlation is of.</summary>
    public abstract CorrelationKind Kind { get; }

    /// <summary>Number of cases that have both.</summary>
    public abstract int Cases { get; }

    /// <summary>Cells of the table of two ordered variables; 0 of others.</summary>
    public virtual int TableCells => 0;

    /// <summary>Cells that no case is in.</summary>
    public virtual int EmptyCells => 0;

    /// <summary>The most likely correlation.</summary>
    public double Correlation { get; private set; }

    /// <summary>How the search ended.</summary>
    public CorrelationOutcome Outcome { get; private set; }

    /// <summary>
    /// Writes what each case moves the correlation by: its score, less what the parameters of the first step pass on, which a case that misses one
    /// of the two moves as well.
    /// </summary>
    public abstract void WriteInfluence(Span<double> target);

    /// <summary>
    /// First and second derivative of the log-likelihood at a correlation, and the expected information, which is positive where the second
    /// derivative is not negative.
    /// </summary>
    protected abstract (double Slope, double Curvature, double Information) At(double correlation);

    /// <summary>
    /// Newton's steps inside a bracket that the sign of the slope narrows; scoring where the likelihood is not concave. The last step, below
    /// 1e-8, is taken and not checked: the error after it is its square.
    /// </summary>
    protected void Maximize(double start)
    {
        var (lower, upper, at) = (-Limit, Limit, Math.Clamp(start, -0.9, 0.9));
        for (var step = 0; step < 100; step++)
        {
            var (slope, curvature, information) = At(at);
            if (Math.Abs(at) == Limit && slope * at > 0)
            {
                (Correlation, Outcome) = (at, CorrelationOutcome.AtBound);
                return;
            }

            (lower, upper) = slope > 0 ? (at, upper) : (lower, at);
            var change = slope / (curvature < 0 ? -curvature : information);
            var next = Math.Clamp(at + change, -Limit, Limit);
            if (Math.Abs(change) < 1e-8 || upper - lower < 1e-15)
                break;
            at = Math.Abs(next) == Limit || (next > lower && next < upper) ? next : 0.5 * (lower + upper);
        }

        var (last, end, rest) = At(at);
        Correlation = at + (last / (end < 0 ? -end : rest));
        Outcome = Math.Abs(Correlation) > NearOne ? CorrelationOutcome.NearOne : CorrelationOutcome.Found;
    }

    /// <summary>Takes a correlation that is known in closed form.</summary>
    protected void Take(double correlation) => (Correlation, Outcome) =
        (Math.Clamp(correlation, -1, 1), Math.Abs(correlation) > NearOne ? CorrelationOutcome.NearOne : CorrelationOutcome.Found);
}
