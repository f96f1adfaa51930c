using Pathwise.Numerics;

namespace Pathwise.Sem.Implied;

/// <summary>
/// The statistics of responses that one group's moments imply, and their derivatives: thresholds d (tau - mu) and means of continuous variables with
/// their sign turned, slopes d Lambda A on covariates, variances of continuous variables, and d_i d_j Sigma_ij, with the scale d one over the standard
/// deviation of a response (a parameter in the delta parameterization) and one for continuous variables. In the order of a sample's statistics. With
/// covariates the moments are those given that these are zero (<see cref="ModelStructure.GivenCovariates"/>).
/// </summary>
internal static class ImpliedResponses
{
    /// <summary>Writes the q statistics at the last update of the moments.</summary>
    public static void Write(ImpliedMoments moments, Span<double> target)
    {
        var (layout, p, at) = (moments.Responses!, moments.Size, 0);
        foreach (var j in layout.Modelled)
        {
            if (!layout.IsOrdered[j])
                target[at++] = -moments.Mu[j];
            for (var t = 0; t < layout.Count(j); t++)
                target[at++] = moments.Scales[j] * (moments.Thresholds[layout.First[j] + t] - moments.Mu[j]);
        }

        foreach (var x in layout.Covariates)
        {
            foreach (var j in layout.Modelled)
                target[at++] = x < 0 ? 0 : moments.Scales[j] * moments.TotalLoadings[(j * moments.LatentSize) + x];
        }

        foreach (var j in layout.Modelled)
        {
            if (!layout.IsOrdered[j])
                target[at++] = moments.Sigma[(j * p) + j];
        }

        for (var a = 0; a < layout.Modelled.Length; a++)
        {
            for (var b = a + 1; b < layout.Modelled.Length; b++)
            {
                var (i, j) = (layout.Modelled[a], layout.Modelled[b]);
                target[at++] = moments.Scales[i] * moments.Scales[j] * moments.Sigma[(i * p) + j];
            }
        }
    }

    /// <summary>Derivatives by all t free parameters at the last update, t x q and row-major: a row for each parameter.</summary>
    public static double[] Derivatives(ImpliedMoments moments, ImpliedDerivatives source, int parameters)
    {
        var result = new double[parameters * moments.Responses!.StatisticCount];
        WriteDerivatives(moments, source, result);
        return result;
    }

    /// <summary>Writes the same.</summary>
    public static void WriteDerivatives(ImpliedMoments moments, ImpliedDerivatives source, Span<double> result)
    {
        var (layout, row) = (moments.Responses!, new double[moments.Responses!.StatisticCount]);
        result.Clear();
        for (var k = 0; k < source.Positions.Length; k++)
        {
            if (source.Cells[k] is { Matrix: ModelMatrix.Tau, Row: var j, Column: var t })
            {
                result[(source.Positions[k] * layout.StatisticCount) + layout.Place(j) + t] += moments.Scales[j];
                continue;
            }

            new Cell(moments, source, k).Write(row);
            VectorKernels.AddScaled(1, row, result.Slice(source.Positions[k] * layout.StatisticCount, layout.StatisticCount));
        }
    }

    /// <summary>The derivatives by one free cell.</summary>
    private readonly ref struct Cell(ImpliedMoments moments, ImpliedDerivatives source, int k)
    {
        private readonly int p = moments.Size;
        private readonly ModelCell cell = source.Cells[k];
        private readonly ReadOnlySpan<double> u = source.U.AsSpan(k * moments.Size, moments.Size);
        private readonly ReadOnlySpan<double> w = source.W.AsSpan(k * moments.Size, moments.Size);
        private readonly ReadOnlySpan<double> mu = source.Mu.AsSpan(k * moments.Size, moments.Size);

        public void Write(Span<double> row)
        {
            var (layout, at) = (moments.Responses!, 0);
            Span<double> scales = p <= 256 ? stackalloc double[p] : new double[p];
            for (var j = 0; j < p; j++)
                scales[j] = Scale(layout, j);
            foreach (var j in layout.Modelled)
            {
                if (!layout.IsOrdered[j])
                    row[at++] = -mu[j];
                for (var t = 0; t < layout.Count(j); t++)
                    row[at++] = (scales[j] * (moments.Thresholds[layout.First[j] + t] - moments.Mu[j])) - (moments.Scales[j] * mu[j]);
            }

            foreach (var x in layout.Covariates)
            {
                foreach (var j in layout.Modelled)
                    row[at++] = x < 0 ? 0 : Slope(j, x, scales[j]);
            }

            foreach (var j in layout.Modelled)
            {
                if (!layout.IsOrdered[j])
                    row[at++] = 2 * u[j] * w[j];
            }

            for (var a = 0; a < layout.Modelled.Length; a++)
            {
                for (var b = a + 1; b < layout.Modelled.Length; b++)
                    row[at++] = Covariance(layout.Modelled[a], layout.Modelled[b], scales);
            }
        }

        private double Covariance(int i, int j, ReadOnlySpan<double> scales) =>
            (moments.Scales[i] * moments.Scales[j] * ((u[i] * w[j]) + (w[i] * u[j])))
            + (((scales[i] * moments.Scales[j]) + (moments.Scales[i] * scales[j])) * moments.Sigma[(i * p) + j]);

        // Lambda A moves by the vector u of a coefficient times the row of A that it stands before.
        private double Slope(int j, int x, double scale)
        {
            var m = moments.LatentSize;
            var moved = cell.Matrix is ModelMatrix.Lambda or ModelMatrix.Beta ? u[j] * moments.Total[(cell.Column * m) + x] : 0;
            return (moments.Scales[j] * moved) + (scale * moments.TotalLoadings[(j * m) + x]);
        }

        private double Scale(ResponseLayout layout, int j) =>
            !layout.IsOrdered[j] ? 0
            : layout.IsDelta ? cell.Matrix == ModelMatrix.Delta && cell.Row == j ? 1 : 0
            : -Math.Pow(moments.Scales[j], 3) * u[j] * w[j];
    }
}
