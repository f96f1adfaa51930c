using Pathwise.Numerics;
using Pathwise.Sem.Specification;

namespace Pathwise.Synthesis;

/// <summary>
/// Draws answer sheets whose exact statistics are already near the targets: a population in which the printed effects hold, a
/// sample whose covariance departs from it by a residual of the wanted size that the model cannot see, rounded to the scale.
/// </summary>
internal sealed class CandidateGenerator
{
    private readonly SynthesisPlan plan;
    private readonly double? baseline;

    public CandidateGenerator(SynthesisPlan plan)
    {
        this.plan = plan;
        baseline = BaselineWindow.Of(plan) is { } window ? 0.5 * (window.Lower + window.Upper) : null;
    }

    /// <summary>A sheet, or null when this draw led to none.</summary>
    public AnswerSheet? Draw(RandomStream stream)
    {
        var population = new Population(plan);
        var items = DrawItems(stream);
        var loadings = DrawLoadings(stream, population.Loadings);
        var normal = DrawRows(stream);
        var shape = Shape(population, loadings, items.Variances, normal, 1);
        if (shape is not null && baseline is { } wanted)
            shape = Rescaled(population, loadings, items.Variances, normal, wanted);
        return shape is null ? null : Rounded(normal, shape, items.Means);
    }

    // The baseline chi-square grows with the loadings: a common factor brings it to what CFI and TLI imply.
    private double[]? Rescaled(Population population, double[] loadings, double[] variances, double[] normal, double wanted)
    {
        double low = 0.8, high = 1.2;
        double[]? best = null;
        for (var step = 0; step < 9; step++)
        {
            var factor = 0.5 * (low + high);
            var shape = Shape(population, loadings, variances, normal, factor);
            if (shape is not null)
                best = shape;
            if (shape is null || Baseline(shape) > wanted)
                high = factor;
            else
                low = factor;
        }

        return best is not null && Math.Abs(Baseline(best) - wanted) < 0.02 * wanted ? best : null;
    }

    private double Baseline(double[] covariance)
    {
        var p = plan.Items;
        var factor = (double[])covariance.Clone();
        if (!Cholesky.TryFactor(factor, p))
            return double.PositiveInfinity;
        var sum = -Cholesky.LogDeterminant(factor, p);
        for (var j = 0; j < p; j++)
            sum += PortableMath.Log(covariance[(j * p) + j]);
        return plan.Targets.Multiplier * sum;
    }

    private double[]? Shape(Population population, double[] loadings, double[] variances, double[] normal, double factor)
    {
        var p = plan.Items;
        var covariance = new double[p * p];
        double[] scaled = [.. loadings.Select(loading => Math.Min(0.97, loading * factor))];
        var theta = population.Solve(scaled, variances, covariance);
        return theta is null ? null : new ResidualShape(plan).Apply(covariance, theta, Whitened(normal));
    }

    private (double[] Means, double[] Variances) DrawItems(RandomStream stream)
    {
        double length = plan.Targets.Highest - plan.Targets.Lowest;
        var mean = plan.Targets.Ranges.Mean ?? (plan.Targets.Lowest + (length / 3), plan.Targets.Highest - (length / 3));
        var deviation = plan.Targets.Ranges.StandardDeviation ?? (0.2 * length, 0.27 * length);
        double[] means = new double[plan.Items], variances = new double[plan.Items];
        for (var j = 0; j < plan.Items; j++)
        {
            means[j] = Printed(TargetKind.Mean, j) ?? Between(stream, mean);
            if (plan.IsReversed(j))
                means[j] = plan.Targets.Lowest + plan.Targets.Highest - means[j];
            var sd = Printed(TargetKind.StandardDeviation, j) ?? Between(stream, deviation);
            variances[j] = sd * sd;
        }

        return (means, variances);
    }

    private double? Printed(TargetKind kind, int item) => plan.Targets.Targets
        .FirstOrDefault(target => target.Kind == kind && target.Of == plan.Names[item]) is { } target
            ? (double)target.Printed.Value : null;

