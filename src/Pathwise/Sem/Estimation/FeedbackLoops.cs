using Pathwise.Numerics;
using Pathwise.Sem.Implied;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// The coefficients that lie on feedback loops, and starts beyond det(I - B) = 0. Where that determinant vanishes the discrepancy is not
/// defined, so a search never crosses from loops whose gain is below one to loops whose gain is above, or back.
/// </summary>
internal sealed class FeedbackLoops
{
    /// <summary>Number of starts beyond.</summary>
    public const int StartCount = 8;

    private const int Stream = 7_919;
    private readonly List<(ModelCell Cell, double Unit)> cells = [];

    /// <param name="structure">Its sample moments are filled in.</param>
    /// <param name="start">A start at which the structural variables have variances.</param>
    public FeedbackLoops(ModelStructure structure, double[] start)
    {
        for (var g = 0; g < structure.Groups.Count; g++)
        {
            var coefficients = Coefficients(structure, g);
            var reach = Reach(coefficients, structure.Latents.Count);
            var loops = coefficients.Where(cell => cell.Free >= 0 && reach[cell.Row, cell.Column] && structure.Table.Rows[cell.TableRow].Start is null).ToArray();
            if (loops.Length == 0)
                continue;
            var moments = new ImpliedMoments(structure, g);
            moments.Update(start);
            double Deviation(int i) => Math.Sqrt(Math.Abs(moments.LatentCovariance[(i * moments.LatentSize) + i]));
            cells.AddRange(loops.Select(cell => (cell, Deviation(cell.Row) / Deviation(cell.Column))).Where(each => double.IsFinite(each.Item2)));
        }
    }

    /// <summary>True where no free coefficient without a starting value of its own lies on a loop.</summary>
    public bool AreAbsent => cells.Count == 0;

    /// <summary>Start k, from 0: first all coefficients of loops alike, once positive and once negative, then of any sign and size.</summary>
    public double[] Beyond(double[] start, int k)
    {
        var beyond = (double[])start.Clone();
        foreach (var (cell, unit) in cells)
            beyond[cell.Free] = unit * Gain(k, RandomStream.For(Stream + k, cell.Free));
        return beyond;
    }

    /// <summary>Whether any coefficient of a group, counted from 0, lies on a loop.</summary>
    public static bool HasLoops(ModelStructure structure, int group)
    {
        var coefficients = Coefficients(structure, group);
        var reach = Reach(coefficients, structure.Latents.Count);
        return Array.Exists(coefficients, cell => reach[cell.Row, cell.Column]);
    }

    private static ModelCell[] Coefficients(ModelStructure structure, int group) =>
        [.. structure.Groups[group].Where(cell => cell.Matrix == ModelMatrix.Beta && (cell.Free >= 0 || cell.Fixed != 0))];

    private static double Gain(int k, RandomStream random) => k switch
    {
        0 => 1.5,
        1 => -1.5,
        _ => (random.NextUniform() < 0.5 ? -1 : 1) * (0.7 + (1.5 * random.NextUniform())),
    };

    // Whether variable i has an effect, along any path, on variable j.
    private static bool[,] Reach(ModelCell[] coefficients, int count)
    {
        var reach = new bool[count, count];
        foreach (var cell in coefficients)
            reach[cell.Column, cell.Row] = true;
        for (var k = 0; k < count; k++)
        {
            for (var i = 0; i < count; i++)
            {
                for (var j = 0; reach[i, k] && j < count; j++)
                    reach[i, j] |= reach[k, j];
            }
        }

        return reach;
    }
}
