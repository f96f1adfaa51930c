using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>
/// Derivatives of the standardized values of a table's rows by the free parameters, t for each row. A value that is multiplied and divided by
/// standard deviations moves with the parameter itself and with the variances: v* = v s, dv* = s dv + v* d(ln s).
/// </summary>
internal sealed class StandardizedSlopes
{
    private readonly FitResult fit;
    private readonly bool areAllStandardized;
    private readonly HashSet<string> latent;
    private readonly List<string> observedNames, latentNames;
    private readonly Standardization standardization;
    private readonly ImpliedMoments[] moments;
    private readonly ImpliedMoments[] given;
    private readonly ImpliedDerivatives[] derivatives, conditional;
    private readonly Dictionary<(int Group, string Name), double[]> variances = [], residuals = [];

    public StandardizedSlopes(FitResult fit, bool areAllStandardized)
    {
        (this.fit, this.areAllStandardized) = (fit, areAllStandardized);
        latent = [.. fit.Table.LatentVariables];
        (observedNames, latentNames) = ([.. fit.Structure.Observed], [.. fit.Structure.Latents]);
        moments = [.. Enumerable.Range(1, fit.Table.GroupCount).Select(fit.Implied)];
        given = fit.Structure.Responses is { Covariates.Length: > 0 } ? [.. Enumerable.Range(1, fit.Table.GroupCount).Select(fit.Given)] : moments;
        derivatives = [.. moments.Select(ImpliedDerivatives.Of)];
        conditional = ReferenceEquals(given, moments) ? derivatives : [.. given.Select(ImpliedDerivatives.Of)];
        standardization = new(fit.Structure, moments);
    }

    private int Count => fit.Values.Count;

