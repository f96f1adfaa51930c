using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>What freeing fixed parameters would gain (Sorbom 1989), from the expected information.</summary>
public static class Modification
{
    /// <summary>
    /// One modification index for each parameter that is fixed or left out, in the table's order; those that freeing would leave
    /// unidentified are omitted. Covariances that are held at the sample's gain nothing, and stand last with zeros as lavaan lists them.
    /// </summary>
    public static IReadOnlyList<ModificationIndex> ModificationIndices(this FitResult fit) => double.IsFinite(fit.Discrepancy) ? Build(fit) : [];

    private static List<ModificationIndex> Build(FitResult fit)
    {
        var extended = ExtendedTable.Of(fit);
        var structure = ModelStructure.Of(extended.Table).With(fit.Saturated);
        var held = fit.Table.Rows.Where(row => row.IsSampleMoment).Select(row => fit.Sample[0].IndexOf(row.Lhs)).Distinct().ToArray();
        var objective = Discrepancies.Build(structure, fit.Sample, fit.Saturated, fit.Options, held);
        var gradient = new double[extended.Values.Length];
        objective.Gradient(extended.Values, gradient);
        var information = Matrix<double>.Build.Dense(gradient.Length, gradient.Length, objective.Information());
        var t = fit.Values.Count;
        var own = t == 0 ? [] : information.SubMatrix(0, t, 0, t).ToRowMajorArray();
        if (ParameterCovariance.Inverse(own, ParameterCovariance.Basis(fit)) is not { } inverse)
            return [];
        var scale = new ChangeScale(fit);

        // As lavaan has it: the information counts all cases, the slope of least squares one less in each group.
        var factor = fit.Options.IsLikelihood() ? 1 : fit.Multiplier / fit.CaseCount;
        var result = new List<ModificationIndex>();
        foreach (var index in extended.Candidates)
        {
            var row = extended.Table.Rows[index];
            var k = row.Free - 1;
            var cross = information.Column(k, 0, t);
            var left = information[k, k] - (cross * inverse * cross);
            if (left > 1e-8 * information[k, k])
                result.Add(scale.Index(row, fit.CaseCount * factor * factor * gradient[k] * gradient[k] / (4 * left), -factor * gradient[k] / (2 * left)));
        }

        result.AddRange(fit.Table.Rows.Where(row => row.IsSampleMoment && row.Operator == Operator.Covariance && row.Lhs != row.Rhs)
            .Select(row => new ModificationIndex(row.Lhs, row.Operator, row.Rhs, row.Group, 0, 0, 0, null, 0)));
        return result;
    }
}
