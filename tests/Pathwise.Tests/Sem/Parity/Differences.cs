using Pathwise.Sem.Specification;

namespace Pathwise.Tests.Sem.Parity;

/// <summary>Where we differ from the version of lavaan that made the fixtures, and why.</summary>
internal static class Differences
{
    private static readonly IReadOnlyList<(string Case, string What, string Why)> Known =
    [
        .. from id in new[] { "loop", "saturated_path" }
           from name in new[] { "tli", "nnfi", "rfi", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper", "agfi_lisrel" }
           select (id, name, "Without degrees of freedom the index does not exist; lavaan prints that of perfect fit."),
        .. from id in new[] { "heavy_mlm_orthogonal", "heavy_mlr", "heavy_mlr_orthogonal" }
           select (id, "rfi.scaled", "For a model that is worse than its baseline the index is negative; lavaan prints 1."),
    ];

    /// <summary>
    /// True of <c>sepc.nox</c> of a slope of or on an exogenous observed variable: lavaan 0.6 divides by the deviation of such an outcome, and
    /// multiplies by that of such a predictor when its moments are free; lavaan 0.7 leaves both in their units.
    /// </summary>
    public static bool ScalesOtherwise(ParameterTable table, string op, string lhs, string rhs) =>
        op == "~" && (table.ExogenousVariables.Contains(lhs) || table.ExogenousVariables.Contains(rhs));

    public static bool AreKnown(string id, string what) => Known.Any(known => known.Case == id && known.What == what);
}
