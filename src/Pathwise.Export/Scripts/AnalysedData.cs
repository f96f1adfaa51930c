using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Export.Content;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Syntax;
using Pathwise.Tables;

namespace Pathwise.Export.Scripts;

/// <summary>The cases that were analysed, group after group, for scripts that read them.</summary>
internal sealed class AnalysedData(Report report)
{
    /// <summary>True when the cases are known, false when covariances alone are.</summary>
    public bool HasCases { get; } = report.Fit.Sample.All(sample => sample.Cases is not null);

    /// <summary>The variables of the model.</summary>
    public IReadOnlyList<string> Names => report.Fit.Sample[0].Names;

    /// <summary>The samples of the groups, their covariances divided by n - 1.</summary>
    public IReadOnlyList<SampleMoments> Samples { get; } = [.. report.Fit.Sample.Select(sample => sample.With(Divisor.CountLessOne))];

    /// <summary>Whether the model has products, which commands compute and other programs read.</summary>
    public bool HasProducts => Names.Any(ProductName.IsProduct);

    /// <summary>The name of the file: that of synthetic answers says so.</summary>
    public string File { get; } = report.IsSynthetic ? "data.synthetic.csv" : "data.csv";

    /// <summary>The column that tells the groups; null for one group.</summary>
    public string? Group { get; } = report.Fit.Table.GroupCount > 1 ? Unused("group", report.Fit.Sample[0].Names) : null;

    // With auxiliary variables, too.
    private IReadOnlyList<SampleMoments> Drawn => [.. report.Fit.Sample.Select(sample => sample.Drawn)];

    /// <summary>The cases with a header, missing values as NA, groups by their labels.</summary>
    public string Csv() => Lines(Drawn, Drawn[0].Names.Append(Group).OfType<string>(), ",", "NA", (label, _) => TableFile.Quoted(label));

    /// <summary>The same with the columns that products are made of in the place of products, from the table that the samples were taken from.</summary>
    public string FactorCsv(DataTable table)
    {
        string[] names = [.. Names.SelectMany(ProductName.Factors).Distinct()];
        IReadOnlyList<double>[] columns = [.. names.Select(table.Numbers)];
        return string.Join(',', names.Append(Group).OfType<string>().Select(TableFile.Quoted)) + "\n" + string.Concat(Samples.SelectMany(sample => sample.Origin!.Positions.Select(i =>
            Line(Vector<double>.Build.DenseOfEnumerable(columns.Select(column => column[i])), ",", "NA", Group is null ? null : TableFile.Quoted(sample.Group)))));
    }

    /// <summary>The same without header, parted by blanks, missing values as -999999, groups by their numbers.</summary>
    public string Plain() => Lines(Samples, [], " ", "-999999", (_, number) => number.ToString(CultureInfo.InvariantCulture));

    private string Lines(IReadOnlyList<SampleMoments> samples, IEnumerable<string> header, string separator, string missing, Func<string, int, string> group)
    {
        string[] names = [.. header.Select(TableFile.Quoted)];
        return string.Concat([
            .. names.Length > 0 ? [string.Join(separator, names) + "\n"] : Array.Empty<string>(),
            .. samples.SelectMany((sample, i) => sample.Cases!.EnumerateRows().Select(row => Line(row, separator, missing, Group is null ? null : group(sample.Group, i + 1)))),
        ]);
    }

    private static string Line(Vector<double> row, string separator, string missing, string? group) =>
        string.Join(separator, row.Select(value => double.IsNaN(value) ? missing : Number(value)).Append(group).OfType<string>()) + "\n";

    /// <summary>A number with all its digits.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private static string Unused(string name, IReadOnlyList<string> taken) => taken.Contains(name) ? Unused(name + "_", taken) : name;
}
