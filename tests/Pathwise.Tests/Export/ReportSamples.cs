using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Pathwise.Export.Content;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Estimation;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Export;

/// <summary>Reports and documents that the tests of this folder write.</summary>
internal static class ReportSamples
{
    public const string Mediation = "f =~ x1 + x2 + x3\ng =~ x4 + x5 + x6\ng ~ f\n";

    /// <summary>A table with everything that makes trouble: markup of every format in words, an interval, undefined cells, groups, two columns of one heading.</summary>
    public static ReportDocument Hostile { get; } = new(
        "Title <b>&_%$#{}~^\\", "SYNTHETIC & made up", [new("Words", ["A *p* below .05 & a <tag>, x_1 | y."])],
        [
            new("first", new Table(
                "Caption | & <i> _x_",
                [
                    new("Name", [Cell.Text("=SUM(A1)|*x*"), Cell.Text("a,\"b\"\u0001\uFFFF"), Cell.Text(null)]),
                    new("B", [Cell.Number(-0.123456789012345, 2), Cell.Number(null, 2), Cell.Number(double.NaN, 2)]),
                    new("95 % CI", [Cell.Interval(-1.5, 2.25, 2), Cell.Interval(null, null, 2), Cell.Interval(0.5, null, 2)]),
                    new("p", [Cell.PValue(0.0004), Cell.PValue(null), Cell.PValue(0.5)]),
                    new("Other", [Cell.Interval(1, 2, 1), Cell.Blank, Cell.Blank]),
                    new("p", [Cell.PValue(0.04), Cell.PValue(null), Cell.PValue(0.5)]),
                ],
                ["One", "One", "Two & more"],
                ["A note with 5 % & <tags>."])),
        ]);

    public static FitResult Fit(string model, string data, ModelOptions? options = null, string? group = null, EstimationOptions? estimation = null) =>
        ModelSpecification.Parse(model).Fit(DataTable.Read(data), estimation ?? new(), options ?? new(), group);

    /// <summary>What the validator of Office 2019 has against a package.</summary>
    public static string[] Faults(OpenXmlPackage package) =>
        [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package, TestContext.Current.CancellationToken).Select(fault => $"{fault.Path?.XPath}: {fault.Description}")];
}
