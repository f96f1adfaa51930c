using Pathwise.Reporting.Tables;
using Pathwise.Sem.Inference;

namespace Pathwise.Reporting.Designs;

/// <summary>Tests of exact fit and of nested models.</summary>
internal static class TestDesign
{
    public static Table Of(IReadOnlyList<LikelihoodRatioTest> tests) => Table.Of(
        "Likelihood-ratio test",
        tests,
        of =>
        [
            of.Number("Difference of χ²", 2, row => row.ChiSquare),
            of.Count("df", row => row.DegreesOfFreedom),
            of.PValue("p", row => row.PValue),
        ],
        notes: tests.Where(test => test.Method != "standard").Select(test => $"Scaled difference: {test.Method}.").Distinct());

    public static Table Of(IReadOnlyList<NamedTest> tests) => Table.Of(
        "Tests of exact fit",
        tests,
        of =>
        [
            of.Text("Test", row => row.Name),
            of.Number("χ²", 3, row => row.Test.Value),
            of.Count("df", row => row.Test.DegreesOfFreedom),
            of.PValue("p", row => row.Test.PValue),
        ]);

    public static Table Of(IReadOnlyList<ChiSquareTest> tests, string caption = "Test of exact fit") => Table.Of(
        caption,
        tests,
        of =>
        [
            of.Number("χ²", 3, row => row.Value),
            of.Count("df", row => row.DegreesOfFreedom),
            of.PValue("p", row => row.PValue),
            .. tests.All(test => test.ScalingFactor is null) ? [] : new[] { of.Number("Scaling factor", 3, row => row.ScalingFactor) },
        ]);
}
