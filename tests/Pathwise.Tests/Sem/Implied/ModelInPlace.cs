using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;

namespace Pathwise.Tests.Sem.Implied;

/// <summary>A model with every kind of cell, and a point for it: two factors, a loop of none, an observed cause, means.</summary>
internal static class ModelInPlace
{
    public const string Syntax = "f =~ x1 + x2 + x3\ng =~ y1 + y2\ng ~ f + z\nx1 ~~ x2\ny1 ~~ z\nf ~ 1\nx1 ~ 0*1";

    public static ModelStructure Structure { get; } =
        ModelStructure.Of(ModelSpecification.Parse(Syntax).Table(new() { MeanStructure = true, FixedX = false }));

    /// <summary>No two values are alike, and none is special.</summary>
    public static double[] Point { get; } = [.. Enumerable.Range(0, Structure.FreeCount).Select(k => 0.6 + (0.1 * Math.Sin(3 * k)) + (0.01 * k))];

    public static ImpliedMoments At(double[] free)
    {
        var moments = new ImpliedMoments(Structure, 0);
        moments.Update(free);
        return moments;
    }
}
