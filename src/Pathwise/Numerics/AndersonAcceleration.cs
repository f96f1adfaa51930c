namespace Pathwise.Numerics;

/// <summary>
/// Speeds up an iteration x = g(x) that converges linearly: the next point is the combination of the last images whose residuals g(x) - x
/// would be smallest if g were linear (Anderson 1965; Walker and Ni 2011). Scratch memory of one iteration.
/// </summary>
internal sealed class AndersonAcceleration(int size, int depth)
{
    // A difference that is a combination of newer ones up to this says nothing new.
    private const double Smallest = 1e-7;

    private readonly double[][] residualSteps = [.. Enumerable.Range(0, depth).Select(_ => new double[size])];
    private readonly double[][] imageSteps = [.. Enumerable.Range(0, depth).Select(_ => new double[size])];
    private readonly double[][] basis = [.. Enumerable.Range(0, depth).Select(_ => new double[size])];
    private readonly double[] lastResidual = new double[size], lastImage = new double[size], residual = new double[size];
    private int count = -1;

    /// <summary>Forgets all points.</summary>
    public void Reset() => count = -1;

    /// <summary>Takes a point and its image, and writes the point to go to; false, and nothing is written, for the first one.</summary>
    public bool TryNext(ReadOnlySpan<double> point, ReadOnlySpan<double> image, Span<double> next)
    {
        for (var i = 0; i < size; i++)
            residual[i] = image[i] - point[i];
        if (++count > 0)
        {
            var (newest, images) = (residualSteps[(count - 1) % depth], imageSteps[(count - 1) % depth]);
            for (var i = 0; i < size; i++)
                (newest[i], images[i]) = (residual[i] - lastResidual[i], image[i] - lastImage[i]);
        }

        residual.CopyTo(lastResidual, 0);
        image.CopyTo(lastImage);
        if (count == 0)
            return false;
        image.CopyTo(next);
        Combine(next);
        return true;
    }

    // Least squares of the residual on its steps by Gram and Schmidt, the newest first; each step of the images is orthogonalised along, so
    // that its coefficient is known at once.
    private void Combine(Span<double> next)
    {
        var used = Math.Min(count, depth);
        var along = new double[used][];
        var kept = 0;
        for (var back = 1; back <= used; back++)
        {
            var (step, move) = (residualSteps[(count - back) % depth], imageSteps[(count - back) % depth].ToArray());
            var target = basis[kept];
            step.CopyTo(target, 0);
            var before = Math.Sqrt(VectorKernels.Dot(step, step));
            for (var pass = 0; pass < 2; pass++)
            {
                for (var k = 0; k < kept; k++)
                {
                    var share = VectorKernels.Dot(target, basis[k]);
                    VectorKernels.AddScaled(-share, basis[k], target);
                    VectorKernels.AddScaled(-share, along[k], move);
                }
            }

            var length = Math.Sqrt(VectorKernels.Dot(target, target));
            if (!(length > Smallest * before))
                continue;
            for (var i = 0; i < size; i++)
                (target[i], move[i]) = (target[i] / length, move[i] / length);
            along[kept++] = move;
            var coefficient = VectorKernels.Dot(residual, target);
            VectorKernels.AddScaled(-coefficient, target, residual);
            VectorKernels.AddScaled(-coefficient, move, next);
        }
    }
}
