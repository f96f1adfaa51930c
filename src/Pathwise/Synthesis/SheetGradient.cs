namespace Pathwise.Synthesis;

/// <summary>The exact statistics of a sheet and what each changed answer does to them.</summary>
internal sealed class SheetGradient
{
    private const double RelativeStep = 1e-3;

    private readonly SynthesisPlan plan;
    private readonly Workers workers;

    public SheetGradient(SynthesisPlan plan, Workers workers)
    {
        this.plan = plan;
        this.workers = workers;
    }

    /// <summary>Adds the statistics' effects to <paramref name="effects"/>, from central differences by each covariance and mean.</summary>
    public void AddTo(MoveEffects effects, AnswerSheet sheet, Reading centre)
    {
        var p = plan.Items;
        var count = plan.Statistics.Count;
        (int J, int K)[] directions = [.. from j in Enumerable.Range(0, p) from k in Enumerable.Range(0, j + 1) select (j, k)];
        var derivatives = new double[directions.Length][];
        workers.Run(directions.Length, (reading, i) => derivatives[i] = Difference(reading, centre, directions[i].J, directions[i].K));

        var matrix = new double[p * p];
        for (var s = 0; s < count; s++)
        {
            for (var i = 0; i < directions.Length; i++)
                matrix[(directions[i].J * p) + directions[i].K] = matrix[(directions[i].K * p) + directions[i].J] = derivatives[i][s];
            effects.Add(s, matrix, sheet, centre.Means, null, 1);
        }

        AddMeans(effects, centre);
    }

    private double[] Difference(Reading reading, Reading centre, int j, int k)
    {
        var p = plan.Items;
        var step = RelativeStep * Math.Sqrt(centre.Covariance[(j * p) + j] * centre.Covariance[(k * p) + k]);
        if (Shifted(reading, centre, j, k, step) is not { } up || Shifted(reading, centre, j, k, -step) is not { } down)
            return new double[plan.Statistics.Count];

        // A covariance stands twice in the matrix: half the derivative belongs to each place.
        for (var s = 0; s < up.Length; s++)
            up[s] = (up[s] - down[s]) / ((j == k ? 2 : 4) * step);
        return up;
    }

    private double[]? Shifted(Reading reading, Reading centre, int j, int k, double step)
    {
        var p = plan.Items;
        centre.Covariance.CopyTo(reading.Covariance, 0);
        centre.Means.CopyTo(reading.Means, 0);
        reading.Covariance[(j * p) + k] += step;
        if (j != k)
            reading.Covariance[(k * p) + j] += step;
        return reading.Fit(centre.Thetas) ? reading.Values() : null;
    }

    private void AddMeans(MoveEffects effects, Reading centre)
    {
        for (var s = 0; s < plan.Statistics.Count; s++)
        {
            if (plan.Statistics[s].Target.Kind != TargetKind.Mean)
                continue;
            var item = plan.Names.ToList().IndexOf(plan.Statistics[s].Target.Of);
            effects.AddMean(s, item, plan.IsReversed(item) ? -1 : 1);
        }
    }
}
