using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Psychometrics;

/// <summary>A symmetric matrix with one row and column for each scale or factor; NaN never occurs, an undefined cell is null.</summary>
[TypeFormatterSource]
public sealed class ValidityMatrix
{
    private readonly double?[,] cells;

    internal ValidityMatrix(IReadOnlyList<string> names, double?[,] cells)
    {
        Names = names.ToArray();
        this.cells = (double?[,])cells.Clone();
    }

    /// <summary>The scales or factors, in order.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The value for two scales, by position.</summary>
    public double? this[int row, int column] => cells[row, column];

    /// <summary>The value for two scales, by name.</summary>
    public double? this[string row, string column] => cells[Position(row), Position(column)];

    /// <summary>The values of all pairs of different scales, each pair once.</summary>
    public IReadOnlyList<ValidityPair> Pairs => Enumerable.Range(0, Names.Count)
        .SelectMany(i => Enumerable.Range(0, i).Select(j => new ValidityPair(Names[j], Names[i], cells[i, j])))
        .ToArray();

    /// <summary>The largest value of any pair; null when no pair has one.</summary>
    public double? Largest => Pairs.Max(pair => pair.Value);

    internal static ValidityMatrix Of(IReadOnlyList<string> names, Matrix<double> values)
    {
        var cells = new double?[names.Count, names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            for (var j = 0; j < names.Count; j++)
                cells[i, j] = double.IsFinite(values[i, j]) ? values[i, j] : null;
        }

        return new ValidityMatrix(names, cells);
    }

    private int Position(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] == name)
                return i;
        }

        throw new InputException($"Not in the matrix: {name}. It has: {string.Join(", ", Names)}.");
    }
}

/// <summary>The value for two scales; null where it is undefined.</summary>
[TypeFormatterSource]
public sealed record ValidityPair(string First, string Second, double? Value);
