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
        .. from id in new[] { "fiml", "fiml_expected", "fiml_mlr", "fiml_path", "fiml_metric" }
           from name in new[]
           {
               "cfi.robust", "tli.robust", "nnfi.robust", "rni.robust", "rmsea.robust", "rmsea.ci.lower.robust", "rmsea.ci.upper.robust",
               "rmsea.pvalue.robust", "rmsea.notclose.pvalue.robust", "gfi_lisrel", "agfi_lisrel", "pgfi",
           }
           select (id, name, "With missing values lavaan weights by the information in what is missing (Zhang and Savalei 2023)."),
        .. from id in new[] { "path_fixed_x", "path_free_x", "path_means", "path_mlr", "path_gls", "fiml_path", "mimic" }
           from name in new[] { "sepc.nox of an exogenous outcome" }
           select (id, name, "This version of lavaan scales by the exogenous outcome; later ones do not."),
        .. from id in new[] { "poldem_mlm", "poldem_mlr", "robust_mlm", "robust_mlm_equal", "robust_mlr", "robust_mlr_equal", "path_mlr", "metric_mlm", "scalar_mlm", "scalar_mlr", "fiml", "fiml_expected", "fiml_mlr", "fiml_path", "fiml_metric" }
           from name in new[] { "normalized residuals", "standardized residuals" }
           select (id, name, "lavaan takes the moments' variances from fourth-order moments or from the information in what is missing; ours are of normal theory."),
        .. from id in new[] { "cfa_observed", "cfa_gls", "cfa_gls_means", "cfa_uls", "path_gls", "metric_gls", "path_fixed_x", "path_means", "mimic", "growth_predictor" }
           select (id, "standardized residuals", "lavaan uses the estimator's own weights and information; ours are the expected information at the implied moments, fixed variables included."),
        .. from id in new[] { "metric", "metric_wishart", "scalar", "strict_partial", "equal_everything" }
           select (id, "standardized residuals", "Groups tied by equalities: lavaan gives other variances, for a reason not found."),
        .. from id in new[] { "path_fixed_x", "path_means", "mimic", "growth_predictor" }
           select (id, "normalized residuals", "Moments with fixed variables have other variances in lavaan."),
        .. from id in new[] { "mimic", "second_order_outcome" }
           select (id, "scores", "Without a mean structure lavaan does not centre the observed variables of regressions."),
    ];

    public static bool AreKnown(string id, string what) => Known.Any(known => known.Case == id && known.What == what);
}
