using Pathwise.Notebooks.Documents;
using Xunit;

namespace Pathwise.Tests.Notebooks.Documents;

public sealed class NotebookLanguageTests
{
    [Theory]
    [InlineData("""{"kernelspec":{"name":"ir","display_name":"R","language":"R"}}""", "", "n.ipynb is a notebook in R")]
    [InlineData("""{"kernelspec":{"name":"python3"}}""", "", "n.ipynb is a notebook in python3")]
    [InlineData("""{"language_info":{"name":"julia"}}""", "", "n.ipynb is a notebook in julia")]
    [InlineData("""{"kernelspec":{"name":".net-fsharp","language":"F#"},"language_info":{"name":"polyglot-notebook"}}""", "", "n.ipynb is a notebook in F#")]
    [InlineData("""{"kernelspec":{"name":".net-csharp","language":"C#"}}""", """{"polyglot_notebook":{"kernelName":"fsharp"}}""", "n.ipynb, cell 1 (a) is in fsharp")]
    [InlineData("{}", """{"vscode":{"languageId":"sql"}}""", "n.ipynb, cell 1 (a) is in sql")]
    public void RequireCSharp_AnotherLanguage_IsRefusedByName(string metadata, string cell, string expected)
    {
        var failure = Assert.Throws<InputException>(() => NotebookLanguage.RequireCSharp(Notebook(metadata, cell), "n.ipynb"));
        Assert.StartsWith(expected, failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"kernelspec":{"name":"csharp","display_name":"C#","language":"C#"}}""", "")]
    [InlineData("""{"kernelspec":{"name":".net-csharp"}}""", """{"polyglot_notebook":{"kernelName":"csharp"}}""")]
    [InlineData("""{"kernelspec":{"name":".net-csharp","language":"C#"},"language_info":{"name":"polyglot-notebook"}}""", """{"vscode":{"languageId":"polyglot-notebook"}}""")]
    [InlineData("{}", """{"tags":["skip-execution"],"polyglot_notebook":{"kernelName":"sql"}}""")]
    public void RequireCSharp_CSharpOrNothingSaid_IsTaken(string metadata, string cell) =>
        NotebookLanguage.RequireCSharp(Notebook(metadata, cell), "n.ipynb");

    private static Notebook Notebook(string metadata, string cell) => NotebookReader.Parse(
        $$"""{"nbformat":4,"metadata":{{metadata}},"cells":[{"id":"a","cell_type":"code","source":"10/4","metadata":{{(cell.Length > 0 ? cell : "{}")}}}]}""", "n.ipynb");
}
