namespace Pathwise.Sem.Specification;

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
        Operator.Definition => ":=",
        Operator.EqualTo => "==",
        Operator.AtMost => "<",
        Operator.AtLeast => ">",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value, "Not an operator of the model syntax."),
    };

    /// <summary>True for rows that hold a parameter of the model; false for definitions and constraints.</summary>
    public static bool IsModelParameter(this Operator value) => value <= Operator.Intercept;
}
