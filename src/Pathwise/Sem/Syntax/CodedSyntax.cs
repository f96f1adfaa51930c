using Pathwise.Surveys;

namespace Pathwise.Sem.Syntax;

/// <summary>
/// Writes a model's syntax with the coded columns of categorical variables in their place: a predictor becomes one for each column, a product one for each, a
/// latent product one latent product for each, and in a covariance every column takes part and covaries with the others.
/// </summary>
internal sealed class CodedSyntax
{
    private readonly Dictionary<string, CategoryCoding> codings;
    private readonly HashSet<string> inCovariances = [];

    private CodedSyntax(IReadOnlyList<CategoryCoding> codings) => this.codings = codings.ToDictionary(coding => coding.Name);

    /// <summary>The syntax, one statement a line; as it was where it names none of these variables.</summary>
    /// <exception cref="SyntaxException">A categorical variable stands where it has no meaning.</exception>
    public static string Of(string text, IReadOnlyList<CategoryCoding> codings)
    {
        var statements = Statement.Split(Tokenizer.Lines(text));
        var coded = new CodedSyntax(codings);
        return statements.Any(coded.Names) ? string.Concat([.. statements.SelectMany(coded.Lines), .. coded.Covariances()]) : text;
    }

    private bool Names(Statement statement) => !statement.IsRelation && statement.Left.Concat(Parts(statement).Select(part => part[^1])).Any(token => IsCoded(token.Text));

    private bool IsCoded(string name) => ProductName.Factors(name).Any(codings.ContainsKey);

    private IEnumerable<string> Lines(Statement statement)
    {
        if (!Names(statement))
            return [Line(Written(statement.Left), statement, Written(statement.Right))];
        return statement.Operator.Text switch
        {
            "~" => Regression(statement),
            "=~" => Measurement(statement),
            "~~" => Covariance(statement),
            _ => throw Refused(statement, First(statement), $"has no place beside '{statement.Operator.Text}'"),
        };
    }

    private IEnumerable<string> Regression(Statement statement)
    {
        if (statement.Left.FirstOrDefault(token => IsCoded(token.Text)) is { Text: { } outcome })
            throw Refused(statement, outcome, "stands on the left of '~'");
        return [Line(Written(statement.Left), statement, string.Join(" + ", Parts(statement).SelectMany(part => Coded(statement, part))))];
    }

    // The columns of a latent product and of its indicators go together.
    private IEnumerable<string> Measurement(Statement statement)
    {
        if (statement.Left is not [var latent] || !ProductName.IsProduct(latent.Text) || ProductName.Factors(latent.Text).Where(codings.ContainsKey).ToArray() is not [var variable])
            throw Refused(statement, First(statement), "measures nothing, nor is it measured");
        foreach (var column in codings[variable].Columns)
        {
            string In(string name) => ProductName.Of(ProductName.Factors(name).Select(factor => factor == variable ? column : factor));
            yield return Line(In(latent.Text), statement, string.Join(" + ", Parts(statement).Select(part => Written(part[..^1]) + In(part[^1].Text))));
        }
    }

    private IEnumerable<string> Covariance(Statement statement)
    {
        foreach (var left in statement.Left.Where(token => token.Kind == TokenKind.Name))
        {
            foreach (var part in Parts(statement))
            {
                if (part[^1].Text == left.Text && Columns(left.Text).Length > 1)
                    throw Refused(statement, left.Text, "has a variance for each column");
                foreach (var name in new[] { left.Text, part[^1].Text }.Where(IsCoded))
                    inCovariances.Add(name);
                foreach (var one in Columns(left.Text))
                    yield return Line(one, statement, string.Join(" + ", Coded(statement, part)));
            }
        }
    }

    private IEnumerable<string> Covariances() =>
        from name in inCovariances
        let columns = Columns(name)
        from i in Enumerable.Range(0, columns.Length)
        from j in Enumerable.Range(i + 1, columns.Length - i - 1)
        select $"{columns[i]} ~~ {columns[j]}\n";

    private IEnumerable<string> Coded(Statement statement, List<Token> part)
    {
        var columns = Columns(part[^1].Text);
        return columns.Length > 1 && part.Count > 1
            ? throw Refused(statement, part[^1].Text, $"stands for {string.Join(", ", columns)}, and one modifier is given to all")
            : columns.Select(column => Written(part[..^1]) + column);
    }

    private string[] Columns(string name)
    {
        IEnumerable<string> names = [""];
        foreach (var factor in ProductName.Factors(name))
            names = names.SelectMany(before => (codings.TryGetValue(factor, out var coding) ? coding.Columns : [factor]).Select(column => before.Length == 0 ? column : ProductName.Of(before, column)));
        return [.. names];
    }

    private string First(Statement statement) => statement.Left.Concat(statement.Right).First(token => IsCoded(token.Text)).Text;

    // The right side at its plus signs; brackets hold commas, never a sum of terms.
    private static List<List<Token>> Parts(Statement statement)
    {
        var parts = new List<List<Token>> { new() };
        foreach (var token in statement.Right)
        {
            if (token.Is("+"))
                parts.Add([]);
            else
                parts[^1].Add(token);
        }

        return [.. parts.Where(part => part.Count > 0)];
    }

    private static string Line(string left, Statement statement, string right) => $"{left} {statement.Operator.Text} {right}\n";

    private static string Written(IEnumerable<Token> tokens) =>
        string.Concat(tokens.Select(token => token.Kind == TokenKind.Quoted ? $"\"{token.Text}\"" : token.Is("+") ? " + " : token.Text));

    private static SyntaxException Refused(Statement statement, string name, string why) =>
        new(statement.Line, statement.Text, $"the categorical variable {name} {why}; expected a predictor, a factor of a product or a covariance without modifier, or the names of its coded columns.");
}
