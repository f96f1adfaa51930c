using Microsoft.DotNet.Interactive.Formatting;
using Pathwise.Export;
using Pathwise.Reporting.Designs;
using Xunit;

namespace Pathwise.Tests.Export;

public sealed class WrittenReportTests
{
    private static readonly WrittenReport Written = new("paper<1>", ["tables.docx", "paths-2.svg", "data.synthetic.csv", "model.R", "openmx.R", "model.inp"], ["paths-2.pdf was not made."]);

    [Fact]
    public void Display_AReport_ListsItsFilesAndWhatCouldNotBeMade()
    {
        var text = Written.ToDisplayString("text/plain");
        Assert.Equal(Registry.Of(Written).ToText(), text);
        string[] lines = ["Written to paper<1>", "tables.docx         the tables for Word, in the manner of APA 7", "paths-2.svg         the path diagram", "data.synthetic.csv  the values analysed", "paths-2.pdf was not made."];
        Assert.All(lines, line => Assert.Contains(line, text, StringComparison.Ordinal));
        Assert.Contains("Written to paper&lt;1&gt;", Written.ToDisplayString("text/html"), StringComparison.Ordinal);
    }

    [Fact]
    public void Types_EveryMarkedResultOfThisAssembly_SaysHowItIsShown() => Assert.All(
        typeof(WrittenReport).Assembly.GetExportedTypes().Where(type => type.IsDefined(typeof(TypeFormatterSourceAttribute), false)),
        type => Assert.True(typeof(Pathwise.Reporting.Exhibits.IExhibited).IsAssignableFrom(type), type.FullName));

    [Fact]
    public void ToTable_EveryFileOfAReport_IsDescribedByItsOwnWords()
    {
        var text = Written.ToTable([]).ToText();
        Assert.All(["a script for lavaan", "a script for OpenMx", "the analysis for Mplus"], words => Assert.Contains(words, text, StringComparison.Ordinal));
    }
}
