namespace Pathwise.Sem.Influence;

/// <summary>Which samples without odd cases a number of cases is compared with.</summary>
public enum ReferenceKind
{
    /// <summary>Normal samples from the fitted model (parametric bootstrap): their estimates vary as those of samples do.</summary>
    FittedModel,

    /// <summary>
    /// Normal samples with exactly the means and covariances of the data, and so with the same estimates, errors and chi-square. Means and
    /// covariances are sufficient for normal cases, so that a p from such samples is exact whatever the population's parameters are (a Monte Carlo
    /// test conditional on a sufficient statistic; Lindqvist and Taraldsen, 2005).
    /// </summary>
    SameMoments,
}

/// <summary>References as JSON names them.</summary>
public static class ReferenceKindText
{
    /// <summary>The name, such as <c>model</c>.</summary>
    public static string Text(this ReferenceKind kind) => kind switch
    {
        ReferenceKind.FittedModel => "model",
        ReferenceKind.SameMoments => "moments",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of reference."),
    };
}
