using System.Text.Json.Nodes;
using Pathwise.Notebooks.Documents;
using Xunit;

namespace Pathwise.Tests.Notebooks.Documents;

public sealed class NotebookWriterTests
{
    [Fact]
    public void Write_ACanonicalFile_GivesTheFileAgain()
    {
        var path = Repository.Fixture("notebooks", "tour.ipynb");
        Assert.Equal(File.ReadAllText(path), NotebookWriter.Write(NotebookReader.Read(path)));
    }

    [Fact]
    public void Write_KeysInAnyOrder_AreWrittenInOne()
    {
        var one = Shown(new JsonObject { ["b"] = 1, ["a"] = new JsonObject { ["d"] = 1.5, ["c"] = null } });
        var other = Shown(new JsonObject { ["a"] = new JsonObject { ["c"] = null, ["d"] = 1.5 }, ["b"] = 1 });
        Assert.Equal(NotebookWriter.Write(one), NotebookWriter.Write(other));
    }

    [Fact]
    public void Write_TimingsAndDisplayNames_AreLeftOut()
    {
        var cell = new Cell(CellKind.Code, "a", "1")
        {
            Metadata = new JsonObject { ["execution"] = new JsonObject { ["iopub.execute_input"] = "2026-01-01" }, ["tags"] = new JsonArray("t") },
            Outputs = [new DataOutput(MimeBundle.Of("text/plain", "1")) { DisplayId = "random" }],
        };
        var text = NotebookWriter.Write(new Notebook([cell]));
        Assert.DoesNotContain("2026", text, StringComparison.Ordinal);
        Assert.DoesNotContain("random", text, StringComparison.Ordinal);
        Assert.Contains("tags", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_EveryKindOfOutput_IsReadBack()
    {
        Output[] outputs =
        [
            new StreamOutput("stderr", "a\nb"),
            new ErrorOutput("E", "m", ["t1", "t2"]),
            new DataOutput(new([KeyValuePair.Create("text/html", (JsonNode)"<p>\nü</p>"), KeyValuePair.Create("application/json", (JsonNode)new JsonArray(1, 2))])) { ExecutionCount = 3 },
        ];
        var text = NotebookWriter.Write(new Notebook([new Cell(CellKind.Code, "a", "x") { Outputs = outputs, ExecutionCount = 3 }]));
        Assert.Equal(text, NotebookWriter.Write(NotebookReader.Parse(text, "n")));
        Assert.Contains("ü", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
    }

    private static Notebook Shown(JsonNode content) => new([new Cell(CellKind.Code, "a", "x")
    {
        Outputs = [new DataOutput(new([KeyValuePair.Create("application/json", content)]))],
    }]);
}
