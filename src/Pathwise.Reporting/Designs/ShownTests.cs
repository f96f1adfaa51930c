using Pathwise.Reporting.Tables;
using Pathwise.Sem.Inference;

namespace Pathwise.Reporting.Designs;

/// <summary>Tests of exact fit and of nested models.</summary>
internal static class ShownTests
{
    public static Table Of(LikelihoodRatioTest test) => Table.Of(
        "Likelihood-ratio test",
        [test],
        of =>
        [
            of.Number("Difference of χ²", 2, row => row.ChiSquare),
            of.Count("df", row => row.DegreesOfFreedom),
            of.PValue("p", row => row.PValue),
        ],
        notes: test.Method == "standard" ? null : [$"Scaled difference: {test.Method}."]);

    public static Table Of(ChiSquareTest test, string caption = "Test of exact fit") => Table.Of(
        caption,
        [test],
        of =>
        [
            of.Number("χ²", 3, row => row.Value),
            of.Count("df", row => row.DegreesOfFreedom),
            of.PValue("p", row => row.PValue),
            .. test.ScalingFactor is null ? [] : new[] { of.Number("Scaling factor", 3, row => row.ScalingFactor) },
        ]);
}
