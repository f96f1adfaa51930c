using System.Text;
using Pathwise.Notebooks.Jupyter;
using Xunit;

namespace Pathwise.Tests.Notebooks.Jupyter;

public sealed class RecentSignaturesTests
{
    [Fact]
    public void Add_ASignatureTwice_IsRefusedTheSecondTime()
    {
        var recent = new RecentSignatures();
        Assert.Equal((true, true, false), (recent.Add("a"u8.ToArray()), recent.Add("b"u8.ToArray()), recent.Add("a"u8.ToArray())));
    }

    [Fact]
    public void Add_MoreThanAreKept_ForgetsTheOldest()
    {
        var recent = new RecentSignatures();
        for (var i = 0; i <= 65536; i++)
            recent.Add(Encoding.ASCII.GetBytes($"{i}"));
        Assert.Equal((true, false), (recent.Add("0"u8.ToArray()), recent.Add("65536"u8.ToArray())));
    }
}
