using Pathwise.Numerics;
using Pathwise.Sem.Specification;

namespace Pathwise.Synthesis;

/// <summary>The function that computes each kind of target from the fitted models.</summary>
internal sealed class StatisticFunctions(SynthesisPlan plan)
{
    public Func<Reading, double> Of(Target target)
    {
        var fuller = plan.PlaceOf(target.Adds);
        return target.Kind switch
        {
            TargetKind.ChiSquare => r => r.ChiSquare(0),
            TargetKind.PValue => r => ChiSquareDistribution.UpperTail(r.ChiSquare(0), plan.DegreesOfFreedom(0)),
            TargetKind.Tli => Tli,
            TargetKind.Cfi => Cfi,
            TargetKind.Rmsea => Rmsea,
            TargetKind.Srmr => Srmr,
            TargetKind.ChiSquareDifference => r => r.ChiSquare(0) - r.ChiSquare(fuller),
            TargetKind.PValueDifference => r => ChiSquareDistribution.UpperTail(
                r.ChiSquare(0) - r.ChiSquare(fuller), plan.DegreesOfFreedom(0) - plan.DegreesOfFreedom(fuller)),
            TargetKind.TotalEffect => Total(target),
            TargetKind.StandardizedEstimate => Estimate(target, fuller),
            TargetKind.Correlation => Correlation(target.Of, target.From),
            TargetKind.Mean => Mean(Item(target.Of)),
            TargetKind.StandardDeviation => Deviation(Item(target.Of)),
            TargetKind.AverageVarianceExtracted => FactorMeasures.AverageVarianceExtracted(Indicators(target.Of)),
            TargetKind.CompositeReliability => FactorMeasures.CompositeReliability(Indicators(target.Of)),
            TargetKind.LargestHtmt => FactorMeasures.LargestHtmt(plan),
            TargetKind.FornellLarckerMargin => FactorMeasures.FornellLarckerMargin(plan),
            TargetKind.SmallestVarianceShare => FactorMeasures.SmallestVarianceShare(plan.Tables[0]),
            TargetKind.SecondEigenvalue => SecondEigenvalue,
            _ => throw new ArgumentOutOfRangeException(nameof(target), target.Kind, "Not a statistic of one fit."),
        };
    }

    private double Tli(Reading r)
    {
        double df = plan.DegreesOfFreedom(0), independent = plan.Items * (plan.Items - 1) / 2;
        return ((r.Baseline / independent) - (r.ChiSquare(0) / df)) / ((r.Baseline / independent) - 1);
    }

    private double Cfi(Reading r)
    {
        var misfit = Math.Max(r.ChiSquare(0) - plan.DegreesOfFreedom(0), 0);
        return 1 - (misfit / Math.Max(misfit, r.Baseline - (plan.Items * (plan.Items - 1) / 2)));
    }

    private double Rmsea(Reading r)
    {
        var df = plan.DegreesOfFreedom(0);
        return Math.Sqrt(Math.Max(r.ChiSquare(0) - df, 0) / (df * plan.Targets.Multiplier));
    }

    private double Srmr(Reading r)
    {
        var p = plan.Items;
        var sum = 0.0;
        for (var j = 0; j < p; j++)
        {
            for (var k = 0; k <= j; k++)
            {
                var residual = (r.Covariance[(j * p) + k] - r.Implied[(j * p) + k])
                    / Math.Sqrt(r.Covariance[(j * p) + j] * r.Covariance[(k * p) + k]);
                sum += residual * residual;
            }
        }

        return Math.Sqrt(sum / (p * (p + 1) / 2));
    }

    private Func<Reading, double> Total(Target target)
    {
        int from = plan.Structural(target.From), to = plan.Structural(target.Of);
        return r => r.Solutions[0].Total(from, to);
    }

    private Func<Reading, double> Estimate(Target target, int model)
    {
        var first = plan.Row(target.Of, model);
        if (target.Minus.Length == 0)
            return r => r.Solutions[model].Standardized(first.Operator, first.Lhs, first.Rhs);
        var second = plan.Row(target.Minus, model);
        return r => r.Solutions[model].Standardized(first.Operator, first.Lhs, first.Rhs)
            - r.Solutions[model].Standardized(second.Operator, second.Lhs, second.Rhs);
    }

    private Func<Reading, double> Correlation(string one, string other)
    {
        var p = plan.Items;
        if (plan.Tables[0].LatentVariables.Contains(one))
        {
            int a = plan.Structural(one), b = plan.Structural(other);
            return r => r.Solutions[0].Correlation(a, b);
        }

        int i = Item(one), j = Item(other);
        return r => r.Covariance[(i * p) + j] / Math.Sqrt(r.Covariance[(i * p) + i] * r.Covariance[(j * p) + j]);
    }

    private Func<Reading, double> Mean(int item)
    {
        if (plan.IsReversed(item))
            return r => plan.Targets.Lowest + plan.Targets.Highest - r.Means[item];
        return r => r.Means[item];
    }

    private Func<Reading, double> Deviation(int item) => r => Math.Sqrt(r.Covariance[(item * plan.Items) + item]);

    private double SecondEigenvalue(Reading r)
    {
        var p = plan.Items;
        var correlation = new double[p * p];
        for (var j = 0; j < p; j++)
        {
            for (var k = 0; k < p; k++)
                correlation[(j * p) + k] = r.Covariance[(j * p) + k] / Math.Sqrt(r.Covariance[(j * p) + j] * r.Covariance[(k * p) + k]);
        }

        return SymmetricEigen.Of(correlation, p).Values[1];
    }

    private Parameter[] Indicators(string factor)
    {
        Parameter[] rows = [.. plan.Tables[0].Rows.Where(row => row.Operator == Operator.Loading && row.Lhs == factor)];
        return rows.Length > 0 ? rows : throw new InputException($"{plan.Targets.Source}: '{factor}' is not a factor of the model.");
    }

    private int Item(string name) => plan.Models[0].Observed.ToList().IndexOf(name) is >= 0 and var place
        ? place
        : throw new InputException($"{plan.Targets.Source}: '{name}' is not an item of the model. It has: {string.Join(", ", plan.Names)}.");
}
