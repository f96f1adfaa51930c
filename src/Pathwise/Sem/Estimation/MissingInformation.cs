using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>
/// How much of the information of complete cases is missing: the covariance matrix of the complete cases' scores given what is observed (Louis
/// 1982). With W = LL' the covariances of a pattern's missing values, P = V dSigma V and t = V dmu it is tr(P_a W P_b W) / 2 +
/// (P_a d + t_a)'W (P_b d + t_b) for a completed case at distance d: a few outer products of vectors of t elements.
/// </summary>
internal sealed class MissingInformation
{
    private readonly CompletedMoments completed;
    private readonly IReadOnlyList<MissingPattern> patterns;
    private readonly int p, count;
    private readonly int[] positions;
    private readonly double[] u, w, t;
    private readonly double[] root, left, right, mean, distance, alongU, alongW;
    private OuterProducts products = new(0, 1);

    /// <summary>What is missing in these directions, at the moments of the last update of the completed ones.</summary>
    public MissingInformation(CompletedMoments completed, IReadOnlyList<MissingPattern> patterns, ImpliedDerivatives derivatives, int size)
    {
        (this.completed, this.patterns, p) = (completed, patterns, size);
        (positions, count) = (derivatives.Positions, derivatives.Positions.Length);
        (u, w, t) = (Weighted(derivatives.U), Weighted(derivatives.W), Weighted(derivatives.Mu));
        (root, distance) = (new double[p * p], new double[p]);
        (left, right, mean) = (new double[count * p], new double[count * p], new double[count * p]);
        (alongU, alongW) = (new double[count], new double[count]);
    }

    /// <summary>Adds the first term alone: what the product of two patterns' parts leaves in the expected information.</summary>
    public void AddExpected(double weight, Span<double> information)
    {
        products = new((int)Math.Sqrt(information.Length), 1);
        for (var k = 0; k < patterns.Count; k++)
        {
            var n = Turn(k);
            AddSpreads(n, Math.Sqrt(weight * patterns[k].Share));
        }

        products.AddTo(information);
    }

    /// <summary>Takes what is missing off the observed information of completed cases.</summary>
    public void SubtractObserved(double[] mu, double weight, Span<double> information)
    {
        products = new((int)Math.Sqrt(information.Length), -1);
        for (var k = 0; k < patterns.Count; k++)
        {
            var (n, factor) = (Turn(k), Math.Sqrt(weight * patterns[k].Share));
            if (n == 0)
                continue;
            AddSpreads(n, factor);
            completed.Distance(k, mu, root, distance);
            AddShifts(n, factor, hasMean: true);
            for (var row = 0; row * patterns[k].Observed.Length < patterns[k].Roots.Length; row++)
            {
                completed.Root(k, row, root, distance);
                AddShifts(n, factor, hasMean: false);
            }
        }

        products.AddTo(information);
    }

    private double[] Weighted(double[] rows)
    {
        var result = new double[rows.Length];
        FlatMatrix.Multiply(rows, completed.Inverse, result, count, p, p);
        return result;
    }

    // The rows of V U, V W and V dmu at a pattern's missing variables, times L'.
    private int Turn(int k)
    {
        var at = completed.Condition(k, root);
        var n = at.Length;
        for (var a = 0; a < count; a++)
        {
            for (var i = 0; i < n; i++)
            {
                double x = 0, y = 0, z = 0;
                for (var j = 0; j <= i; j++)
                {
                    var (share, from) = (root[(i * n) + j], (a * p) + at[j]);
                    (x, y, z) = (x + (share * u[from]), y + (share * w[from]), z + (share * t[from]));
                }

                (left[(a * n) + i], right[(a * n) + i], mean[(a * n) + i]) = (x, y, z);
            }
        }

        return n;
    }

    private void AddSpreads(int n, double factor)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var scale = factor * (i == j ? Math.Sqrt(0.5) : 1);
                for (var a = 0; a < count; a++)
                    products[positions[a]] += scale * ((left[(a * n) + i] * right[(a * n) + j]) + (right[(a * n) + i] * left[(a * n) + j]));
                products.Next();
            }
        }
    }

    private void AddShifts(int n, double factor, bool hasMean)
    {
        for (var a = 0; a < count; a++)
            (alongU[a], alongW[a]) = (VectorKernels.Dot(u.AsSpan(a * p, p), distance), VectorKernels.Dot(w.AsSpan(a * p, p), distance));
        for (var i = 0; i < n; i++)
        {
            for (var a = 0; a < count; a++)
            {
                products[positions[a]] += factor * ((left[(a * n) + i] * alongW[a]) + (right[(a * n) + i] * alongU[a])
                    + (hasMean ? mean[(a * n) + i] : 0));
            }

            products.Next();
        }
    }
}
