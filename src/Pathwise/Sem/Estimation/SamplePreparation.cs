using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Estimation;

/// <summary>Makes a sample ready for a table: its variables in the table's order, auxiliary ones last, its cases as the options say, the divisor asked for.</summary>
internal static class SamplePreparation
{
    /// <summary>The prepared sample, or an <see cref="InputException"/> when it lacks what the model or the options need.</summary>
    public static SampleMoments Of(SampleMoments sample, ParameterTable table, EstimationOptions options)
    {
        var selected = sample.Drawn.Select([.. table.ObservedVariables.Union(options.Auxiliary)]);
        if (selected.HasMissing)
        {
            RequireValues(selected);
            selected = Kept(selected, table, options);
        }

        Check(selected, table, options);
        return table.OrderedVariables.Count > 0 ? ResponseSampling.Of(selected, table, options) : selected.With(options.Divisor()).WithRidge(options.Ridge);
    }

    private static void RequireValues(SampleMoments sample)
    {
        for (var i = 0; i < sample.Names.Count; i++)
        {
            if (sample.Cases!.Column(i).All(double.IsNaN))
                throw new InputException($"{SampleMoments.Where(sample.Group)}: the variable {sample.Names[i]} has no values.") { Lack = SampleLack.Variance };
        }
    }

    private static SampleMoments Kept(SampleMoments sample, ParameterTable table, EstimationOptions options)
    {
        // Moments of exogenous variables are taken from the sample, so their cases have to be complete.
        var needed = options.Missing != MissingData.Listwise && table.Options.FixedX
            ? table.ExogenousVariables.Select(sample.IndexOf).ToArray()
            : [];
        OmissionReason?[] reasons = [.. sample.Cases!.EnumerateRows().Select(Reason)];
        if (sample.Divisor == Divisor.Count && Array.TrueForAll(reasons, reason => reason is null))
            return sample;
        var rows = sample.Cases!.EnumerateRows().Where((_, i) => reasons[i] is null).ToArray();
        if (rows.Length < 2)
            throw new InputException($"{SampleMoments.Where(sample.Group)} has {rows.Length} usable cases of {sample.Cases!.RowCount}; at least 2 are needed.") { Lack = SampleLack.Size };
        return SampleMoments.OfCases(sample.Names, Matrix<double>.Build.DenseOfRowVectors(rows), Divisor.Count, sample.Group).From(sample.Origin?.Without(i => reasons[i]));

        OmissionReason? Reason(Vector<double> row)
        {
            if (row.ForAll(double.IsNaN))
                return OmissionReason.Empty;
            if (options.Missing == MissingData.Listwise)
                return row.Exists(double.IsNaN) ? OmissionReason.Incomplete : null;
            return needed.Any(i => double.IsNaN(row[i])) ? OmissionReason.MissingExogenous : null;
        }
    }

    private static void Check(SampleMoments sample, ParameterTable table, EstimationOptions options)
    {
        if (table.HasMeanStructure && sample.Means is null)
            throw new InputException($"The model has means, but {SampleMoments.Where(sample.Group)} gives covariances alone.");
        if (sample.Cases is null && options.Missing.HasTwoStages())
            throw new InputException($"Two stages of estimation need the cases themselves; {SampleMoments.Where(sample.Group)} gives moments alone.");
        if (sample.Cases is null && options.Method().NeedsCases)
            throw new InputException($"{options.Estimator} needs the cases themselves; {SampleMoments.Where(sample.Group)} gives moments alone.");
        if (sample.Cases is null && options.Missing == MissingData.Fiml)
            throw new InputException($"Full information for missing values needs the cases themselves; {SampleMoments.Where(sample.Group)} gives moments alone.");
        for (var i = 0; i < sample.Names.Count; i++)
        {
            if (!(sample.Covariance[i, i] > 0) || (sample.Cases is { } cases && CaseMoments.IsConstant(cases.Column(i).ToArray())))
                throw new InputException($"{SampleMoments.Where(sample.Group)}: the variable {sample.Names[i]} has no variance.") { Lack = SampleLack.Variance };
        }
    }
}
