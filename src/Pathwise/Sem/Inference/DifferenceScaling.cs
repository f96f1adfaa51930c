using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Inference;

/// <summary>What the difference of two plain chi-squares is divided by, and what is then added, where the data are not normal.</summary>
internal sealed record DifferenceScaling(double? Factor, double Shift = 0)
{
    /// <summary>The factor is null where it is undefined; an <see cref="InputException"/> where the method does not apply.</summary>
    public static DifferenceScaling Of(FitResult wide, FitResult narrow, NestingTest nesting, DifferenceMethod method)
    {
        var df = narrow.DegreesOfFreedom() - wide.DegreesOfFreedom();
        return df == 0 ? new((double?)null) : method switch
        {
            DifferenceMethod.Satorra2000 => Shifted(wide, narrow, df),
            DifferenceMethod.SatorraBentler2010 => new(nesting.Values is { } values ? Difference(wide.At(values), narrow) / df : null),
            _ => new(Difference(wide, narrow) / df),
        };
    }

    // Each model's scaling factor times its degrees of freedom, less the other's.
    private static double? Difference(FitResult wide, FitResult narrow)
    {
        var free = wide.DegreesOfFreedom() == 0 ? 0 : RobustCorrection.ScalingFactor(wide) * wide.DegreesOfFreedom();
        return (RobustCorrection.ScalingFactor(narrow) * narrow.DegreesOfFreedom()) - free;
    }

    // T a + b with a = sqrt(df / tr[(UG)^2]) and b = df - a tr(UG), as lavaan's scaled.shifted, which has the mean and the variance of a chi-square
    // (Asparouhov and Muthen 2010). UG has the traces of P^-1 A' (A P^-1 A')^-1 A P^-1 M, with the information P of the full model, its fourth-order
    // moments M = D' W G W D, and restrictions A on its parameters: what is orthogonal to the restricted model's derivatives, regressed on the full
    // model's (lavaan's A.method = "delta").
    private static DifferenceScaling Shifted(FitResult wide, FitResult narrow, int df)
    {
        if (wide.Options.Missing.NeedsMeans())
            throw new InputException("satorra.2000 needs complete cases; with missing values use satorra.bentler.2001 or satorra.bentler.2010.");
        if (wide.Table.HasMeanStructure != narrow.Table.HasMeanStructure)
            throw new InputException("satorra.2000 needs both models with means, or both without.");
        if (RobustCorrection.Parts(wide) is not { } parts)
            return new((double?)null);
        var (values, t) = (wide.Values.ToArray(), wide.Values.Count);
        var middle = wide.Method.Sandwich!.IsEachAtItsOwn ? Matrix<double>.Build.Dense(t, t, CaseScores.FourthOrder(wide.Structure, values, wide.Sample)) : parts.Middle;
        var restrictions = Restrictions(wide, narrow);
        var across = restrictions * parts.Inverse;
        var product = across.Transpose() * (across * restrictions.Transpose()).PseudoInverse() * across * middle;
        var slope = Math.Sqrt(df / (product * product).Trace());
        return new(1 / slope, df - (slope * product.Trace()));
    }

    /// <summary>The restrictions on the full model's parameters, r x t: what is orthogonal to the restricted model's derivatives, regressed on the full model's.</summary>
    public static Matrix<double> Restrictions(FitResult wide, FitResult narrow)
    {
        var basis = ParameterCovariance.Basis(wide, []);
        var (full, restricted) = (Derivatives(wide, wide), Derivatives(narrow, wide));
        full = basis is null ? full : full * basis;
        restricted = ParameterCovariance.Basis(narrow, []) is { } held ? restricted * held : restricted;
        var slopes = full.QR(QRMethod.Thin).Solve(restricted);
        var left = NullSpace.Of(slopes.Transpose(), slopes.RowCount).Transpose();
        return basis is null ? left : left * basis.Transpose();
    }

    // Derivatives of all groups' moments, groups and variables in the order of another fit.
    private static Matrix<double> Derivatives(FitResult fit, FitResult order)
    {
        var blocks = order.Table.GroupLabels.Select(label =>
        {
            var group = fit.Table.GroupLabels.ToList().IndexOf(label) + 1;
            var moments = fit.Given(group);
            if (moments.Responses is { } responses)
                return OfResponses(moments, fit.Values.Count, responses.StatisticCount);
            var all = MomentJacobian.Of(moments, MomentVector.Whole(fit.Table.ObservedVariables), fit.Values.Count);
            int[] rows = [.. Rows(fit.Table.ObservedVariables, order.Table.ObservedVariables)];
            return Matrix<double>.Build.Dense(rows.Length, all.ColumnCount, (i, j) => all[rows[i], j]);
        });
        return blocks.Aggregate((above, below) => above.Stack(below));
    }

    private static Matrix<double> OfResponses(ImpliedMoments moments, int parameters, int statistics) =>
        Matrix<double>.Build.Dense(statistics, parameters, ImpliedResponses.Derivatives(moments, ImpliedDerivatives.Of(moments), parameters));

    private static IEnumerable<int> Rows(IReadOnlyList<string> names, IReadOnlyList<string> order)
    {
        int[] at = [.. order.Select(name => names.ToList().IndexOf(name))];
        return MomentVector.Whole(order).All.Select(moment => moment.Kind == MomentKind.Mean
            ? MomentVector.PositionOfMean(at[moment.Row], at.Length)
            : MomentVector.PositionOfCovariance(at[moment.Row], at[moment.Column]));
    }
}
