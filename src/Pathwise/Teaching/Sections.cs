using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Teaching;

/// <summary>Moves one parameter of a fitted model.</summary>
public static class Sections
{
    /// <summary>The section through the estimates along a free parameter, named by its label or as in the syntax (<c>y ~ x</c>).</summary>
    /// <exception cref="InputException">The model has no free parameter of that name, or several groups.</exception>
    public static DiscrepancySection Vary(this FitResult fit, string parameter)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(parameter);
        if (fit.Table.GroupCount > 1)
            throw new InputException($"A section shows one group; the model has {fit.Table.GroupCount}.");
        var free = fit.Table.Rows.Where(row => row.IsFree).ToList();
        var wanted = Spaceless(parameter);
        var found = free.Find(row => row.Label == wanted) ?? free.Find(row => Spaceless(Text(row)) == wanted);
        return found is not null
            ? new(fit, found)
            : throw new InputException(NearestName.Complaint("the free parameters", parameter, [.. free.Select(row => row.Label.Length > 0 ? row.Label : Text(row))]));
    }

    private static string Text(Parameter row) => $"{row.Lhs} {row.Operator.Text()} {row.Rhs}".TrimEnd();

    private static string Spaceless(string text) => text.Replace(" ", "", StringComparison.Ordinal);
}
