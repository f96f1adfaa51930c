using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class TargetKindTextTests
{
    [Fact]
    public void Text_OfEveryKind_IsReadBack() =>
        Assert.All(Enum.GetValues<TargetKind>(), kind => Assert.Equal(kind, TargetKindText.Parse(kind.Text())));

    [Fact]
    public void Parse_AnotherText_IsNone() => Assert.Null(TargetKindText.Parse("gfi"));

    [Theory]
    [InlineData(TargetKind.TotalEffectLower, true, false)]
    [InlineData(TargetKind.TotalEffectPValue, true, false)]
    [InlineData(TargetKind.DegreesOfFreedomDifference, false, true)]
    [InlineData(TargetKind.TotalEffect, false, false)]
    public void Kinds_AreDecidedByBootstrapsSyntaxOrAFit(TargetKind kind, bool isBootstrap, bool isSyntax) =>
        Assert.Equal((isBootstrap, isSyntax), (kind.IsBootstrap(), kind.IsFactOfTheSyntax()));
}
