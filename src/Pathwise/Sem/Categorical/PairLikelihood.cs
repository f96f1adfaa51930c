namespace Pathwise.Sem.Categorical;

/// <summary>
/// The likelihood of two variables as a function of their correlation, the parameters of each held at their values from the first step; and, at its
/// maximum, what each case moves the correlation by (Muthen 1984).
/// </summary>
internal abstract class PairLikelihood : ICorrelationLikelihood
{
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

    /// <inheritdoc/>
    public abstract (double Slope, double Curvature, double Information) At(double correlation);

    /// <summary>Looks for the most likely correlation.</summary>
    protected void Maximize(double start) => (Correlation, Outcome) = CorrelationSearch.Maximize(this, start);

    /// <summary>Takes a correlation as it was found.</summary>
    protected void Take(double correlation, CorrelationOutcome outcome) => (Correlation, Outcome) = (correlation, outcome);

    /// <summary>Takes a correlation that is known in closed form.</summary>
    protected void Take(double correlation) => Take(Math.Clamp(correlation, -1, 1), CorrelationSearch.OutcomeOf(correlation));
}
