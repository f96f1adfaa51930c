using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>Looks a fit over for what its reader must know.</summary>
internal static class FitWarnings
{
    private const double Tolerated = 1e-8;

    /// <summary>All warnings, the gravest first.</summary>
    public static IReadOnlyList<FitWarning> Of(FitResult fit) =>
    [
        .. NotConverged(fit),
        .. Restarted(fit),
        .. SaturatedWarnings.Of(fit),
        .. fit.Options.Missing.NeedsMeans() ? fit.Sample.SelectMany(Coverage.Warnings) : [],
        .. fit.Saturated.SelectMany(sample => SampleNotPositiveDefinite(fit, sample)),
        .. double.IsFinite(fit.Discrepancy) ? AtEstimates(fit) : [],
        .. SampleWarnings.Of(fit),
        .. RidgeRequirements.Warnings(fit),
        .. from sample in fit.Sample from note in sample.Responses?.Notes ?? [] select new FitWarning(note.Code, note.Message),
        .. MissingExogenous(fit),
    ];

    /// <summary>What decides whether a resample's estimates are used: how the search ended and whether they are proper.</summary>
    public static IReadOnlyList<FitWarning> OfReplicate(FitResult fit) =>
    [
        .. NotConverged(fit),
        .. fit.Saturated.SelectMany(sample => SampleNotPositiveDefinite(fit, sample)),
        .. double.IsFinite(fit.Discrepancy) ? Improper(fit) : [],
    ];

    private static IEnumerable<FitWarning> Improper(FitResult fit) =>
        [.. NegativeVariances(fit), .. NegativeResiduals(fit), .. Enumerable.Range(1, fit.Table.GroupCount).SelectMany(group => NotPositiveDefinite(fit, group))];

    private static IEnumerable<FitWarning> MissingExogenous(FitResult fit)
    {
        if (fit.CaseUse.Omitted.TryGetValue(OmissionReason.MissingExogenous, out var count))
        {
            yield return new("missing-exogenous", string.Create(
                CultureInfo.InvariantCulture,
                $"{count} of {fit.CaseUse.Total} cases were left out although missing values are dealt with: they miss a value of an exogenous variable ({string.Join(", ", fit.Table.ExogenousVariables)}), whose moments are held at the sample's. With fixed-x false they are used."));
        }
    }

    private static IEnumerable<FitWarning> AtEstimates(FitResult fit) =>
    [
        .. Identification.Check(fit),
        .. Identification.CheckVanishing(fit),
        .. Improper(fit),
        .. ThresholdOrder.Warnings(fit),
        .. Boundaries(fit),
        .. AtBounds(fit),
        .. UnstableLoops(fit),
        .. fit.Method.Caution is { } caution ? [caution] : Array.Empty<FitWarning>(),
    ];

    private static IEnumerable<FitWarning> Restarted(FitResult fit)
    {
        if (fit.Attempts.Count < 2 || fit.Attempts[0] is not { } first)
            yield break;
        var others = fit.Attempts.Count - 1;
        if (ReferenceEquals(first.End.Free, fit.Working.Values))
        {
            if (!first.IsMinimum)
                yield return new("restarted", $"The search was repeated from {others} other starting values; none led to a lower minimum at which the parameters are determined.");
            yield break;
        }

        var alike = fit.Attempts.Count(each => each.IsMinimum && Math.Abs(each.End.Value - fit.Discrepancy) < 1e-6 * (1 + Math.Abs(fit.Discrepancy)));
        var found = alike > 0 ? $"{alike} led to the minimum reported here" : "none led to a minimum, and the lowest end is reported here";
        yield return new(
            "restarted",
            $"The search from the usual starting values ended {End(first)}{ChiSquare(fit, first.End.Value)}; of {others} more, {found}{ChiSquare(fit, fit.Discrepancy)}.");
    }

    private static string ChiSquare(FitResult fit, double discrepancy) =>
        double.IsFinite(discrepancy) ? string.Create(CultureInfo.InvariantCulture, $" (chi-square {fit.Multiplier * discrepancy:0.###})") : "";

