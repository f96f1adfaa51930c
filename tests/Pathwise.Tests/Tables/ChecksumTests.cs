using System.Text;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Tables;

/// <summary>Against the examples of the standard (FIPS 180-4).</summary>
public sealed class ChecksumTests
{
    private const string OfAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private const string OfNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    [Fact]
    public void Of_TheStandardsExamples_IsTheirDigest()
    {
        Assert.Equal(OfAbc, Checksum.Of("abc"));
        Assert.Equal(OfAbc, Checksum.Of("abc"u8));
        Assert.Equal(OfNothing, Checksum.Of(Stream.Null));
        var path = Path.GetTempFileName();
        File.WriteAllText(path, "abc");
        Assert.Equal(OfAbc, Checksum.OfFile(path));
        File.Delete(path);
    }

    [Fact]
    public void Lines_Files_AreThoseOfTheProgramSha256sum() =>
        Assert.Equal($"{OfAbc}  a.txt\n{OfNothing}  b.txt\n", Checksum.Lines([("a.txt", Encoding.UTF8.GetBytes("abc")), ("b.txt", [])]));
}
