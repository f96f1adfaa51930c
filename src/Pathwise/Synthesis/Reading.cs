using Pathwise.Numerics;
using Pathwise.Sem.Compiled;

namespace Pathwise.Synthesis;

/// <summary>
/// What one covariance matrix shows: the fits of the model and of the fuller models, and the targets' statistics. Working
/// memory of one worker.
/// </summary>
internal sealed class Reading
{
    private readonly SynthesisPlan plan;
    private readonly double[] factor;

    public Reading(SynthesisPlan plan)
    {
        this.plan = plan;
        Fitters = [.. plan.Models.Select(model => new CovarianceFitter(model))];
        Solutions = [.. plan.Models.Select(model => new Solution(model))];
        Thetas = [.. plan.Models.Select(model => new double[model.FreeCount])];
        Discrepancies = new double[Fitters.Length];
        Implied = new double[plan.Items * plan.Items];
        Covariance = new double[plan.Items * plan.Items];
        Means = new double[plan.Items];
        factor = new double[plan.Items * plan.Items];
    }

    public CovarianceFitter[] Fitters { get; }

    public Solution[] Solutions { get; }

    /// <summary>Estimates of the last fits, model by model.</summary>
    public double[][] Thetas { get; }

    public double[] Discrepancies { get; }

    /// <summary>The sample's covariance, p x p, divisor N - 1.</summary>
    public double[] Covariance { get; }

    public double[] Means { get; }

    /// <summary>Covariance that the model implies at its estimates.</summary>
    public double[] Implied { get; }

    /// <summary>Chi-square of the model in which all items are uncorrelated.</summary>
    public double Baseline { get; private set; }

    public double ChiSquare(int model) => plan.Targets.Multiplier * Discrepancies[model];

    /// <summary>
    /// Fits the models to <see cref="Covariance"/> from the given starting values (null: from none); false when one does not
    /// converge or a matrix is not positive definite.
    /// </summary>
    public bool Fit(double[][]? starts)
    {
        if (!TakeBaseline())
            return false;
        for (var k = 0; k < Fitters.Length; k++)
        {
            if (!Fit(k, starts?[k]))
                return false;
        }

        return Solutions[0].Structure.Implied(Thetas[0], Implied);
    }

    /// <summary>Reads the sheet's moments and fits; see <see cref="Fit(double[][])"/>.</summary>
    public bool Fit(AnswerSheet sheet, double[][]? starts)
    {
        sheet.Covariance(Covariance);
        for (var j = 0; j < plan.Items; j++)
            Means[j] = sheet.Mean(j);
        return Fit(starts);
    }

    /// <summary>Fits the model alone to <see cref="Covariance"/>; false when that fails.</summary>
    public bool FitModel(double[]? start) => Fit(0, start);

    /// <summary>The exact targets' statistics at the last fit.</summary>
    public double[] Values()
    {
        var values = new double[plan.Statistics.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = plan.Statistics[i].Value(this);
        return values;
    }

    private bool Fit(int model, double[]? start)
    {
        if (!Fitters[model].Fit(Covariance, start).HasConverged())
            return false;
        Fitters[model].Values.CopyTo(Thetas[model]);
        Discrepancies[model] = Fitters[model].Discrepancy;
        return Solutions[model].Take(Thetas[model]);
    }

    private bool TakeBaseline()
    {
        var p = plan.Items;
        Covariance.CopyTo(factor, 0);
        if (!Cholesky.TryFactor(factor, p))
            return false;
        var sum = -Cholesky.LogDeterminant(factor, p);
        for (var j = 0; j < p; j++)
            sum += PortableMath.Log(Covariance[(j * p) + j]);
        Baseline = plan.Targets.Multiplier * sum;
        return true;
    }
}
