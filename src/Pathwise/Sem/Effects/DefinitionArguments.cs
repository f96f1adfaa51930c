using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Effects;

/// <summary>
/// What the syntax defines, standardized: the definition's function at the standardized values of its parameters, as lavaan has it. Most
/// are regressions, whose standardized values are direct effects of the catalogue; the others (loadings, variances, covariances,
/// intercepts) are kept apart for each draw. Immutable; any number of workers may share it.
/// </summary>
internal sealed class DefinitionArguments
{
    private const int MostOnTheStack = 512;

    private readonly ParameterTable table;
    private readonly int[] positions;
    private readonly int[] direct;
    private readonly Parameter[] apart;

    /// <summary>The parameters of a table's definitions, looked for among these effects.</summary>
    public DefinitionArguments(ParameterTable table, IReadOnlyList<EffectEntry> entries)
    {
        this.table = table;
        positions = [.. table.Definitions.SelectMany(definition => definition.Function.Positions).Distinct().Order()];
        var rows = positions.Select(position => table.Rows.First(row => row.Free == position + 1)).ToArray();
        var effects = entries.ToList();
        direct = [.. rows.Select(row => effects.FindIndex(entry => IsDirect(entry.Effect, row)))];
        apart = [.. rows.Where((_, i) => direct[i] < 0)];
    }

    /// <summary>How many parameters are not direct effects.</summary>
    public int Apart => apart.Length;

    /// <summary>Writes the standardized values of the parameters that are not direct effects, at the last update.</summary>
    public void Write(Standardization standardization, ReadOnlySpan<double> values, Span<double> target)
    {
        for (var i = 0; i < apart.Length; i++)
            target[i] = standardization.Value(apart[i], values[apart[i].Free - 1], static _ => true);
    }

    /// <summary>A definition, counted from 0, at the free parameters of a draw.</summary>
    public double Raw(int definition, ReadOnlySpan<double> values) => table.Definitions[definition].Function.Value(values);

    /// <summary>
    /// A definition, counted from 0, at the standardized parameters of a draw: its standardized effects, and what was written for the
    /// others. NaN when it does not exist.
    /// </summary>
    public double Standardized(int definition, ReadOnlySpan<double> effects, ReadOnlySpan<double> others)
    {
        var values = table.FreeCount <= MostOnTheStack ? stackalloc double[table.FreeCount] : new double[table.FreeCount];
        for (int i = 0, next = 0; i < positions.Length; i++)
            values[positions[i]] = direct[i] < 0 ? others[next++] : effects[direct[i]];
        var value = table.Definitions[definition].Function.Value(values);
        return double.IsFinite(value) ? value : double.NaN;
    }

    /// <summary>Writes the derivatives of a definition, counted from 0, by the free parameters.</summary>
    public void RawSlopes(int definition, ReadOnlySpan<double> values, Span<double> slopes) => table.Definitions[definition].Function.Gradient(values, slopes);

    /// <summary>
    /// Writes the derivatives of a standardized definition by the standardized effects, where all its parameters are direct effects (see
    /// <see cref="Apart"/>).
    /// </summary>
    public void StandardizedSlopes(int definition, ReadOnlySpan<double> effects, Span<double> slopes)
    {
        double[] values = new double[table.FreeCount], byFree = new double[table.FreeCount];
        for (var i = 0; i < positions.Length; i++)
            values[positions[i]] = effects[direct[i]];
        table.Definitions[definition].Function.Gradient(values, byFree);
        slopes.Clear();
        for (var i = 0; i < positions.Length; i++)
            slopes[direct[i]] += byFree[positions[i]];
    }

    private static bool IsDirect(Effect effect, Parameter row) => effect.Kind == EffectKind.Direct && effect.Group == row.Group && row.Operator switch
    {
        Operator.Regression => effect.Outcome == row.Lhs && effect.Cause == row.Rhs,
        Operator.Loading => effect.Outcome == row.Rhs && effect.Cause == row.Lhs,
        _ => false,
    };
}
