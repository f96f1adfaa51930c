namespace Pathwise.Sem.Estimation;

/// <summary>
/// What the minimiser lowers: the discrepancy, with an augmented Lagrangian for the constraints that are not linear equalities
/// (Hestenes 1969; Powell 1969; Rockafellar 1973).
/// </summary>
internal sealed class Merit
{
    private readonly Objective objective;
    private readonly ConstraintSet constraints;
    private readonly double[] equalityMultipliers, inequalityMultipliers, slope, curvature;

    public Merit(Objective objective, ConstraintSet constraints)
    {
        (this.objective, this.constraints) = (objective, constraints);
        (equalityMultipliers, inequalityMultipliers) = (new double[constraints.NonlinearCount], new double[constraints.InequalityCount]);
        (slope, curvature) = (new double[objective.Count], new double[objective.Count * objective.Count]);
    }

    /// <summary>The weight of violations.</summary>
    public double Penalty { get; set; } = 1;

    /// <summary>True when there is anything beyond the discrepancy.</summary>
    public bool HasPenalties => equalityMultipliers.Length + inequalityMultipliers.Length > 0;

    /// <summary>Inequalities that push: those with a positive multiplier.</summary>
    public IReadOnlyList<int> Active => [.. Enumerable.Range(0, inequalityMultipliers.Length).Where(k => inequalityMultipliers[k] > 1e-9)];

    /// <summary>Value and, when room for it is given, gradient.</summary>
    public double Value(ReadOnlySpan<double> free, Span<double> gradient)
    {
        var value = gradient.IsEmpty ? objective.Value(free) : objective.Gradient(free, gradient);
        if (!HasPenalties || !double.IsFinite(value))
            return value;
        for (var k = 0; k < equalityMultipliers.Length; k++)
        {
            var c = constraints.Equality(k, free, slope);
            value += (equalityMultipliers[k] * c) + (Penalty * c * c / 2);
            AddScaled(equalityMultipliers[k] + (Penalty * c), gradient);
        }

        for (var k = 0; k < inequalityMultipliers.Length; k++)
        {
            var pressure = Math.Max(0, inequalityMultipliers[k] - (Penalty * constraints.Inequality(k, free, slope)));
            value += ((pressure * pressure) - (inequalityMultipliers[k] * inequalityMultipliers[k])) / (2 * Penalty);
            AddScaled(-pressure, gradient);
        }

        return double.IsNaN(value) ? double.PositiveInfinity : value;
    }

    /// <summary>
    /// Curvature at the last point, t x t: twice the information, expected or observed, and the penalties' part. The next one overwrites it: matrices
    /// of many parameters are too large to be made at each step.
    /// </summary>
    public double[] Curvature(double[] free, bool isObserved)
    {
        var result = curvature;
        Array.Clear(result);
        if (isObserved)
            objective.AddObservedInformation(free, result);
        else
            objective.AddInformation(result);
        for (var i = 0; i < result.Length; i++)
            result[i] *= 2;
        for (var k = 0; k < equalityMultipliers.Length; k++)
        {
            constraints.Equality(k, free, slope);
            AddOuter(result);
        }

        for (var k = 0; k < inequalityMultipliers.Length; k++)
        {
            if (inequalityMultipliers[k] - (Penalty * constraints.Inequality(k, free, slope)) > 0)
                AddOuter(result);
        }

        return result;
    }

    /// <summary>Moves the multipliers to what the last minimum says, and returns the largest violation.</summary>
    public double UpdateMultipliers(ReadOnlySpan<double> free)
    {
        double worst = 0;
        for (var k = 0; k < equalityMultipliers.Length; k++)
        {
            var c = constraints.Equality(k, free, slope);
            equalityMultipliers[k] += Penalty * c;
            worst = Math.Max(worst, Math.Abs(c));
        }

        for (var k = 0; k < inequalityMultipliers.Length; k++)
        {
            var g = constraints.Inequality(k, free, slope);
            var before = inequalityMultipliers[k];
            inequalityMultipliers[k] = Math.Max(0, before - (Penalty * g));
            worst = Math.Max(worst, Math.Abs(inequalityMultipliers[k] - before) / Penalty);
        }

        return worst;
    }

    private void AddScaled(double factor, Span<double> gradient)
    {
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] += factor * slope[i];
    }

    private void AddOuter(double[] matrix)
    {
        for (var i = 0; i < slope.Length; i++)
        {
            for (var j = 0; j < slope.Length; j++)
                matrix[(i * slope.Length) + j] += Penalty * slope[i] * slope[j];
        }
    }
}
