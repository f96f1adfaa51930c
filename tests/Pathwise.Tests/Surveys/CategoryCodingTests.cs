using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Surveys;

public sealed class CategoryCodingTests
{
    [Theory]
    [InlineData(CodingKind.Indicator, "a,b", "dept is coded by indicators: dept.b is 1 in its category, so that its coefficient is the difference from a.")]
    [InlineData(CodingKind.Indicator, "a,b,c", "dept is coded by indicators: dept.b, dept.c are 1 in their category, so that their coefficients are differences from a.")]
    [InlineData(CodingKind.Effect, "a,b", "dept is coded by effects: dept.b is 1 in its category and -1 in a, so that its coefficient is the distance from the unweighted mean of the categories.")]
    [InlineData(CodingKind.Effect, "a,b,c", "dept is coded by effects: dept.b, dept.c are 1 in their category and -1 in a, so that their coefficients are distances from the unweighted mean of the categories.")]
    public void Words_ColumnsOfAny_AreCounted(CodingKind kind, string categories, string words) =>
        Assert.Equal(words, new CategoryCoding { Name = "dept", Kind = kind, Categories = categories.Split(',') }.Words);
}
