using Pathwise.Surveys;
using Xunit;

namespace Pathwise.Tests.Surveys;

public sealed class CodebookFileTests
{
    private const string Head = "title: T\nabout: A\n";

    [Theory]
    [InlineData("# only a remark\n", "there is nothing in it.")]
    [InlineData(Head + "scales:\n  - { name: s, title: S, lowest: 1, highest: 5 }\n", "scale 's' has no items.")]
    [InlineData(Head + "scales:\n  - { title: S, lowest: 1, highest: 5 }\n", "a scale has no name.")]
    [InlineData(Head + "columns:\n  - { kind: text, text: words }\n", "a column has no name.")]
    [InlineData(Head + "missing: [-99, '']\n", "a code among the missing has no text.")]
    [InlineData(Head + "missing: { 99: '' }\n", "the code 99 among the missing of every column has no reason.")]
    [InlineData(Head + "missing: 99\n", "missing is neither a list of codes, such as [98, 99], nor codes with their reasons")]
    [InlineData(Head + "missing: [[99]]\n", "missing is neither a list of codes")]
    [InlineData(Head + "missing: { 99: [no, answer] }\n", "missing is neither a list of codes")]
    [InlineData(Head + "columns:\n  - { name: c, kind: text }\n", "column 'c' has no text.")]
    [InlineData("title: T\n", "the codebook has no about.")]
    [InlineData(Head + "columns:\n  - { name: c, kind: text, text: words, coding: effect }\n", "column 'c' has a coding and is of kind text; expected choice.")]
    [InlineData(Head + "columns:\n  - { name: c, kind: choice, text: size, coding: helmert, values: { a: A, b: B } }\n", "column 'c' is coded 'helmert'; expected coding: indicator or effect.")]
    [InlineData(Head + "columns:\n  - { name: c, kind: choice, text: size, coding: effect, reference: z, values: { a: A, b: B } }\n", "column 'c' has the reference 'z', which is none of its values; expected one of a, b.")]
    [InlineData(Head + "columns:\n  - { name: c, kind: text, text: words, ordered: true }\n", "column 'c' is ordered and of kind text; expected choice or number.")]
    [InlineData(Head + "columns:\n  - { name: c, kind: choice, text: size, ordered: true, values: { small: Small, 2: Large } }\n", "column 'c' is ordered, and its value 'small' is no number")]
    [InlineData(Head + "scales:\n  - { name: s, title: S, lowest: 1, highest: 5, decimals: true, ordered: true, items: [{ name: q1, text: How so? }] }\n", "item 'q1' is ordered, and its scale has decimals")]
    [InlineData(Head + "scales:\n  - { name: s, title: S, lowest: 1, highest: 5, ordered: perhaps, items: [{ name: q1, text: How so? }] }\n", "does not fit; expected true or false.")]
    [InlineData(Head + "scales: [\n", "line ")]
    public void Read_AFileThatSaysTooLittle_NamesWhatIsMissing(string text, string expected)
    {
        using var file = new TemporaryFile(text, ".codebook.yaml");
        var message = Assert.Throws<InputException>(() => CodebookFile.Read(file.Path)).Message;
        Assert.StartsWith(file.Path, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_AnItemWithoutATitle_IsCalledByItsName()
    {
        using var file = new TemporaryFile(Head + "scales:\n  - { name: s, title: S, lowest: 1, highest: 5, items: [{ name: q1, text: How so?, reversed: true }] }\n");
        var item = Assert.Single(CodebookFile.Read(file.Path).Items);
        Assert.Equal(("q1", "q1", true, "1 to 5"), (item.Name, item.Title, item.IsReversed, item.Range.ToString()));
    }

    [Fact]
    public void Read_Ordered_IsOfScalesUnlessAnItemSaysOtherwiseAndOfColumns()
    {
        using var file = new TemporaryFile(Head + """
            scales:
              - { name: s, title: S, lowest: 1, highest: 5, ordered: true, items: [{ name: q1, text: One? }, { name: q2, text: Two?, ordered: false }] }
              - { name: t, title: T, lowest: 1, highest: 5, items: [{ name: q3, text: Three? }, { name: q4, text: Four?, ordered: true }] }
            columns:
              - { name: size, kind: choice, text: How large?, ordered: true, values: { 1: Small, 2: Large } }
              - { name: age, kind: number, text: How old? }
            """);
        var codebook = CodebookFile.Read(file.Path);
        Assert.Equal(["q1", "q4", "size"], codebook.OrderedNames);
        Assert.Equal([true, false, false, true], codebook.Items.Select(item => item.IsOrdered));
    }
}