    private double[] DrawLoadings(RandomStream stream, IReadOnlyList<Parameter> rows)
    {
        var ranges = plan.Targets.Ranges;
        var centres = new Dictionary<string, double>();
        var loadings = new double[rows.Count];
        for (var i = 0; i < loadings.Length; i++)
        {
            if (ranges.Loadings.TryGetValue($"{rows[i].Lhs} =~ {rows[i].Rhs}", out var own))
            {
                loadings[i] = Between(stream, own);
                continue;
            }

            var range = ranges.Loadings.TryGetValue(rows[i].Lhs, out var named) ? named : ranges.Loading;
            if (!centres.TryGetValue(rows[i].Lhs, out var centre))
                centres[rows[i].Lhs] = centre = Between(stream, range);
            loadings[i] = centre + (0.16 * (stream.NextUniform() - 0.5));
        }

        return loadings;
    }

    /// <summary>N x p standard normals; some respondents answer more extremely than others, as people do.</summary>
    private double[] DrawRows(RandomStream stream)
    {
        var p = plan.Items;
        var spread = 0.5 * stream.NextUniform();
        var normal = new double[plan.Targets.Respondents * p];
        for (var row = 0; row < plan.Targets.Respondents; row++)
        {
            var extremity = PortableMath.Exp(spread * stream.NextNormal());
            for (var j = 0; j < p; j++)
                normal[(row * p) + j] = extremity * stream.NextNormal();
        }

        return Standardized(normal);
    }

    private double[] Standardized(double[] normal)
    {
        int n = plan.Targets.Respondents, p = plan.Items;
        var square = Math.Sqrt(normal.Sum(x => x * x) / normal.Length);
        for (var j = 0; j < p; j++)
        {
            var mean = 0.0;
            for (var row = 0; row < n; row++)
                mean += normal[(row * p) + j] / n;
            for (var row = 0; row < n; row++)
                normal[(row * p) + j] = (normal[(row * p) + j] - mean) / square;
        }

        return normal;
    }

    /// <summary>Sample covariance of the rows less the identity: the residual that chance would give.</summary>
    private double[] Whitened(double[] normal)
    {
        var covariance = Covariance(normal);
        for (var j = 0; j < plan.Items; j++)
            covariance[(j * plan.Items) + j] -= 1;
        return covariance;
    }

    private double[] Covariance(double[] rows)
    {
        int n = plan.Targets.Respondents, p = plan.Items;
        var covariance = new double[p * p];
        for (var row = 0; row < n; row++)
        {
            for (var j = 0; j < p; j++)
                VectorKernels.AddScaled(rows[(row * p) + j] / (n - 1), rows.AsSpan(row * p, p), covariance.AsSpan(j * p, p));
        }

        return covariance;
    }

    // Rounding adds the variance of its error, 1/12, to every item: it is taken off first.
    private AnswerSheet? Rounded(double[] normal, double[] covariance, double[] means)
    {
        int n = plan.Targets.Respondents, p = plan.Items;
        var own = Covariance(normal);
        var wanted = (double[])covariance.Clone();
        for (var j = 0; j < p; j++)
            wanted[(j * p) + j] -= 1.0 / 12;
        if (!Cholesky.TryFactor(own, p) || !Cholesky.TryFactor(wanted, p))
            return null;

        var answers = new int[n * p];
        var row = new double[p];
        for (var i = 0; i < n; i++)
        {
            normal.AsSpan(i * p, p).CopyTo(row);
            Cholesky.SolveLower(own, p, row);
            for (var j = 0; j < p; j++)
            {
                var value = means[j] + VectorKernels.Dot(wanted.AsSpan(j * p, j + 1), row.AsSpan(0, j + 1));
                answers[(i * p) + j] = (int)Math.Clamp(Math.Round(value), plan.Targets.Lowest, plan.Targets.Highest);
            }
        }

        return new AnswerSheet(n, p, plan.Targets.Lowest, plan.Targets.Highest, answers);
    }

    private static double Between(RandomStream stream, (double Low, double High) range) =>
        range.Low + (stream.NextUniform() * (range.High - range.Low));
}
