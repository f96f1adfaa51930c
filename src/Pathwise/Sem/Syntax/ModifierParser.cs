namespace Pathwise.Sem.Syntax;

/// <summary>Reads what stands before a variable: values, <c>NA</c>, labels, <c>c()</c>, <c>start()</c>, <c>equal()</c>, <c>label()</c>.</summary>
internal static class ModifierParser
{
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["efa"] = "exploratory blocks (efa()) are not supported.",
        ["rv"] = "random slopes (rv()) are not supported.",
        ["lower"] = "write a bound as a constraint on a label: a > 0.",
        ["upper"] = "write a bound as a constraint on a label: a < 1.",
        ["prior"] = "priors are not supported.",
    };

    /// <summary>One element of a list: a label, a value, or neither (<c>NA</c>).</summary>
    private readonly record struct Element(string? Label, double? Value, bool IsQuoted);

    /// <summary>True when a modifier comes next, false when the variable itself does.</summary>
    public static bool IsAhead(TokenReader reader) => reader.NextIsCall || reader.Next is { Kind: TokenKind.Quoted }
        || reader.NextIs("(") || reader.NextIs("-") || reader.FollowedBy("*", "/", "^", "?");

    public static Modifier Parse(TokenReader reader)
    {
        var function = reader.NextIsCall && !Expression.Call.Functions.Contains(reader.Next!.Value.Text) ? reader.Take().Text : null;
        var elements = function is null ? [ReadElement(reader)] : Arguments(reader, function);
        var asksForStart = function is null && reader.TakeIf("?");
        if (!asksForStart)
            reader.Expect("*");
        return asksForStart || function == "start" ? new Modifier { Start = Values(elements, reader) }
            : function is "equal" or "label" ? new Modifier { Labels = Labels(elements, reader), IsEqualTo = function == "equal" }
            : FromKind(elements, reader);
    }

    private static List<Element> Arguments(TokenReader reader, string function)
    {
        if (function is not ("c" or "start" or "equal" or "label"))
            throw reader.Refuse(Refused.GetValueOrDefault(function, $"the modifier {function}() is not known; known are c, start, equal and label."));
        reader.Expect("(");
        reader.Enter();
        var elements = new List<Element>();
        do
        {
            if (reader.NextIsCall && reader.Next!.Value.Text == "c")
                elements.AddRange(Arguments(reader, reader.Take().Text));
            else
                elements.Add(ReadElement(reader));
        }
        while (reader.TakeIf(","));
        reader.Leave();
        reader.Expect(")");
        return elements;
    }

    private static Element ReadElement(TokenReader reader)
    {
        if (reader.Next is { Kind: TokenKind.Quoted })
            return new Element(reader.Take().Text, null, true);
        if (reader.Next is { Kind: TokenKind.Name } && !reader.NextIsCall)
            return reader.Take().Text is var name && name == "NA" ? default : new Element(name, null, false);
        var expression = ExpressionParser.Factor(reader);
        return expression.Degree == 0
            ? new Element(null, expression.Evaluate(_ => default, 0).Value, false)
            : throw reader.Refuse("a modifier is a number, NA, or one label.");
    }

    private static Modifier FromKind(List<Element> elements, TokenReader reader)
    {
        if (elements.TrueForAll(element => element.Label is null))
            return new Modifier { Fixed = Values(elements, reader) };
        if (elements.Exists(element => element is { Label: null, Value: null }) && !elements.TrueForAll(element => element.IsQuoted || element.Label is null))
            throw reader.Refuse("labels and NA are mixed; quote the labels: c(\"a\", NA).");
        return new Modifier { Labels = Labels(elements, reader) };
    }

    private static List<double?> Values(List<Element> elements, TokenReader reader) =>
        elements.Exists(element => element.Label is not null)
            ? throw reader.Refuse("expected numbers, not labels.")
            : elements.ConvertAll(element => element.Value);

    private static List<string> Labels(List<Element> elements, TokenReader reader) =>
        elements.Exists(element => element.Value is not null)
            ? throw reader.Refuse("expected labels, not numbers.")
            : elements.ConvertAll(element => element.Label ?? "");
}
