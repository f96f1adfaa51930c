using Pathwise.Auditing;
using Xunit;

namespace Pathwise.Tests.Auditing;

public sealed class VerdictTextTests
{
    [Fact]
    public void Text_OfEveryVerdict_IsReadBack() =>
        Assert.All(Enum.GetValues<Verdict>(), verdict => Assert.Equal(verdict, VerdictText.Parse(verdict.Text())));

    [Fact]
    public void Parse_OtherWords_AreRefusedWithThoseExpected() => Assert.Equal(
        "'perhaps' is not a verdict; expected one of: reproduced, compatible, differs, met by construction, taken from the paper, not recomputable.",
        Assert.Throws<InputException>(() => VerdictText.Parse("perhaps")).Message);
}
