using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Invariance;

/// <summary>How much of the measurement is the same in all groups (Meredith 1993).</summary>
public enum InvarianceLevel
{
    /// <summary>The same factors are measured by the same items.</summary>
    Configural,

    /// <summary>Loadings are equal, too.</summary>
    Metric,

    /// <summary>Intercepts are equal, too; means of factors differ.</summary>
    Scalar,

    /// <summary>Residual variances are equal, too.</summary>
    Strict,
}

/// <summary>Words and equalities of levels.</summary>
internal static class InvarianceLevelText
{
    /// <summary>The level as options and JSON name it.</summary>
    public static string Text(this InvarianceLevel level) => level.ToString().ToLowerInvariant();

    /// <summary>What is equal over groups.</summary>
    public static IReadOnlyList<GroupEquality> Equalities(this InvarianceLevel level) =>
        [.. new[] { GroupEquality.Loadings, GroupEquality.Intercepts, GroupEquality.Residuals }.Take((int)level)];
}
