using System.Runtime.Intrinsics;
using Pathwise.Numerics;
using Lanes = System.Runtime.Intrinsics.Vector256<double>;

namespace Pathwise.Sem.Compiled.FourAtOnce;

/// <content>Gradients and Hessians at the points evaluated last.</content>
internal sealed unsafe partial class LaneEvaluation
{
    /// <summary>
    /// Prepares derivatives at the last points and writes the gradients, in the order of the map. The curvature will be the Hessian's
    /// expectation in the lanes of the mask <paramref name="isExpectation"/>: at S = Sigma, where E is zero, both are the same.
    /// </summary>
    public void Differentiate(Lanes* gradient, Lanes isExpectation)
    {
        this.isExpectation = isExpectation;
        Excess();
        Products(g);
        Products(e);
        var two = Vector256.AndNot(Vector256.Create(2.0), isExpectation);
        for (var r = 0; r < map.ColumnCount; r++)
        {
            for (var c = r * rowOfU; c < (r * rowOfU) + map.ColumnCount; c++)
                v[c] = g[c] + (two * e[c]);
        }

        for (var j = 0; j < t; j++)
            gradient[j] = Vector256.Create(-2 * map.Scale[j]) * e[(map.X[j] * rowOfU) + map.Y[j]];
    }

    /// <summary>Writes the upper triangles of the Hessians or of their expectations. Needs <see cref="Differentiate"/> at the same points.</summary>
    public void Curvature(Lanes* hessian)
    {
        fixed (int* x = map.X, y = map.Y)
        fixed (double* scales = map.Scale)
        {
            for (var i = 0; i < map.TailStart; i++)
                Row(i, x, y, scales, hessian + (i * rowOfT));
            for (var i = map.TailStart; i < t; i++)
                TailRow(i, x, hessian + (i * rowOfT));
        }

        foreach (ref readonly var term in pattern.Terms.AsSpan())
            hessian[term.Target] -= Vector256.AndNot(Vector256.Create(term.Factor), isExpectation) * e[term.Residual] * small[term.Element];
    }

    /// <summary>E = W (S W - I).</summary>
    private void Excess()
    {
        for (var i = 0; i < p; i++)
        {
            new Span<Lanes>(half + (i * rowOfP), rowOfP).Clear();
            new Span<Lanes>(e + (i * rowOfU), rowOfP).Clear();
            half[(i * rowOfP) + i] = Lanes.One;
        }

        for (var i = 0; i < p; i += 2)
        {
            for (var j = 0; j < p; j += 4)
                LaneKernels.SubtractTile(sample + i, rowOfP, g + j, rowOfU, half + (i * rowOfP) + j, rowOfP, p);
        }

        for (var i = 0; i < p; i += 2)
        {
            for (var j = i & ~3; j < p; j += 4)
                LaneKernels.SubtractTile(g + i, rowOfU, half + j, rowOfP, e + (i * rowOfU) + j, rowOfU, p);
        }

        for (var i = 0; i < p; i++)
        {
            for (var j = i + 1; j < p; j++)
                e[(j * rowOfU) + i] = e[(i * rowOfU) + j];
        }
    }

    /// <summary>Completes U'(.)U for a matrix in its first p rows and columns: U = [I | Lambda B | Lambda P].</summary>
    private void Products(Lanes* target)
    {
        new Span<Lanes>(timesLambda, p * m).Clear();
        foreach (var (j, a) in pattern.Lambda)
            LaneKernels.AddScaled(lambda[(a * p) + j], target + (j * rowOfU), timesLambda + (a * p), p);
        for (var b = 0; b < m; b++)
        {
            Columns(small + b, pattern.ReachedBy[b], target, p + b);
            Columns(small + (m * rowOfM) + b, pattern.All, target, p + m + b);
        }

        new Span<Lanes>(between, m * rowOfM).Clear();
        foreach (var (j, a) in pattern.Lambda)
        {
            for (var b = 0; b < m; b++)
                between[(a * rowOfM) + b] += lambda[(a * p) + j] * timesLambda[(b * p) + j];
        }

        SmallProducts(target + (p * rowOfU) + p);
    }

    /// <summary>(.) Lambda times a column of B or P, into a column and a row of the target.</summary>
    private void Columns(Lanes* column, int[] places, Lanes* target, int at)
    {
        for (var i = 0; i < p; i++)
        {
            var sum = Lanes.Zero;
            foreach (var a in places)
                sum += column[a * rowOfM] * timesLambda[(a * p) + i];
            target[(at * rowOfU) + i] = target[(i * rowOfU) + at] = sum;
        }
    }

    /// <summary>The blocks of K = Lambda B and Q = Lambda P from Lambda'(.)Lambda.</summary>
    private void SmallProducts(Lanes* target)
    {
        var covariance = small + (m * rowOfM);
        for (var a = 0; a < m; a++)
        {
            for (var b = 0; b < m; b++)
            {
                betweenInverse[(a * rowOfM) + b] = Sum(between + (a * rowOfM), pattern.ReachedBy[b], small + b);
                betweenSpread[(a * rowOfM) + b] = Sum(between + (a * rowOfM), pattern.All, covariance + b);
            }
        }

        for (var a = 0; a < m; a++)
        {
            for (var b = 0; b < m; b++)
            {
                target[(a * rowOfU) + m + b] = target[((m + b) * rowOfU) + a] = Cross(small + a, pattern.ReachedBy[a], betweenSpread + b);
                if (b > a)
                    continue;
                target[(a * rowOfU) + b] = target[(b * rowOfU) + a] = Cross(small + a, pattern.ReachedBy[a], betweenInverse + b);
                target[((m + a) * rowOfU) + m + b] = target[((m + b) * rowOfU) + m + a] = Cross(covariance + a, pattern.All, betweenSpread + b);
            }
        }
    }

    private Lanes Cross(Lanes* left, int[] places, Lanes* right)
    {
        var sum = Lanes.Zero;
        foreach (var c in places)
            sum += left[c * rowOfM] * right[c * rowOfM];
        return sum;
    }

    // With V = G - 2D, G = U'WU and D = -E: c_i c_j [ Gxx Vyy + Vxx Gyy + Gxy Vyx + Vxy Gyx ].
    private void Row(int i, int* x, int* y, double* scales, Lanes* row)
    {
        Lanes* gx = g + (x[i] * rowOfU), gy = g + (y[i] * rowOfU), vx = v + (x[i] * rowOfU), vy = v + (y[i] * rowOfU);
        for (var j = i; j < map.TailStart; j++)
        {
            int xj = x[j], yj = y[j];
            var straight = (gx[xj] * vy[yj]) + (vx[xj] * gy[yj]);
            var crossed = (gx[yj] * vy[xj]) + (vx[yj] * gy[xj]);
            row[j] = Vector256.Create(scales[i] * scales[j]) * (straight + crossed);
        }

        var scale = Vector256.Create(scales[i]);
        for (var j = map.TailStart; j < t; j++)
            row[j] = scale * ((gx[x[j]] * vy[x[j]]) + (vx[x[j]] * gy[x[j]]));
    }

    // The same where x and y of both are one variable each.
    private void TailRow(int i, int* x, Lanes* row)
    {
        Lanes* gx = g + (x[i] * rowOfU), vx = v + (x[i] * rowOfU);
        for (var j = i; j < t; j++)
            row[j] = gx[x[j]] * vx[x[j]];
    }
}
