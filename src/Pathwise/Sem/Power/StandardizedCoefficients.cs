using System.Globalization;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Power;

/// <summary>
/// Populations in which standardized coefficients are what one says: all other coefficients and the variances of all variables stay as they are, and the residual
/// variances of the outcomes take up the difference. Items that load on several factors may vary more or less.
/// </summary>
public static class StandardizedCoefficients
{
    private const double Tolerance = 1e-12;

    /// <summary>Outcome, cause and value of a text such as <c>m ~ x = 0.3</c>.</summary>
    /// <exception cref="InputException">It is not that.</exception>
    public static (string Outcome, string Cause, double Value) Parse(string text)
    {
        string[] sides = (text ?? "").Split('=', StringSplitOptions.TrimEntries), names = sides[0].Split('~', StringSplitOptions.TrimEntries);
        return sides.Length == 2 && names.Length == 2 && names.All(name => name.Length > 0) && double.TryParse(sides[1], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? (names[0], names[1], value)
            : throw new InputException($"'{text}' does not set a standardized coefficient; expected OUTCOME~CAUSE=VALUE, as m~x=0.3.");
    }

    /// <summary>The values of a model's free parameters (one group, in the order of the table) with these standardized coefficients instead of its own.</summary>
    /// <exception cref="InputException">The model has no such free coefficient, or no residual variance could take up the difference.</exception>
    public static IReadOnlyList<double> Apply(ParameterTable table, IReadOnlyList<double> values, IReadOnlyList<string> coefficients)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(coefficients);
        return coefficients.Count == 0 ? values : new Population(table, [.. values]).With([.. coefficients.Select(Parse)]);
    }

    private sealed class Population
    {
        private readonly ParameterTable table;
        private readonly double[] values;
        private readonly ImpliedMoments moments;
        private readonly IReadOnlyList<string> names;
        private readonly int m;

        public Population(ParameterTable table, double[] values)
        {
            var structure = ModelStructure.Of(table);
            (this.table, this.values, moments, names, m) = (table, values, new(structure, 0), structure.Latents, structure.Latents.Count);
            moments.Update(values);
        }

        public double[] With((string Outcome, string Cause, double Value)[] coefficients)
        {
            double[] variances = [.. Enumerable.Range(0, m).Select(Variance)];
            int[] order = [.. InOrder()];
            foreach (var (outcome, cause, value) in coefficients)
                values[Coefficient(outcome, cause)] = value * Math.Sqrt(variances[Place(outcome)] / variances[Place(cause)]);

            // Upstream first: what stands after a variable does not change how it varies.
            foreach (var j in order)
            {
                moments.Update(values);
                var lacking = variances[j] - Variance(j);
                if (Math.Abs(lacking) > Tolerance * variances[j])
                    TakeUp(names[j], lacking, variances[j]);
            }

            return values;
        }

        private double Variance(int j) => moments.LatentCovariance[(j * m) + j];

        private int Place(string name) => Enumerable.Range(0, m).First(j => names[j] == name);

        private int Coefficient(string outcome, string cause)
        {
            var regressions = table.Rows.Where(row => row.Operator == Operator.Regression && row.IsFree).ToList();
            var found = regressions.Find(row => (row.Lhs, row.Rhs) == (outcome, cause))
                ?? throw new InputException($"There is no free coefficient {outcome} ~ {cause} that could be set. There are: {string.Join(", ", regressions.Select(row => $"{row.Lhs} ~ {row.Rhs}"))}.");
            return IsAlone(found) ? found.Free - 1 : throw new InputException($"{outcome} ~ {cause} is constrained, and so cannot be set.");
        }

        private void TakeUp(string name, double lacking, double variance)
        {
            var row = table.Rows.FirstOrDefault(each => each.Operator == Operator.Covariance && each.IsFree && (each.Lhs, each.Rhs) == (name, name));
            if (row is null || !IsAlone(row))
                throw new InputException($"The residual variance of {name} is not free to take up the difference that set coefficients make.");
            values[row.Free - 1] += lacking;
            if (values[row.Free - 1] <= 0)
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"With the coefficients set {name} would have a residual variance of {values[row.Free - 1] / variance:0.###} of its variance; they explain too much."));
        }

        private bool IsAlone(Parameter row) => table.Rows.Count(each => each.Free == row.Free) == 1 && !table.Constraints.Any(each => each.Difference.Positions.Contains(row.Free - 1));

        // Causes before outcomes.
        private List<int> InOrder()
        {
            var left = Enumerable.Range(0, m).ToHashSet();
            var result = new List<int>();
            while (left.Count > 0)
            {
                int[] next = [.. left.Where(j => !left.Any(k => IsPath(j, k))).Order()];
                if (next.Length == 0)
                    throw new InputException("Coefficients can be set in models without feedback loops.");
                result.AddRange(next);
                left.ExceptWith(next);
            }

            return result;
        }

        private bool IsPath(int outcome, int cause) => moments.Cells.Any(cell => cell.Matrix == ModelMatrix.Beta && (cell.Row, cell.Column) == (outcome, cause));
    }
}
