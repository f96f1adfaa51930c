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

    /// <summary>The operator that a text such as <c>=~</c> stands for.</summary>
    public static Operator Parse(string text) =>
        Enum.GetValues<Operator>().FirstOrDefault(value => value.Text() == text, (Operator)(-1)) is var found and >= 0
            ? found
            : throw new ArgumentException($"'{text}' is not an operator of the model syntax.", nameof(text));

    /// <summary>True for rows that hold a parameter of the model; false for definitions and constraints.</summary>
    public static bool IsModelParameter(this Operator value) => value <= Operator.Intercept;
}
