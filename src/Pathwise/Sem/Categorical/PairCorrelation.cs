namespace Pathwise.Sem.Categorical;

/// <summary>The correlation of two variables of a sample.</summary>
/// <param name="First">The variable that comes first in the sample.</param>
/// <param name="Second">The other.</param>
/// <param name="Kind">What the correlation is of.</param>
/// <param name="Correlation">The estimate.</param>
/// <param name="StandardError">Its asymptotic standard error; null where the search ended at the end of its range.</param>
/// <param name="Cases">The cases that have both.</param>
/// <param name="Cells">Cells of the table of two ordered variables; 0 of others.</param>
/// <param name="EmptyCells">How many of them no case is in.</param>
/// <param name="Outcome">How the search ended.</param>
[TypeFormatterSource]
public sealed record PairCorrelation(
    string First, string Second, CorrelationKind Kind, double Correlation, double? StandardError, int Cases, int Cells, int EmptyCells, CorrelationOutcome Outcome);