    /// <summary>The gradient of each row whose standardized value is given; null for constraints.</summary>
    public double[]?[] Gradients(IReadOnlyList<double?> values)
    {
        var rows = fit.Table.Rows;
        var result = new double[]?[rows.Count];
        var (standardized, byFree) = (fit.Values.ToArray(), new double[Count][]);
        foreach (var cell in fit.Structure.Groups.SelectMany(cells => cells).Where(cell => cell.TableRow >= 0))
        {
            var value = values[cell.TableRow] ?? double.NaN;
            var gradient = result[cell.TableRow] = Gradient(rows[cell.TableRow], cell, value);
            if (cell.Free >= 0)
                (standardized[cell.Free], byFree[cell.Free]) = (value, gradient);
        }

        var next = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Operator == Operator.Definition)
                result[i] = OfDefinition(fit.Table.Definitions[next++].Function, standardized, byFree);
        }

        return result;
    }

    private double[] OfDefinition(ParameterFunction function, double[] standardized, double[][] byFree)
    {
        var (outer, result) = (new double[Count], new double[Count]);
        function.Gradient(standardized, outer);
        for (var k = 0; k < Count; k++)
        {
            if (outer[k] != 0)
                VectorKernels.AddScaled(outer[k], byFree[k], result);
        }

        return result;
    }

    private double[] Gradient(Parameter row, ModelCell cell, double value)
    {
        var result = new double[Count];
        if (cell.Matrix == ModelMatrix.Delta && areAllStandardized)
            return result;
        if (fit.Structure.Responses?.IsDetermined(cell) == true)
            VectorKernels.AddScaled(value, cell.Matrix == ModelMatrix.Delta ? HalfTaken(row) : Residual(row.Group, row.Lhs), result);
        else if (cell.Free >= 0)
            result[cell.Free] = standardization.Value(row, 1, _ => areAllStandardized);
        foreach (var (name, power, isResidual) in Factors(row))
        {
            if (latent.Contains(name) || areAllStandardized)
                VectorKernels.AddScaled(power * value, isResidual ? Residual(row.Group, name) : Variance(row.Group, name), result);
        }

        return result;
    }

    // A scale that follows from the variance of its response, given the covariates.
    private double[] HalfTaken(Parameter row)
    {
        var (g, i) = (row.Group - 1, observedNames.IndexOf(row.Lhs));
        return Sum(conditional[g], i, -1 / given[g].Sigma[(i * given[g].Size) + i]);
    }

    // The variances that the standardized value is proportional to, and to which power.
    private static (string Name, double Power, bool IsResidual)[] Factors(Parameter row) => row.Operator switch
    {
        Operator.Loading => [(row.Lhs, 0.5, false), (row.Rhs, -0.5, false)],
        Operator.Regression => [(row.Rhs, 0.5, false), (row.Lhs, -0.5, false)],
        Operator.Intercept or Operator.Threshold => [(row.Lhs, -0.5, false)],
        Operator.Scale => [],
        Operator.Covariance when row.Lhs == row.Rhs => [(row.Lhs, -1, false)],
        _ => [(row.Lhs, -0.5, true), (row.Rhs, -0.5, true)],
    };

    // Derivatives of the logarithm of a variance.
    private double[] Variance(int group, string name)
    {
        if (!variances.TryGetValue((group, name), out var slopes))
            variances[(group, name)] = slopes = latent.Contains(name) ? OfLatent(group - 1, latentNames.IndexOf(name)) : OfObserved(group - 1, observedNames.IndexOf(name));
        return slopes;
    }

    private double[] OfObserved(int group, int i)
    {
        var (source, p) = (derivatives[group], moments[group].Size);
        var variance = moments[group].Sigma[(i * p) + i];
        var result = Sum(source, i, 2 / variance);
        if (moments[group].Responses is not { IsDelta: true } layout || !layout.IsOrdered[i])
            return result;

        // What scales give, and what covariates predict.
        VectorKernels.AddScaled(-1, Sum(conditional[group], i, 2 / variance), result);
        foreach (var cell in source.Cells.Where(cell => cell.Matrix == ModelMatrix.Delta && cell.Row == i))
            result[cell.Free] -= 2 / (Math.Pow(moments[group].Scales[i], 3) * variance);
        return result;
    }

    // The products u_i w_i of the free cells, times a factor.
    private double[] Sum(ImpliedDerivatives source, int i, double factor)
    {
        var (result, p) = (new double[Count], moments[0].Size);
        for (var k = 0; k < source.Positions.Length; k++)
            result[source.Positions[k]] += factor * source.U[(k * p) + i] * source.W[(k * p) + i];
        return result;
    }

    // Psi_jk moves A Psi A' by the columns j and k of A, Beta_jk by column j of A and row k of A Psi A'.
    private double[] OfLatent(int group, int i)
    {
        var (source, result, m) = (moments[group], new double[Count], moments[group].LatentSize);
        var variance = source.LatentCovariance[(i * m) + i];
        foreach (var cell in source.Cells.Where(cell => cell.Free >= 0 && cell.Matrix is (ModelMatrix.Psi or ModelMatrix.Beta)))
        {
            var left = source.Total[(i * m) + cell.Row];
            result[cell.Free] += left / variance * (cell.Matrix == ModelMatrix.Beta
                ? 2 * source.LatentCovariance[(cell.Column * m) + i]
                : source.Total[(i * m) + cell.Column] * (cell.IsMirrored ? 2 : 1));
        }

        return result;
    }

    // Of a residual variance that is what the response's variance leaves: that variance's slopes less those of what the factors explain.
    private double[] OfDeterminedResidual(int group, int i)
    {
        var (source, result, p) = (derivatives[group], OfObserved(group, i), moments[group].Size);
        var latentAt = latentNames.IndexOf(observedNames[i]);
        var variance = moments[group].Sigma[(i * p) + i];
        var residual = latentAt < 0 ? moments[group].Theta[(i * p) + i] : moments[group].Psi[(latentAt * moments[group].LatentSize) + latentAt];
        for (var k = 0; k < Count; k++)
            result[k] *= variance / residual;
        VectorKernels.AddScaled(-1, Sum(source, i, 2 / residual), result);
        return result;
    }

    // Of the absolute residual variance, a cell of Psi or Theta.
    private double[] Residual(int group, string name)
    {
        if (residuals.TryGetValue((group, name), out var slopes))
            return slopes;
        residuals[(group, name)] = slopes = new double[Count];
        var (at, isLatent) = (latentNames.IndexOf(name), latentNames.Contains(name));
        if (!latent.Contains(name) && moments[group - 1].Responses is { IsDelta: true } layout && layout.IsOrdered[observedNames.IndexOf(name)])
            return residuals[(group, name)] = OfDeterminedResidual(group - 1, observedNames.IndexOf(name));
        var (matrix, row) = isLatent ? (ModelMatrix.Psi, at) : (ModelMatrix.Theta, observedNames.IndexOf(name));
        foreach (var cell in moments[group - 1].Cells.Where(cell => cell.Matrix == matrix && cell.Row == row && cell.Column == row && cell.Free >= 0))
            slopes[cell.Free] += 1 / fit.Values[cell.Free];
        return slopes;
    }
}
