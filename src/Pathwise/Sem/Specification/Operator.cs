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

    /// <summary><c>|</c>: a threshold of the left side, an ordered variable; the right side is <c>t1</c>, <c>t2</c> and so on.</summary>
    Threshold,

    /// <summary><c>~*~</c>: the scale of the response behind an ordered variable, one over its standard deviation; both sides are the same.</summary>
    Scale,

    /// <summary><c>:=</c>: the left side names a quantity computed from labelled parameters.</summary>
    Definition,

    /// <summary><c>==</c>: the two sides, expressions of labelled parameters, are equal.</summary>
    EqualTo,

    /// <summary><c>&lt;</c>: the left expression is at most the right one.</summary>
    AtMost,

    /// <summary><c>&gt;</c>: the left expression is at least the right one.</summary>
    AtLeast,
}

/// <summary>Operators as lavaan writes them.</summary>
public static class OperatorText
{
    /// <summary>The operator's text, such as <c>=~</c>.</summary>
    public static string Text(this Operator value) => value switch
    {
        Operator.Loading => "=~",
        Operator.Regression => "~",
        Operator.Covariance => "~~",
        Operator.Intercept => "~1",
        Operator.Threshold => "|",
        Operator.Scale => "~*~",
        Operator.Definition => ":=",
        Operator.EqualTo => "==",
        Operator.AtMost => "<",
        Operator.AtLeast => ">",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not an operator of the model syntax."),
    };

    /// <summary>The operator that a text such as <c>=~</c> stands for.</summary>
    public static Operator Parse(string text) =>
        Enum.GetValues<Operator>().FirstOrDefault(value => value.Text() == text, (Operator)(-1)) is var found and >= 0
            ? found
            : throw new ArgumentException($"'{text}' is not an operator of the model syntax.", nameof(text));

    /// <summary>True for rows that hold a parameter of the model; false for definitions and constraints.</summary>
    public static bool IsModelParameter(this Operator value) => value <= Operator.Scale;
}
