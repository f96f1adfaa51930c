using Pathwise.Notebooks.Documents;
using Xunit;

namespace Pathwise.Tests.Notebooks.Documents;

public sealed class KernelTracesTests
{
    [Fact]
    public void Without_TheScriptOfAKernel_LeavesWhatTheCellShowed()
    {
        Output[] outputs =
        [
            new DataOutput(MimeBundle.Of("text/html", "<div id='dotnet-interactive-this-cell-7.3' style='display: none'>The below script</div>")),
            new DataOutput(MimeBundle.Of("text/html", "<b>1</b>")),
        ];
        Assert.Equal("<b>1</b>", ((DataOutput)Assert.Single(KernelTraces.Without(outputs))).Data.Text("text/html"));
    }

    [Fact]
    public void Without_PiecesOfOneStream_AreOne()
    {
        Output[] outputs = [new StreamOutput("stdout", "a\n"), new StreamOutput("stdout", "b\n"), new StreamOutput("stderr", "c\n")];
        Assert.Equal([new StreamOutput("stdout", "a\nb\n"), new StreamOutput("stderr", "c\n")], KernelTraces.Without(outputs));
    }
}