    private static string End(SearchAttempt attempt) => !attempt.End.Termination.HasConverged ? "without a minimum"
        : attempt.IsMinimum ? "in a higher minimum"
        : "where the data no longer tell the parameters apart";

    private static IEnumerable<FitWarning> NotConverged(FitResult fit)
    {
        if (fit.HasConverged)
            yield break;
        var (reason, iterations, gradient) = fit.Termination;
        var what = reason switch
        {
            StopReason.NoStart => "no discrepancy can be computed at the starting values",
            StopReason.ConstraintsNotMet => $"the constraints could not be met together; the estimates miss {string.Join(", ", Missed(fit))}",
            StopReason.TooManyIterations => "the largest number of iterations was reached",
            _ => "no step lowers the discrepancy any more",
        };
        yield return new("not-converged", string.Create(
            CultureInfo.InvariantCulture,
            $"Not converged after {iterations} iterations: {what}; largest gradient element {gradient:0.###E+00}. {Advice(reason)}"));
    }

    private static string Advice(StopReason reason) => reason == StopReason.ConstraintsNotMet
        ? "Change or drop one of the constraints."
        : "Try start() values, a simpler model, or look for a factor that its indicators hardly measure.";

    private static IEnumerable<string> Missed(FitResult fit) =>
        from constraint in fit.Table.Constraints
        let difference = constraint.Difference.Value([.. fit.Values])
        let miss = constraint.IsEquality ? Math.Abs(difference) : constraint.Operator == Operator.AtLeast ? -difference : difference
        where !(miss < Tolerated)
        select Text(constraint);

    private static string Text(Constraint constraint) => $"{constraint.Lhs} {constraint.Operator.Text()} {constraint.Rhs}";

    private static IEnumerable<FitWarning> SampleNotPositiveDefinite(FitResult fit, SampleMoments sample)
    {
        if (sample.Responses is null && DependentVariables(sample.Covariance, sample.Names) is { } names)
        {
            yield return new(
                "sample-not-positive-definite",
                $"The sample covariance matrix{In(fit, sample.Group)} is not positive definite; look at {names}.");
        }
    }

    private static IEnumerable<FitWarning> NegativeVariances(FitResult fit) =>
        from cells in fit.Structure.Groups
        from cell in cells
        where cell.Free >= 0 && cell.Row == cell.Column && cell.Matrix is ModelMatrix.Psi or ModelMatrix.Theta
        let row = fit.Table.Rows[cell.TableRow]
        where row.Operator == Operator.Covariance && Propriety.IsNegative(fit.Values[cell.Free], fit.Units[cell.Free])
        select new FitWarning("negative-variance", string.Create(
            CultureInfo.InvariantCulture,
            $"The variance {row.Lhs} ~~ {row.Rhs}{In(fit, fit.Table.GroupLabels[row.Group - 1])} is estimated negative: {fit.Values[row.Free - 1]:G6}."));

    // What the responses' variances leave, in the delta parameterization.
    private static IEnumerable<FitWarning> NegativeResiduals(FitResult fit)
    {
        if (fit.Structure.Responses is not { } layout)
            yield break;
        for (var g = 0; g < fit.Structure.Groups.Count; g++)
        {
            var moments = fit.Implied(g + 1);
            foreach (var cell in fit.Structure.Groups[g].Where(cell => cell.Matrix is (ModelMatrix.Theta or ModelMatrix.Psi) && layout.IsDetermined(cell)))
            {
                var (value, name) = (moments.Value(cell, []), fit.Table.Rows[cell.TableRow].Lhs);
                var at = fit.Sample[g].IndexOf(name);
                if (Propriety.IsNegative(value, moments.Sigma[(at * moments.Size) + at]))
                    yield return new("negative-variance", string.Create(CultureInfo.InvariantCulture, $"The residual variance {name} ~~ {name}{In(fit, fit.Table.GroupLabels[g])} is negative: {value:G6}."));
            }
        }
    }

