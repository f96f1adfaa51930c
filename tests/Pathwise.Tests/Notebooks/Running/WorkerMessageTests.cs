using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Execution;
using Pathwise.Notebooks.Running;
using Xunit;

namespace Pathwise.Tests.Notebooks.Running;

public sealed class WorkerMessageTests
{
    [Fact]
    public void Request_AsALine_IsReadBack()
    {
        var request = new WorkerRequest("/folder", "n.ipynb", "c", "var x = \"ü\";\nx");
        Assert.DoesNotContain('\n', request.ToLine());
        Assert.Equal(request, WorkerRequest.Parse(request.ToLine()));
    }

    [Fact]
    public void Answer_AnOutput_KeepsItsDisplayName()
    {
        var answer = WorkerAnswer.Parse(WorkerAnswer.Replacing("d", new DataOutput(MimeBundle.Of("text/plain", "a\nb")) { DisplayId = "d" }).ToLine())!;
        var shown = Assert.IsType<DataOutput>(answer.Shown);
        Assert.Equal(("d", "d", "a\nb"), (answer.Replaces, shown.DisplayId, shown.Data.Text("text/plain")));
    }

    [Fact]
    public void Answer_AnEnd_SaysHowTheCellFailed()
    {
        var answer = WorkerAnswer.Parse(WorkerAnswer.Ends(CellFailure.At(3, "bad")).ToLine())!;
        Assert.True(answer.IsDone);
        Assert.Equal((3, "bad"), (answer.Failure!.Line, answer.Failure.Message));
    }

    [Theory]
    [InlineData("")]
    [InlineData("printed past the console")]
    [InlineData("{\"done\":true}")]
    public void Answer_AnyOtherLine_IsNone(string line) => Assert.Null(WorkerAnswer.Parse(line));
}
