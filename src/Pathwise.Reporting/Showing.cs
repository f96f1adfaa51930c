using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Pathwise.Reporting.Designs;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Intervals;

namespace Pathwise.Reporting;

/// <summary>
/// Lists and matrices as tables. Results of a type of their own are shown by themselves; what C# knows only as a list of
/// rows or as a matrix is shown by this verb.
/// </summary>
public static class Showing
{
    /// <summary>Any rows: one line for each, the columns that their type is shown with, or one for each of their facts.</summary>
    public static Table Show<T>(this IReadOnlyList<T> rows, string? caption = null)
        where T : notnull
    {
        var table = Registry.Rows(typeof(T), rows);
        return caption is null ? table : table.Under(caption);
    }

    /// <summary>Standardized effects with standard errors and intervals.</summary>
    public static Table ShowStandardized(this IReadOnlyList<EffectEstimate> effects, string caption = "Standardized effects") =>
        EffectDesign.Of(effects, caption, isStandardized: true);

    /// <summary>A matrix of validity under a caption.</summary>
    public static Table Show(this ValidityMatrix matrix, string caption) => ScaleDesign.Of(matrix, caption);

    /// <summary>A matrix, its rows and columns named where names are given.</summary>
    public static Table Show(this Matrix<double> matrix, IReadOnlyList<string>? rows = null, IReadOnlyList<string>? columns = null, string caption = "", int decimals = 3) =>
        MatrixDesign.Of(matrix, rows, columns ?? rows, caption, decimals);

    /// <summary>A vector, its elements named where names are given.</summary>
    public static Table Show(this Vector<double> vector, IReadOnlyList<string>? names = null, string caption = "", int decimals = 3) =>
        MatrixDesign.Of(vector, names, caption, decimals);
}
