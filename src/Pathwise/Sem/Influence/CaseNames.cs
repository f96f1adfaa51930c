using Pathwise.Sem.Estimation;
using Pathwise.Tables;

namespace Pathwise.Sem.Influence;

/// <summary>The names of a table's cases, which a fit to that table does not know.</summary>
public static class CaseNames
{
    /// <summary>A name for each case of a table: its line, and its identifier where a column of them is named.</summary>
    /// <exception cref="InputException">There is no such column; the message has the nearest name.</exception>
    public static IReadOnlyList<CaseName> Of(DataTable table, string? identifier = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var texts = identifier is null ? null : table.Texts(identifier);
        return [.. table.Lines.Select((line, i) => new CaseName(line, texts?[i]))];
    }

    /// <summary>The names of the cases of a fit's sample, in its order: of the data's names those of the cases used, or their numbers in the data.</summary>
    internal static IReadOnlyList<CaseName> Used(FitResult fit, IReadOnlyList<CaseName>? data)
    {
        var sample = fit.Sample[0];
        var positions = sample.Origin?.Positions ?? [.. Enumerable.Range(0, sample.Count)];
        if (data is not null && data.Count != (sample.Origin?.DataCount ?? sample.Count))
            throw new InputException($"There are names of {data.Count} cases, and the data have {sample.Origin?.DataCount ?? sample.Count}.");
        return [.. positions.Select(position => data?[position] ?? new CaseName(position + 1))];
    }
}