    private static IEnumerable<FitWarning> NotPositiveDefinite(FitResult fit, int group)
    {
        var moments = fit.Implied(group);
        var (m, p) = (moments.LatentSize, moments.Size);
        var where = In(fit, fit.Table.GroupLabels[group - 1]);
        if (!Propriety.IsSemidefinite(moments.LatentCovariance, m, StructuralUnits(fit, group, moments)))
        {
            var psi = Matrix<double>.Build.Dense(m, m, moments.LatentCovariance.ToArray());
            var names = fit.Table.LatentVariables.Count == m ? "latent variables" : "latent variables and of the observed ones that are joined with them";
            yield return new(
                "latent-not-positive-definite",
                $"The covariance matrix of the {names}{where} is not positive definite; look at {WorstVariables(psi, fit.Structure.Latents)}.");
        }

        if (!Propriety.IsSemidefinite(moments.Theta, p, [.. fit.Saturated[group - 1].Covariance.Diagonal()]))
        {
            var theta = Matrix<double>.Build.Dense(p, p, moments.Theta.ToArray());
            yield return new(
                "residual-not-positive-definite",
                $"The covariance matrix of the residuals{where} is not positive definite; look at {WorstVariables(theta, fit.Structure.Observed)}.");
        }
    }

    // A variance that constraints hold at zero is no unit of itself.
    private static double[] StructuralUnits(FitResult fit, int group, ImpliedMoments moments)
    {
        var m = moments.LatentSize;
        var units = new double[m];
        for (var k = 0; k < m; k++)
            units[k] = Math.Abs(moments.LatentCovariance[(k * m) + k]);
        foreach (var cell in fit.Structure.Groups[group - 1].Where(cell => cell.Matrix == ModelMatrix.Psi && cell.Row == cell.Column && cell.Free >= 0))
            units[cell.Row] = Math.Max(units[cell.Row], fit.Units[cell.Free]);
        return units;
    }

    private static IEnumerable<FitWarning> UnstableLoops(FitResult fit)
    {
        if (fit.StabilityIndex is >= 1 and var index)
        {
            yield return new("unstable-loop", string.Create(
                CultureInfo.InvariantCulture,
                $"The stability index of the feedback loops is {index:0.000}, not below 1: effects that go round a loop grow without end, so indirect and total effects along it do not exist, although (I - B)^-1 gives numbers for them."));
        }
    }

    private static IEnumerable<FitWarning> Boundaries(FitResult fit)
    {
        var inequalities = fit.Table.Constraints.Where(constraint => !constraint.IsEquality).ToArray();
        return fit.ActiveInequalities.Select(k => new FitWarning(
            "boundary",
            $"The estimates lie on the boundary of {Text(inequalities[k])}; standard errors take it as an equality."));
    }

    private static IEnumerable<FitWarning> AtBounds(FitResult fit)
    {
        if (fit.AtBounds.Count > 0)
        {
            yield return new(
                "at-bound",
                $"Bounds ({fit.Options.Bounds.Text()}) hold {string.Join(", ", fit.AtBounds.Select(held => $"{held}{In(fit, fit.Table.GroupLabels[held.Parameter.Group - 1])}"))}; standard errors and the test take no notice of bounds.");
        }
    }

    /// <summary>The variables whose combination has hardly any variance, or null when the matrix is positive definite.</summary>
    private static string? DependentVariables(Matrix<double> covariance, IReadOnlyList<string> names)
    {
        var factor = covariance.ToRowMajorArray();
        return Cholesky.TryFactor(factor, names.Count) ? null : WorstVariables(covariance, names);
    }

    private static string WorstVariables(Matrix<double> matrix, IReadOnlyList<string> names)
    {
        var n = names.Count;
        var scaled = Matrix<double>.Build.Dense(n, n, (i, j) =>
            matrix[i, j] / Math.Sqrt(Math.Max(Math.Abs(matrix[i, i] * matrix[j, j]), 1e-300)));
        var vector = SymmetricEigen.Of(scaled.ToRowMajorArray(), n).Vectors.AsSpan((n - 1) * n, n).ToArray();
        var largest = vector.Max(Math.Abs);
        return string.Join(", ", names.Where((_, i) => Math.Abs(vector[i]) > 0.3 * largest));
    }

    /// <summary>Which group a sentence is about; nothing where there is one.</summary>
    internal static string In(FitResult fit, string group) => fit.Table.GroupCount == 1 ? "" : $" of group {group}";
}
