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
    public static IReadOnlyList<ModificationIndex> ModificationIndices(this FitResult fit) => double.IsFinite(fit.Discrepancy) ? Build(fit.Working) : [];

    private static List<ModificationIndex> Build(FitResult fit)
    {
        var extended = ExtendedTable.Of(fit);
        var structure = ModelStructure.Of(extended.Table).With(fit.Saturated);
        int[] held = fit.Structure.Responses is not null ? [] : [.. fit.Table.HeldVariables().Select(fit.Sample[0].IndexOf)];
        var objective = Discrepancies.Build(structure, fit.Sample, fit.Saturated, fit.Options, held);
        var gradient = new double[extended.Values.Length];
        objective.Gradient(extended.Values, gradient);
        var information = Matrix<double>.Build.Dense(gradient.Length, gradient.Length, objective.Information());
        var t = fit.Values.Count;
        var inverse = t == 0 ? null : ParameterCovariance.Inverse(information.SubMatrix(0, t, 0, t).ToRowMajorArray(), ParameterCovariance.Basis(fit));
        if (t > 0 && inverse is null)
            return [];
        var scale = new ChangeScale(fit);

        var factor = fit.Method.SlopeFactor(fit.Multiplier, fit.CaseCount);
        var result = new List<ModificationIndex>();
        foreach (var index in extended.Candidates)
        {
            var row = extended.Table.Rows[index];
            var k = row.Free - 1;
            var left = information[k, k] - (inverse is null ? 0 : information.Column(k, 0, t) * inverse * information.Column(k, 0, t));
            if (left > fit.Method.LeastShare * information[k, k])
                result.Add(scale.Index(row, fit.CaseCount * factor * factor * gradient[k] * gradient[k] / (4 * left), -factor * gradient[k] / (2 * left)));
        }

        result.AddRange(fit.Table.Rows.Where(row => row.IsSampleMoment && row.Operator == Operator.Covariance && row.Lhs != row.Rhs)
            .Select(row => new ModificationIndex(row.Lhs, row.Operator, row.Rhs, row.Group, 0, 0, 0, null, 0)));
        return result;
    }
}
