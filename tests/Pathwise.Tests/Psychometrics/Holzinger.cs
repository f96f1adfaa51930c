using MathNet.Numerics.LinearAlgebra;
using Pathwise.Psychometrics;
using Pathwise.Tables;

namespace Pathwise.Tests.Psychometrics;

/// <summary>Nine ability tests of 301 pupils (Holzinger and Swineford 1939): three visual, three textual, three of speed.</summary>
internal static class Holzinger
{
    public static readonly string[] Items = ["x1", "x2", "x3", "x4", "x5", "x6", "x7", "x8", "x9"];

    public static readonly IReadOnlyList<int>[] Scales = [[0, 1, 2], [3, 4, 5], [6, 7, 8]];

    public static DataTable Table => DataTable.Read(Repository.Fixture("psych", "holzinger.csv"));

    public static DataTable Incomplete => DataTable.Read(Repository.Fixture("psych", "holzinger-missing.csv"));

    public static Matrix<double> Values => CompleteCases.Of(Table, Items).Values;

    public static Matrix<double> Scale(int scale) => CompleteCases.Of(Table, Scales[scale].Select(i => Items[i]).ToArray()).Values;
}
