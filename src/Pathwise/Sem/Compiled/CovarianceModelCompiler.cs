using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Compiled;

/// <summary>
/// Compiles a parameter table to a <see cref="CovarianceModel"/>. Groups, means and constraints are the general path's:
/// for them there is no compiled model, and a reason.
/// </summary>
internal static class CovarianceModelCompiler
{
    // The right side of an intercept in a table is empty too.
    private const string Constant = "";

    /// <summary>The compiled model, or null and why there is none.</summary>
    public static CovarianceModel? TryCompile(ParameterTable table, out string? whyNot)
    {
        ArgumentNullException.ThrowIfNull(table);
        whyNot = table switch
        {
            { GroupCount: > 1 } => "several groups",
            { HasMeanStructure: true } => "means",
            { Constraints.Count: > 0 } => "constraints",
            _ => null,
        };
        return whyNot is null ? Compile(table) : null;
    }

    /// <summary>The model of one group, counted from 1, of any table.</summary>
    public static CovarianceModel Compile(ParameterTable table, int group = 1, MeanTreatment means = MeanTreatment.None)
    {
        string[] constant = means == MeanTreatment.Structured ? [Constant] : [];
        string[] observed = [.. table.ObservedVariables, .. constant];
        string[] structural = [.. table.LatentVariables, .. PromotedVariables.Of(table), .. constant];
        var places = new Places(observed, structural);
        var rows = table.Rows.Where(row => row.Group == group && row.Operator.IsModelParameter() && row.Operator is not (Operator.Threshold or Operator.Scale) && (row.Operator != Operator.Intercept || means == MeanTreatment.Structured)).ToList();
        var free = rows.Where(row => row.IsFree).OrderBy(row => row.Free).ToList();
        (CompiledCell, double)[] units =
        [
            .. structural.Skip(table.LatentVariables.Count).Select(name => (new CompiledCell(CompiledMatrix.Lambda, places.Observed(name), places.Structural(name)), 1.0)),
            .. constant.Select(name => (new CompiledCell(CompiledMatrix.Psi, places.Structural(name), places.Structural(name)), 1.0)),
        ];
        return new CovarianceModel
        {
            Table = table,
            Observed = observed,
            Structural = structural,
            Means = means,
            Free = [.. free.Select(places.Of)],
            Positions = [.. free.Select(row => row.Free - 1)],
            Fixed = [.. units, .. rows.Where(row => !row.IsFree && row.FixedValue is not null and not 0).Select(row => (places.Of(row), row.FixedValue!.Value))],
            SampleMoments = [.. rows.Where(row => row.IsSampleMoment).Select(row => (places.Of(row), places.Observed(row.Lhs), places.Observed(row.Rhs)))],
            Starts = [.. free.Select(row => row.Start)],
            LoadingCells = rows.Where(row => row.Operator == Operator.Loading).Select(places.Of).Where(cell => cell.Matrix == CompiledMatrix.Beta).ToHashSet(),
            Markers = [.. structural.Select(name => places.Marker(name, rows))],
        };
    }

    /// <summary>Finds the place of a row of the table.</summary>
    private sealed class Places(string[] observed, string[] structural)
    {
        public CompiledCell Of(Parameter row) => row.Operator switch
        {
            Operator.Loading when Structural(row.Rhs) < 0 => new(CompiledMatrix.Lambda, Observed(row.Rhs), Structural(row.Lhs)),
            Operator.Loading => new(CompiledMatrix.Beta, Structural(row.Rhs), Structural(row.Lhs)),
            Operator.Intercept when Structural(row.Lhs) < 0 => new(CompiledMatrix.Lambda, Observed(row.Lhs), Structural(Constant)),
            Operator.Intercept => new(CompiledMatrix.Beta, Structural(row.Lhs), Structural(Constant)),
            Operator.Regression => new(CompiledMatrix.Beta, Structural(row.Lhs), Structural(row.Rhs)),
            _ when Structural(row.Lhs) >= 0 => Symmetric(CompiledMatrix.Psi, Structural(row.Lhs), Structural(row.Rhs)),
            _ => Symmetric(CompiledMatrix.Theta, Observed(row.Lhs), Observed(row.Rhs)),
        };

        public int Observed(string name) => Array.IndexOf(observed, name);

        public int Structural(string name) => Array.IndexOf(structural, name);

        /// <summary>The first observed variable that a structural one leads to by loadings, or is.</summary>
        public int Marker(string name, List<Parameter> rows)
        {
            var seen = new HashSet<string>();
            for (var current = name; current is not null && seen.Add(current);)
            {
                if (Observed(current) >= 0)
                    return Observed(current);
                current = rows.Find(row => row.Operator == Operator.Loading && row.Lhs == current)?.Rhs;
            }

            return -1;
        }

        private static CompiledCell Symmetric(CompiledMatrix matrix, int one, int other) =>
            new(matrix, Math.Max(one, other), Math.Min(one, other));
    }
}
