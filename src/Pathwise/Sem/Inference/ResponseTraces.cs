using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>
/// tr(U G) and tr(U G U G) with U = W - W D A D' W, A the inverse of D' W D, from products of t x t (Satorra and Bentler 1994): with B = D' W G W D and
/// C = D' W G W G W D they are tr(W G) - tr(A B) and tr(W G W G) - 2 tr(A C) + tr(A B A B).
/// </summary>
internal sealed record ResponseTraces(double Trace, double OfSquare)
{
    /// <summary>Of a fit of ordered variables; null when the information is singular.</summary>
    public static ResponseTraces? Of(FitResult fit)
    {
        var t = fit.Values.Count;
        if (t == 0 || fit.Inverse().Matrix is not { } inverse)
            return null;
        double trace = 0, square = 0;
        double[] b = new double[t * t], c = new double[t * t];
        var groups = ResponseSandwich.Groups(fit.Structure, [.. fit.Values], fit.Sample, fit.Method.Responses!.Value);
        foreach (var (group, sample) in groups.Zip(fit.Sample))
        {
            var (own, ofSquare) = group.Traces();
            (trace, square) = (trace + own, square + ofSquare);
            var share = (double)sample.Count / fit.CaseCount;
            VectorKernels.AddScaled(share, group.Product(group.Weighted, group.Spread), b);
            VectorKernels.AddScaled(share, group.Product(group.Spread, group.Weights.Times(group.Spread)), c);
        }

        var (first, second) = (inverse * Square(b, t), inverse * Square(c, t));
        return new(trace - first.Trace(), square - (2 * second.Trace()) + (first * first).Trace());
    }

    private static Matrix<double> Square(double[] symmetric, int t) => Matrix<double>.Build.Dense(t, t, symmetric);
}
