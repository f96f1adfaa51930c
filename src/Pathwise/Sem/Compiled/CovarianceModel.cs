using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Compiled;

/// <summary>
/// A model of one covariance matrix, compiled for fitting it very often: Sigma = Lambda (I - Beta)^-1 Psi (I - Beta)^-T Lambda' +
/// Theta. Observed variables that take part in regressions are structural variables with a loading of one and no residual.
/// Never changed once made; any number of workers may share it.
/// </summary>
internal sealed class CovarianceModel
{
    /// <summary>The table it was compiled from.</summary>
    public required ParameterTable Table { get; init; }

    /// <summary>The p observed variables, in the order of the sample's rows and columns.</summary>
    public required IReadOnlyList<string> Observed { get; init; }

    /// <summary>The m structural variables: latent ones, then observed ones that take part in regressions.</summary>
    public required IReadOnlyList<string> Structural { get; init; }

    /// <summary>Place of each of the t free parameters, in the order of the table.</summary>
    public required CompiledCell[] Free { get; init; }

    /// <summary>Position of each of them among the free parameters of the table.</summary>
    public required int[] Positions { get; init; }

    /// <summary>How its means are treated; with structured ones the last variable, observed and structural, is the constant.</summary>
    public MeanTreatment Means { get; init; }

    /// <summary>Fixed parameters that are not zero.</summary>
    public required (CompiledCell Cell, double Value)[] Fixed { get; init; }

    /// <summary>Parameters held at a sample moment (fixed.x): the place, and row and column in the matrix that is fitted.</summary>
    public required (CompiledCell Cell, int Row, int Column)[] SampleMoments { get; init; }

    /// <summary>Starting values of the user, null where there are none.</summary>
    public required double?[] Starts { get; init; }

    /// <summary>For each structural variable the observed variable that gives it its unit, or -1.</summary>
    public required int[] Markers { get; init; }

    /// <summary>Places in Beta that are loadings, of latent variables on others or of observed ones that regress as well.</summary>
    public required IReadOnlySet<CompiledCell> LoadingCells { get; init; }

    /// <summary>Number of observed variables.</summary>
    public int ObservedCount => Observed.Count;

    /// <summary>Number of structural variables.</summary>
    public int StructuralCount => Structural.Count;

    /// <summary>True when the last variable is the constant.</summary>
    public bool HasConstant => Means == MeanTreatment.Structured;

    /// <summary>Number of structural variables but for the constant.</summary>
    public int VariableCount => StructuralCount - (HasConstant ? 1 : 0);

    /// <summary>The structural variables but for the constant.</summary>
    public IEnumerable<string> Variables => Structural.Take(VariableCount);

    /// <summary>Number of free parameters.</summary>
    public int FreeCount => Free.Length;

    /// <summary>
    /// A sample moment that a cell is held at: with a constant, covariances of the variables themselves are what its slopes leave of their
    /// moments about zero.
    /// </summary>
    public double Moment(ReadOnlySpan<double> fitted, CompiledCell cell, int row, int column)
    {
        var p = ObservedCount;
        var moment = fitted[(row * p) + column];
        return HasConstant && cell.Matrix >= CompiledMatrix.Psi
            ? moment - (fitted[(row * p) + p - 1] * fitted[(column * p) + p - 1])
            : moment;
    }

    /// <summary>Position of a structural variable, or -1.</summary>
    public int IndexOfStructural(string name)
    {
        for (var i = 0; i < Structural.Count; i++)
        {
            if (Structural[i] == name)
                return i;
        }

        return -1;
    }
}
