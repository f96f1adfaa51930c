using Pathwise.Numerics;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>
/// tr(U G) and tr(U G U G) with U = W - W D A D' W, A the inverse of D' W D, from products of t x t (Satorra and Bentler 1994): with B = D' W G W D and
/// C = D' W G W G W D they are tr(W G) - tr(A B) and tr(W G W G) - 2 tr(A C) + tr(A B A B).
/// </summary>
internal sealed record ResidualTraces(double Trace, double OfSquare)
{
    /// <summary>Of a fit by a robust estimator; null when the information is singular.</summary>
    public static ResidualTraces? Of(FitResult raw)
    {
        var fit = raw.Working;
        var t = fit.Values.Count;
        if (t == 0 || fit.Inverse().Matrix is not { } inverse)
            return null;
        double trace = 0, square = 0;
        double[] b = new double[t * t], c = new double[t * t];
        foreach (var (group, sample) in (fit.Structure.Responses is null ? OfMoments(fit) : OfResponses(fit)).Zip(fit.Sample))
        {
            (trace, square) = (trace + group.Trace, square + group.OfSquare);
            var share = (double)sample.Count / fit.CaseCount;
            VectorKernels.AddScaled(share, group.B, b);
            VectorKernels.AddScaled(share, group.C, c);
        }

        return OfProducts(inverse.ToRowMajorArray(), b, c, (trace, square));
    }

    // The traces of A B, A C and A B A B, of which one product is needed.
    private static ResidualTraces OfProducts(double[] inverse, double[] b, double[] c, (double Trace, double OfSquare) own)
    {
        var t = (int)Math.Sqrt(inverse.Length);
        double[] product = new double[t * t], transposed = new double[t * t];
        FlatMatrix.Multiply(inverse, b, product, t, t, t);
        FlatMatrix.Transpose(product, transposed, t, t);
        return new(
            own.Trace - VectorKernels.Dot(inverse, b),
            own.OfSquare - (2 * VectorKernels.Dot(inverse, c)) + VectorKernels.Dot(product, transposed));
    }

    private static IEnumerable<Part> OfResponses(FitResult fit)
    {
        foreach (var group in ResponseSandwich.Groups(fit.Structure, [.. fit.Values], fit.Sample, fit.Method.Responses!.Value))
        {
            var (own, ofSquare) = group.Traces();
            yield return new(own, ofSquare, group.Product(group.Weighted, group.Spread), group.Product(group.Spread, group.Weights.Times(group.Spread)));
        }
    }

    // The saturated model has the moments themselves for parameters: its information is W, the middle of its sandwich W G W.
    private static IEnumerable<Part> OfMoments(FitResult fit)
    {
        for (var group = 1; group <= fit.Table.GroupCount; group++)
        {
            var saturated = SaturatedGroup.AtModel(fit, group);
            var (weights, middle, derivatives) = (saturated.Information(fit.Options.InformationUsed()), saturated.Middle(fit.Method.Sandwich!.Middle), saturated.Derivatives());
            var spread = weights.Solve(middle);
            var slopes = middle * derivatives;
            yield return new(
                spread.Trace(),
                (spread * spread).Trace(),
                derivatives.TransposeThisAndMultiply(slopes).ToRowMajorArray(),
                slopes.TransposeThisAndMultiply(weights.Solve(slopes)).ToRowMajorArray());
        }
    }

    /// <summary>One group's tr(W G), tr(W G W G), B and C.</summary>
    private sealed record Part(double Trace, double OfSquare, double[] B, double[] C);
}
