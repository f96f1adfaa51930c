using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;
using Xunit;

namespace Pathwise.Tests.Notebooks;

public sealed class TermMentionsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-glossary-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("A Factor and factors.", "factor factor")]
    [InlineData("A second-order\nfactor.", "second-order-factor")]
    [InlineData("A [factor](glossary.md#factor) is one.", "factor+")]
    [InlineData("# Factor\n`factor` $factor$ and [the factor](x.ipynb).", "")]
    [InlineData("CFI, not cfi or CFIX.", "cfi")]
    [InlineData("Of χ², nothing of χ.", "chi-square")]
    public void In_Prose_FindsTerms(string markdown, string expected)
    {
        File.WriteAllText(Path.Combine(_folder, "glossary.md"), "# G\n\n### Factor\n\nA.\n\n### Second-order factor\n\nB.\n\n### CFI\n\nC.\n\n### Chi-square\n\nD. *Also:* χ².\n");
        var mentions = new TermMentions(Glossary.Beside(_folder)!).In(new Notebook([new Cell(CellKind.Markdown, "a", markdown)]));
        Assert.Equal(expected, string.Join(' ', mentions.Select(each => each.Slug + (each.IsLinked ? "+" : ""))));
    }
}
