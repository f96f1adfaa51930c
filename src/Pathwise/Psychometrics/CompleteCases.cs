using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Psychometrics;

/// <summary>The cases that have a value in each of some columns: n x p, and how many cases were left out because one was missing.</summary>
internal sealed class CompleteCases
{
    private CompleteCases(IReadOnlyList<string> names, Matrix<double> values, int leftOut)
    {
        Names = names;
        Values = values;
        LeftOut = leftOut;
    }

    public IReadOnlyList<string> Names { get; }

    public Matrix<double> Values { get; }

    public int LeftOut { get; }

    public int Count => Values.RowCount;

    /// <summary>The complete cases of these columns; fewer than <paramref name="least"/>, or a column that does not vary in them, are an <see cref="InputException"/>.</summary>
    public static CompleteCases Of(DataTable table, IReadOnlyList<string> names, int least = 2)
    {
        if (names.Count == 0)
            throw new InputException($"{table.Source}: there are no items to analyse.");
        var columns = names.Select(table.Numbers).ToArray();
        var complete = Enumerable.Range(0, table.Count).Where(i => columns.All(column => !double.IsNaN(column[i]))).ToArray();
        if (complete.Length < least)
            throw new InputException($"{table.Source}: {complete.Length} cases have a value in each of {string.Join(", ", names)}; at least {least} are needed.");
        var values = Matrix<double>.Build.Dense(complete.Length, names.Count, (i, j) => columns[j][complete[i]]);
        RequireVarying(table, names, values);
        return new CompleteCases(names, values, table.Count - complete.Length);
    }

    private static void RequireVarying(DataTable table, IReadOnlyList<string> names, Matrix<double> values)
    {
        for (var j = 0; j < names.Count; j++)
        {
            if (values.RowCount > 1 && Moments.IsConstant(values.Column(j)))
                throw new InputException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{table.Source}: the variable {names[j]} has no variance: it is {values[0, j]} in each of the {values.RowCount} cases that have a value in all of {string.Join(", ", names)}."));
        }
    }

    /// <summary>The complete cases of a survey's items, reverse-keyed items recoded.</summary>
    public static CompleteCases Of(SurveyData survey, IReadOnlyList<string> items) => Of(survey.Recode().Table, items);
}
