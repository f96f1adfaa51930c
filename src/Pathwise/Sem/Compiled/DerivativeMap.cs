using Pathwise.Numerics;

namespace Pathwise.Sem.Compiled;

/// <summary>
/// How Sigma changes with each free parameter: every first derivative has the form c (x y' + y x'), x and y among the
/// columns U = [I | Lambda B | Lambda B Psi B'] with B = (I - Beta)^-1, and c one half for variances; second derivatives
/// follow from the same columns. Worked out once for a model, in an order of
/// its own: see <see cref="Order"/>.
/// </summary>
internal sealed class DerivativeMap
{
    private readonly int observed;
    private readonly int structural;
    private readonly CompiledCell[] free;
    private DerivativeMap(CovarianceModel model)
    {
        observed = model.ObservedCount;
        structural = model.StructuralCount;
        Order = [.. Enumerable.Range(0, model.FreeCount).OrderBy(j => Tail(model.Free[j])).ThenBy(j => j)];
        free = [.. Order.Select(j => model.Free[j])];
        TailStart = free.Count(cell => Tail(cell) < 0);
        Reaches = ReachesOf(model);
        ColumnCount = observed + (2 * structural);
        X = [.. free.Select(cell => FirstColumn(cell))];
        Y = [.. free.Select(cell => SecondColumn(cell))];
        Scale = [.. free.Select(cell => cell.IsVariance ? 0.5 : 1)];
        Terms = [.. CurvatureTerms()];
        GatheredRows = [.. X.Take(TailStart).Concat(Y.Take(TailStart)).Distinct().Order()];
    }

    /// <summary>Number of columns of U: p + 2m.</summary>
    public int ColumnCount { get; }

    /// <summary>
    /// Position in the table of each parameter in the order used here: residual variances come last, in the order of the
    /// observed variables, so that their columns need no gathering.
    /// </summary>
    public int[] Order { get; }

    /// <summary>Where the residual variances begin.</summary>
    public int TailStart { get; }

    /// <summary>Columns that are x or y of a parameter before <see cref="TailStart"/>.</summary>
    public int[] GatheredRows { get; }

    /// <summary>Column x of each free parameter.</summary>
    public int[] X { get; }

    /// <summary>Column y of each free parameter.</summary>
    public int[] Y { get; }

    /// <summary>The factor c of each free parameter.</summary>
    public double[] Scale { get; }

    /// <summary>At (row, column), m x m: whether a path leads from the column's variable to the row's; elsewhere B is zero.</summary>
    public bool[] Reaches { get; }

    /// <summary>What second derivatives of Sigma add to the Hessian.</summary>
    public CurvatureTerm[] Terms { get; }

    public static DerivativeMap Of(CovarianceModel model) => new(model);

    /// <summary>Place of element (row, column) of B in the array of small matrices.</summary>
    public static int ElementOfInverse(int row, int column, int structural) => (row * PaddedKernels.Stride(structural)) + column;

    /// <summary>Place of element (row, column) of P = B Psi B' in the array of small matrices.</summary>
    public static int ElementOfCovariance(int row, int column, int structural) =>
        ((structural + row) * PaddedKernels.Stride(structural)) + column;

    private static int Tail(CompiledCell cell) => cell.Matrix == CompiledMatrix.Theta && cell.IsVariance ? cell.Row : -1;

    private int Image(int variable) => observed + variable;

    private int Spread(int variable) => observed + structural + variable;

    private int FirstColumn(CompiledCell cell) => cell.Matrix is CompiledMatrix.Lambda or CompiledMatrix.Theta ? cell.Row : Image(cell.Row);

    private int SecondColumn(CompiledCell cell) => cell.Matrix switch
    {
        CompiledMatrix.Lambda or CompiledMatrix.Beta => Spread(cell.Column),
        CompiledMatrix.Psi => Image(cell.Column),
        _ => cell.Column,
    };

    // tr(D d2Sigma) = 2 c_i [ (dx_i)'D y_i + x_i'D (dy_i) ], the derivatives of the columns taken with respect to j.
    private IEnumerable<CurvatureTerm> CurvatureTerms()
    {
        int columns = PaddedKernels.Stride(ColumnCount), stride = PaddedKernels.Stride(free.Length);
        for (var i = 0; i < free.Length; i++)
        {
            for (var j = i; j < free.Length; j++)
            {
                foreach (var (factor, column, element) in Derivative(X[i], j))
                    yield return new((i * stride) + j, (column * columns) + Y[i], element, 2 * Scale[i] * factor);
                foreach (var (factor, column, element) in Derivative(Y[i], j))
                    yield return new((i * stride) + j, (column * columns) + X[i], element, 2 * Scale[i] * factor);
            }
        }
    }

    private IEnumerable<(double Factor, int Column, int Element)> Derivative(int column, int parameter)
    {
        if (column < observed)
            return [];
        var cell = free[parameter];
        var variable = (column - observed) % structural;
        var terms = column < observed + structural ? OfImage(variable, cell) : OfSpread(variable, cell, Scale[parameter]);
        return terms.Where(term => term.Factor != 0);
    }

    // Column b of K = Lambda B.
    private IEnumerable<(double Factor, int Column, int Element)> OfImage(int b, CompiledCell cell) => cell.Matrix switch
    {
        CompiledMatrix.Lambda => [Term(cell.Row, cell.Column, b)],
        CompiledMatrix.Beta => [Term(Image(cell.Row), cell.Column, b)],
        _ => [],
    };

    // Column b of Q = Lambda P, P = B Psi B'.
    private IEnumerable<(double Factor, int Column, int Element)> OfSpread(int b, CompiledCell cell, double scale) => cell.Matrix switch
    {
        CompiledMatrix.Lambda => [(1, cell.Row, ElementOfCovariance(cell.Column, b, structural))],
        CompiledMatrix.Beta =>
            [(1, Image(cell.Row), ElementOfCovariance(cell.Column, b, structural)), Term(Spread(cell.Column), b, cell.Row)],
        CompiledMatrix.Psi =>
            [Term(Image(cell.Row), b, cell.Column, scale), Term(Image(cell.Column), b, cell.Row, scale)],
        _ => [],
    };

    // A product with B[row, column], which is zero unless a path leads from column to row.
    private (double Factor, int Column, int Element) Term(int column, int rowOfInverse, int columnOfInverse, double scale = 1) =>
        (Reaches[(rowOfInverse * structural) + columnOfInverse] ? scale : 0, column, ElementOfInverse(rowOfInverse, columnOfInverse, structural));

    private static bool[] ReachesOf(CovarianceModel model)
    {
        var m = model.StructuralCount;
        var reaches = new bool[m * m];
        for (var i = 0; i < m; i++)
            reaches[(i * m) + i] = true;
        foreach (var cell in model.Free.Concat(model.Fixed.Select(each => each.Cell)).Concat(model.SampleMoments.Select(each => each.Cell)).Where(cell => cell.Matrix == CompiledMatrix.Beta))
            reaches[(cell.Row * m) + cell.Column] = true;
        for (var k = 0; k < m; k++)
        {
            for (var i = 0; i < m; i++)
            {
                for (var j = 0; j < m && reaches[(i * m) + k]; j++)
                    reaches[(i * m) + j] |= reaches[(k * m) + j];
            }
        }

        return reaches;
    }
}
