using System.Text.RegularExpressions;

namespace Pathwise.Sem.Syntax;

/// <summary>Reads a formula of <c>=~</c>, <c>~</c>, <c>~~</c>, <c>|</c> or <c>~*~</c> into its terms.</summary>
internal static partial class FormulaParser
{
    private static readonly string[] Reserved = ["NA", "TRUE", "FALSE", "NULL", "Inf", "NaN"];

    /// <summary>A variable (or 1, or 0) with its modifier.</summary>
    private sealed record Part(string Variable, Modifier Modifier, int Line);

    public static IEnumerable<Term> Parse(Statement statement)
    {
        var right = Merge([.. RightSide(statement)], statement);
        return LeftSide(statement).SelectMany(left => right.Select(part => Combine(left, part, statement))).ToList();
    }

    private static List<string> LeftSide(Statement statement)
    {
        var reader = new TokenReader(statement.Left, statement.Line, statement.Text);
        var names = new List<string>();
        do
        {
            if (reader.NextIsCall)
                throw reader.Refuse($"{reader.Take().Text}() on the left side is not supported.");
            if (reader.Take() is not { Kind: TokenKind.Name } name || reader.NextIs("*"))
                throw reader.Refuse("the left side takes names of variables, joined by +; modifiers belong on the right side.");
            names.Add(Usable(name, statement));
        }
        while (reader.TakeIf("+"));
        return reader.IsAtEnd ? names : throw reader.Refuse($"expected '{statement.Operator.Text}' {reader.Before()}.");
    }

    private static IEnumerable<Part> RightSide(Statement statement)
    {
        var reader = new TokenReader(statement.Right, statement.Line, statement.Text);
        reader.TakeIf("+");
        do
            yield return ReadPart(reader, statement);
        while (reader.TakeIf("+"));
        if (!reader.IsAtEnd)
            throw reader.Refuse(reader.NextIs("-") ? "terms cannot be taken away with '-'." : $"expected '+' {reader.Before()}.");
    }

    private static Part ReadPart(TokenReader reader, Statement statement)
    {
        var modifier = new Modifier();
        while (ModifierParser.IsAhead(reader))
        {
            modifier = modifier.With(ModifierParser.Parse(reader))
                ?? throw reader.Refuse("two modifiers of the same kind on one term.");
        }

        var token = reader.Take();
        return token.Kind switch
        {
            TokenKind.Name => new Part(Usable(token, statement), modifier, token.Line),
            TokenKind.Number when token.Text is "1" or "0" => new Part(token.Text, modifier, token.Line),
            _ => throw reader.Refuse($"expected the name of a variable, not '{token.Text}'."),
        };
    }

    private static string Usable(Token name, Statement statement) => Reserved.Contains(name.Text)
        ? throw new SyntaxException(name.Line, statement.Text, $"'{name.Text}' cannot be the name of a variable.")
        : name.Text;

    // Repeating a variable is how several modifiers are given to it: x1 + a*x1 + start(0.5)*x1.
    private static List<Part> Merge(List<Part> parts, Statement statement) =>
        [.. parts.GroupBy(part => part.Variable).Select(same => same.Aggregate((first, next) => first with
        {
            Modifier = first.Modifier.With(next.Modifier)
                ?? throw new SyntaxException(next.Line, statement.Text, $"two modifiers of the same kind on '{next.Variable}'."),
        }))];

    private static Term Combine(string left, Part part, Statement statement)
    {
        var (operatorText, isConstant) = (statement.Operator.Text, part.Variable is "1" or "0");
        if (isConstant && operatorText != "~")
            throw new SyntaxException(part.Line, statement.Text, $"'{part.Variable}' can stand right of '~' alone, where it is the intercept.");
        if (part.Variable == left && operatorText == "=~")
            throw new SyntaxException(part.Line, statement.Text, $"the latent variable '{left}' cannot be measured by itself.");
        if (part.Variable == left && operatorText == "~")
            throw new SyntaxException(part.Line, statement.Text, $"'{left}' cannot be regressed on itself.");
        RefuseOrdered(left, part, statement);
        if (part.Variable == "0")
            return new Term(left, "~1", "", Zero(part, statement), part.Line);
        return isConstant
            ? new Term(left, "~1", "", part.Modifier, part.Line)
            : new Term(left, operatorText, part.Variable, part.Modifier, part.Line);
    }

    private static void RefuseOrdered(string left, Part part, Statement statement)
    {
        if (statement.Operator.Text == "|" && !Threshold().IsMatch(part.Variable))
            throw new SyntaxException(part.Line, statement.Text, $"the thresholds of '{left}' are t1, t2 and so on; '{part.Variable}' is none.");
        if (statement.Operator.Text == "~*~" && part.Variable != left)
            throw new SyntaxException(part.Line, statement.Text, $"a scale is of one variable: expected {left} ~*~ {left}.");
    }

    [GeneratedRegex("^t[1-9][0-9]*$")]
    private static partial Regex Threshold();

    private static Modifier Zero(Part part, Statement statement) => part.Modifier.With(new Modifier { Fixed = [0] })
        ?? throw new SyntaxException(part.Line, statement.Text, "'0' stands for an intercept of zero and takes no value.");
}
