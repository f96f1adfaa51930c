using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Specification;

/// <summary>A scalar function of the vector of free parameters, with its exact gradient.</summary>
public sealed class ParameterFunction
{
    private readonly Expression expression;
    private readonly int[] positions;
    private readonly Dictionary<string, int> variableOf;

    /// <param name="expression">Its names are those of <paramref name="positionOf"/>, nothing else.</param>
    /// <param name="positionOf">Position of each name among the free parameters, counted from 0.</param>
    internal ParameterFunction(Expression expression, Func<string, int> positionOf)
    {
        this.expression = expression;
        positions = [.. expression.Names.Select(positionOf).Distinct().Order()];
        variableOf = expression.Names.ToDictionary(name => name, name => Array.IndexOf(positions, positionOf(name)));
    }

    /// <summary>The free parameters that the function depends on: positions in their vector, counted from 0, ascending.</summary>
    public IReadOnlyList<int> Positions => positions;

    /// <summary>True when the gradient is the same everywhere.</summary>
    public bool IsLinear => expression.IsLinear;

    /// <summary>The function's value; NaN or infinite where the arithmetic is (such as log(-1)).</summary>
    public double Value(ReadOnlySpan<double> free) => At(free).Value;

    /// <summary>Writes the gradient over all free parameters and returns the value.</summary>
    public double Gradient(ReadOnlySpan<double> free, Span<double> gradient)
    {
        var jet = At(free);
        gradient.Clear();
        for (var i = 0; i < positions.Length; i++)
            gradient[positions[i]] = jet.Gradient[i];
        return jet.Value;
    }

    private Jet At(ReadOnlySpan<double> free)
    {
        var values = new double[positions.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = free[positions[i]];
        return expression.Evaluate(
            name => Jet.Variable(values[variableOf[name]], variableOf[name], values.Length), values.Length);
    }
}
