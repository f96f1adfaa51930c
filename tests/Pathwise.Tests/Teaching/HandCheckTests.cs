using Pathwise.Teaching;
using Xunit;

namespace Pathwise.Tests.Teaching;

public sealed class HandCheckTests
{
    [Fact]
    public void Agrees_SixDigits_AreEnoughAndNeeded() =>
        Assert.Equal([true, false, false, false], HandCheck.Of(("a", 1.0000004, 1), ("b", 1.00001, 1), ("c", null, 1), ("d", 1, null)).Select(check => check.Agrees));
}
