using System.Globalization;

namespace Pathwise.Sem.Syntax;

/// <summary>Reads an arithmetic expression with R's precedence: <c>^</c> (to the right), sign, <c>* /</c>, <c>+ -</c>.</summary>
internal static class ExpressionParser
{
    /// <summary>Reads all that is left.</summary>
    public static Expression ParseAll(TokenReader reader)
    {
        reader.Begin();
        var expression = Sum(reader);
        return reader.IsAtEnd ? expression : throw reader.Refuse($"expected an operator such as + or * {reader.Before()}.");
    }

    public static Expression Sum(TokenReader reader)
    {
        var left = Product(reader);
        while (reader.NextIs("+") || reader.NextIs("-"))
            left = new Expression.Binary(reader.Take().Text[0], left, Product(reader));
        return left;
    }

    /// <summary>A number before a variable: a product would swallow the variable, so only quotients are read.</summary>
    public static Expression Factor(TokenReader reader)
    {
        reader.Begin();
        var left = Signed(reader);
        while (reader.TakeIf("/"))
            left = new Expression.Binary('/', left, Signed(reader));
        return left;
    }

    private static Expression Product(TokenReader reader)
    {
        var left = Signed(reader);
        while (reader.NextIs("*") || reader.NextIs("/"))
            left = new Expression.Binary(reader.Take().Text[0], left, Signed(reader));
        return left;
    }

    private static Expression Signed(TokenReader reader)
    {
        reader.Enter();
        var signed = reader.TakeIf("-") ? new Expression.Negation(Signed(reader))
            : reader.TakeIf("+") ? Signed(reader)
            : Power(reader);
        reader.Leave();
        return signed;
    }

    private static Expression Power(TokenReader reader)
    {
        var basis = Operand(reader);
        return reader.TakeIf("^") ? new Expression.Binary('^', basis, Signed(reader)) : basis;
    }

    private static Expression Operand(TokenReader reader)
    {
        if (reader.NextIsCall)
            return Call(reader);
        if (reader.TakeIf("("))
            return Closed(reader);
        var where = reader.Before();
        return reader.Take() switch
        {
            { Kind: TokenKind.Number } number => new Expression.Number(double.Parse(number.Text, CultureInfo.InvariantCulture)),
            { Kind: TokenKind.Name or TokenKind.Quoted } name => new Expression.Name(name.Text),
            _ => throw reader.Refuse($"expected a number or a label {where}."),
        };
    }

    private static Expression.Call Call(TokenReader reader)
    {
        var function = reader.Take().Text;
        if (!Expression.Call.Functions.Contains(function))
            throw reader.Refuse($"the function {function}() is not known; known are {string.Join(", ", Expression.Call.Functions)}.");
        reader.Expect("(");
        return new Expression.Call(function, Closed(reader));
    }

    private static Expression Closed(TokenReader reader)
    {
        var inside = Sum(reader);
        reader.Expect(")");
        return inside;
    }
}
