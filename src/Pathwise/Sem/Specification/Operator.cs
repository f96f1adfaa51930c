namespace Pathwise.Sem.Specification;

/// <summary>What a row of the parameter table says about its two sides; the text is lavaan's.</summary>
public enum Operator
{
    /// <summary><c>=~</c>: the left side, latent, is measured by the right side.</summary>
    Loading,

    /// <summary><c>~</c>: the left side is regressed on the right side.</summary>
    Regression,

    /// <summary><c>~~</c>: the (residual) covariance of the two sides; a variance when they are the same.</summary>
    Covariance,

    /// <summary><c>~1</c>: the mean or intercept of the left side; the right side is empty.</summary>
    Intercept,

    /// <summary><c>:=</c>: the left side names a quantity computed from labelled parameters.</summary>
    Definition,

    /// <summary><c>==</c>: the two sides, expressions of labelled parameters, are equal.</summary>
    EqualTo,

    /// <summary><c>&lt;</c>: the left expression is at most the right one.</summary>
    AtMost,

    /// <summary><c>&gt;</c>: the left expression is at least the right one.</summary>
    AtLeast,
}
