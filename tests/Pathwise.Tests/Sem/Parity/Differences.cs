namespace Pathwise.Tests.Sem.Parity;

/// <summary>Where we differ from the version of lavaan that made the fixtures, and why.</summary>
internal static class Differences
{
    private static readonly IReadOnlyList<(string Case, string What, string Why)> Known =
    [
        .. new[] { "tli", "nnfi", "rfi", "rmsea", "rmsea.ci.lower", "rmsea.ci.upper", "agfi_lisrel" }.Select(name =>
            ("loop", name, "Without degrees of freedom the index does not exist; lavaan prints that of perfect fit.")),
        .. new[] { "baseline.chisq", "baseline.df", "baseline.pvalue", "cfi", "tli", "nnfi", "rfi", "nfi", "pnfi", "ifi", "rni" }.Select(name =>
            ("single_indicator", name, "This version of lavaan fails to fit the baseline of a model with a fixed residual.")),
        .. from id in new[] { "path_fixed_x", "path_free_x", "path_means", "path_mlr", "path_gls", "fiml_path", "mimic" }
           from name in new[] { "sepc.nox of an exogenous outcome" }
           select (id, name, "This version of lavaan scales by the exogenous outcome; later ones do not."),
        .. from id in new[] { "mimic", "second_order_outcome" }
           select (id, "scores", "Without a mean structure lavaan does not centre the observed variables of regressions."),
    ];

    public static bool AreKnown(string id, string what) => Known.Any(known => known.Case == id && known.What == what);
}
