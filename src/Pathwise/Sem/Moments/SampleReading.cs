using MathNet.Numerics.LinearAlgebra;
using Pathwise.Tables;

namespace Pathwise.Sem.Moments;

/// <summary>Takes samples from data tables.</summary>
public static class SampleReading
{
    /// <summary>
    /// One sample for each group of a data table, groups in the order in which the file first names them (as lavaan orders them), by
    /// whatever case; codes that are equal as numbers are one group. Cases without any of the variables, or without a group, are left
    /// out, and so is a group that has no other cases.
    /// </summary>
    public static IReadOnlyList<SampleMoments> Samples(this DataTable data, IReadOnlyList<string> names, string? group = null) =>
        Groups(data, names, group).Samples;

    /// <summary>The same, with the labels of the groups that have no case with a value.</summary>
    internal static (IReadOnlyList<SampleMoments> Samples, IReadOnlyList<string> Empty) Groups(DataTable data, IReadOnlyList<string> names, string? group)
    {
        var columns = names.Select(name => ProductColumns.Of(data, name)).ToArray();
        var hasValue = Enumerable.Range(0, data.Count).Select(i => columns.Any(column => !double.IsNaN(column[i]))).ToArray();
        int[] cases = [.. Enumerable.Range(0, data.Count).Where(i => hasValue[i])];
        if (group is null)
            return ([Sample(names, columns, cases, "", Origin(hasValue, cases, Enumerable.Range(0, data.Count)))], []);
        var labels = EqualCodes.Merge(data.Texts(group));
        var (members, all) = (cases.ToLookup(i => labels[i]), Enumerable.Range(0, data.Count).ToLookup(i => labels[i]));
        string[] found = [.. labels.OfType<string>().Distinct()];
        string[] filled = [.. found.Where(members.Contains)];
        return filled.Length == 0
            ? throw new InputException($"{data.Source}: the column {group} names no group of a case with a value of {string.Join(", ", names)}.")
            : ([.. filled.Select(label => Sample(names, columns, [.. members[label]], label, Origin(hasValue, members[label], all[label])))], [.. found.Except(filled)]);
    }

    private static SampleOrigin Origin(bool[] hasValue, IEnumerable<int> cases, IEnumerable<int> all) =>
        new(hasValue.Length, cases, all.Where(i => !hasValue[i]).Select(i => (OmissionReason.Empty, i)));

    private static SampleMoments Sample(IReadOnlyList<string> names, IReadOnlyList<double>[] columns, int[] rows, string group, SampleOrigin origin)
    {
        if (rows.Length < 2)
            throw new InputException($"{SampleMoments.Where(group)} has {rows.Length} usable cases; at least 2 are needed.") { Lack = SampleLack.Size };
        var cases = Matrix<double>.Build.Dense(rows.Length, columns.Length, (i, j) => columns[j][rows[i]]);
        return SampleMoments.OfCases(names, cases, Divisor.CountLessOne, group).From(origin);
    }
}
