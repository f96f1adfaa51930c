using Pathwise.Psychometrics;
using Pathwise.Reporting.Tables;
using Pathwise.Surveys;

namespace Pathwise.Reporting.Designs;

/// <summary>What the answers of a sample are like: how they are distributed, missing, shared and compared.</summary>
internal static class SampleDesign
{
    public static Table Of(MardiaTest test) => Table.Of(
        "Mardia's tests of multivariate normality",
        [
            (Name: "Skewness", Value: test.Skewness, Expected: 0.0, Statistic: "χ²", Test: test.SkewnessChiSquare, Df: (int?)test.SkewnessDegreesOfFreedom, P: test.SkewnessP),
            (Name: "Kurtosis", Value: test.Kurtosis, Expected: test.ExpectedKurtosis, Statistic: "z", Test: test.KurtosisZ, Df: null, P: test.KurtosisP),
        ],
        of =>
        [
            of.Text("", row => row.Name),
            of.Number("Value", 3, row => row.Value),
            of.Number("If normal", 0, row => row.Expected),
            of.Text("Statistic", row => row.Statistic),
            of.Number("Test", 2, row => row.Test),
            of.Column("df", row => row.Df is { } freedom ? Cell.Count(freedom) : Cell.Blank),
            of.PValue("p", row => row.P),
        ],
        notes: [$"{test.Items} items of {test.Cases} cases."]);

    public static Table Of(IReadOnlyList<CaseDistance> rows) => Table.Of(
        "Distances of the cases from the mean",
        rows,
        of =>
        [
            of.Count("Line", row => row.Line),
            of.Text("Case", row => row.Identifier),
            of.Number("D²", 2, row => row.SquaredDistance),
            of.PValue("p", row => row.PValue),
        ]);

    public static Table Of(IReadOnlyList<MissingnessTest> rows) => Table.Of(
        "Little's test that values are missing completely at random",
        rows,
        of =>
        [
            of.Count("Cases", row => row.Cases),
            of.Count("Patterns", row => row.Patterns),
            of.Count("Missing values", row => row.MissingValues),
            of.Number("χ²", 2, row => row.ChiSquare),
            of.Count("df", row => row.DegreesOfFreedom),
            of.PValue("p", row => row.PValue),
        ]);

    public static Table Of(IReadOnlyList<GroupComparison> rows) => Table.Of(
        "Two groups compared",
        rows,
        of =>
        [
            of.Text("Scale", row => row.Name),
            of.Count("n first", row => row.FirstCount),
            of.Number("M first", 2, row => row.FirstMean),
            of.Count("n second", row => row.SecondCount),
            of.Number("M second", 2, row => row.SecondMean),
            of.Number("t", 2, row => row.T),
            of.Number("df", 1, row => row.DegreesOfFreedom),
            of.PValue("p", row => row.PValue),
            of.PValue("p, Holm", row => row.HolmP),
            of.Number("d", 2, row => row.StandardizedDifference),
        ]);

    public static Table Of(IReadOnlyList<SingleFactorShare> rows) => Table.Of(
        "Variance of the items that one dimension explains",
        rows,
        of =>
        [
            of.Number("First component, %", 1, row => 100 * row.Component),
            of.Number("Single common factor, %", 1, row => 100 * row.CommonFactor),
        ]);

    public static Table Of(IReadOnlyList<VarianceInflation> rows) => Table.Of(
        "Variance inflation",
        rows,
        of => [of.Text("Scale", row => row.Scale), of.Number("VIF", 3, row => row.Factor)]);

    public static Table Of(IReadOnlyList<CleaningStep> rows) => Table.Of(
        "Cases left out",
        rows,
        of => [of.Text("Reason", row => row.Reason), of.Count("Left out", row => row.LeftOut), of.Count("Remaining", row => row.Remaining)]);

    public static Table Of(IReadOnlyList<CaseDecision> rows) => Table.Of(
        "What became of the cases",
        rows,
        of =>
        [
            of.Count("Line", row => row.Line),
            of.Text("Case", row => row.Identifier),
            of.Text("Kept", row => PlainFacts.Truth(row.IsKept)),
            of.Text("Left out for", row => row.Reason),
        ]);
}
