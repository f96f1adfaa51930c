using Pathwise.Auditing.Origins;
using Xunit;

namespace Pathwise.Tests.Auditing.Origins;

public sealed class OriginListTests
{
    [Theory]
    [InlineData("target a of t.json", "target a of t.json")]
    [InlineData("target a of t.json|target a of t.json", "target a of t.json")]
    [InlineData("target a of t.json|target b of t.json|entry 'x' of r.json", "targets a and b of t.json; entry 'x' of r.json")]
    [InlineData("entry 'x' of r.json|entry 'y' of r.json|entry 'z' of s.json", "entries 'x' and 'y' of r.json; entry 'z' of s.json")]
    [InlineData("requirement a of t.json, which is no printed value|requirement b of t.json, which is no printed value|requirement c of t.json, which is no printed value",
        "requirements a, b and c of t.json, which are no printed values")]
    [InlineData("n, by implication from target a of t.json|target b of t.json", "n, by implication from target a of t.json; target b of t.json")]
    public void Of_Origins_NamesThoseAlikeTogether(string origins, string expected) => Assert.Equal(expected, OriginList.Of(origins.Split('|')));
}
