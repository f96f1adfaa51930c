using System.Diagnostics;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using NetMQ;
using Xunit;

namespace Pathwise.Tests.Notebooks.Jupyter;

[Trait("pace", "slow")]
public sealed class KernelTests : IDisposable
{
    private readonly KernelClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public void KernelInfo_SaysProtocolAndLanguage()
    {
        var reply = _client.Ask("kernel_info_request", []);
        Assert.Equal(("5.3", "C#", "ok"), ((string)reply["protocol_version"]!, (string)reply["language_info"]!["name"]!, (string)reply["status"]!));
    }

    [Fact]
    public void Execute_ACell_PublishesInputOutputAndResultInOrder()
    {
        var (reply, published) = _client.Execute("Console.Write(\"a\");\n\"b\".Display();\n\"c\"");
        Assert.Equal(("ok", 1), ((string)reply["status"]!, (int)reply["execution_count"]!));
        Assert.Equal(["status", "execute_input", "stream", "display_data", "execute_result", "status"], published.Select(each => each.Type));
        Assert.Equal("c", (string)published[4].Content["data"]!["text/plain"]!);
    }

    [Fact]
    public void Execute_ADisplayThatIsReplaced_IsUpdatedUnderItsName()
    {
        var (_, published) = _client.Execute("var d = display(\"a\");\nd.Update(\"b\");");
        var (first, second) = (published.Single(each => each.Type == "display_data"), published.Single(each => each.Type == "update_display_data"));
        Assert.Equal((string)first.Content["transient"]!["display_id"]!, (string)second.Content["transient"]!["display_id"]!);
    }

    [Fact]
    public void Execute_AFailure_IsPublishedRepliedAndStopsWhatWaits()
    {
        var failing = _client.Send("execute_request", new JsonObject { ["code"] = "await Task.Delay(300); throw new FormatException(\"bad\");" });
        var waiting = _client.Send("execute_request", new JsonObject { ["code"] = "1" });
        var reply = _client.Reply(failing);
        Assert.Equal(("error", "bad"), ((string)reply["status"]!, (string)reply["evalue"]!));
        Assert.Equal("aborted", (string)_client.Reply(waiting)["status"]!);
        Assert.Equal("ok", (string)_client.Execute("1").Reply["status"]!);
    }

    [Fact]
    public void Execute_AskedOnceAFailureWasTold_IsNeverAborted()
    {
        for (var i = 0; i < 60; i++)
        {
            Assert.Equal("error", (string)_client.Reply(_client.Send("execute_request", new JsonObject { ["code"] = "throw new FormatException();" }))["status"]!);
            Assert.Equal("ok", (string)_client.Reply(_client.Send("execute_request", new JsonObject { ["code"] = "1" }))["status"]!);
        }
    }

    [Fact]
    public void Execute_TwentyMillionLettersAtOnce_ArriveInPieces()
    {
        var (_, published) = _client.Execute("Console.Write(new string('x', 20_000_000) + \"🎲\");");
        var pieces = published.Where(each => each.Type == "stream").Select(each => (string)each.Content["text"]!).ToList();
        Assert.Equal(20_000_002, pieces.Sum(piece => piece.Length));
        Assert.EndsWith("🎲", pieces[^1], StringComparison.Ordinal);
        Assert.InRange(pieces.Max(piece => piece.Length), 1, 70_000);
    }

    [Fact]
    public void Execute_TwentyThousandLines_ArriveComplete()
    {
        var (_, published) = _client.Execute("for (var i = 0; i < 20000; i++) Console.WriteLine(i);");
        var text = string.Concat(published.Where(each => each.Type == "stream").Select(each => (string)each.Content["text"]!));
        Assert.Equal(20000, text.Count(c => c == '\n'));
    }

    [Fact]
    public async Task Interrupt_ALoopingCell_StopsItAndTheSessionLivesOn()
    {
        _client.Execute("var kept = 1;");
        var id = _client.Send("execute_request", new JsonObject { ["code"] = "while (true) { }" });
        await Task.Delay(500, TestContext.Current.CancellationToken);
        var watch = Stopwatch.StartNew();
        Assert.Equal("ok", (string)_client.Ask("interrupt_request", [], isControl: true)["status"]!);
        Assert.Equal("Interrupted", (string)_client.Reply(id)["ename"]!);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
        Assert.Equal("ok", (string)_client.Execute("kept + 1").Reply["status"]!);
    }

    [Fact]
    public void Complete_AndInspect_CountInCodePoints()
    {
        const string code = "/*🎲*/Math.Sq";
        var completion = _client.Ask("complete_request", new JsonObject { ["code"] = code, ["cursor_pos"] = 12 });
        Assert.Equal((10, 12, "Sqrt"), ((int)completion["cursor_start"]!, (int)completion["cursor_end"]!, (string)completion["matches"]![0]!));
        var inspection = _client.Ask("inspect_request", new JsonObject { ["code"] = "Math.Sqrt(2)", ["cursor_pos"] = 6 });
        Assert.Contains("Math.Sqrt", (string)inspection["data"]!["text/plain"]!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 + 1", "complete")]
    [InlineData("for (var i = 0;", "incomplete")]
    [InlineData("var x = ;", "invalid")]
    public void IsComplete_Code_IsJudged(string code, string expected) =>
        Assert.Equal(expected, (string)_client.Ask("is_complete_request", new JsonObject { ["code"] = code })["status"]!);

    [Fact]
    public void History_TheCellsSoFar_AreTold()
    {
        _client.Execute("var a = 1;");
        _client.Execute("a");
        var history = _client.Ask("history_request", new JsonObject { ["hist_access_type"] = "tail", ["n"] = 1 })["history"]!.AsArray();
        Assert.Equal("[[0,2,\"a\"]]", history.ToJsonString());
        Assert.Single(_client.Ask("history_request", new JsonObject { ["hist_access_type"] = "search", ["pattern"] = "var*" })["history"]!.AsArray());
        Assert.Single(_client.Ask("history_request", new JsonObject { ["hist_access_type"] = "range", ["start"] = 1, ["stop"] = 2 })["history"]!.AsArray());
    }

    [Fact]
    public void Heartbeat_AnyBytes_ComeBack() => Assert.Equal("ping", _client.Beat("ping"));

    [Fact]
    public async Task Shutdown_EndsTheKernel()
    {
        Assert.False((bool)_client.Ask("shutdown_request", new JsonObject { ["restart"] = false }, isControl: true)["restart"]!);
        await _client.Running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    [Fact]
    public void AnythingButAProperMessage_IsDropped()
    {
        var random = new Random(20260101);
        for (var i = 0; i < 300; i++)
        {
            var frames = Enumerable.Range(0, random.Next(1, 9)).Select(_ => Bytes(random)).ToList();
            if (i % 3 == 0)
                frames.Insert(0, "<IDS|MSG>"u8.ToArray());
            _client.Shell.SendMultipartMessage(new NetMQMessage(frames));
        }

        using (var raw = new TcpClient("127.0.0.1", _client.Connection.Shell))
            raw.GetStream().Write(Bytes(random));
        Assert.Equal("ok", (string)_client.Execute("1").Reply["status"]!);
    }

    [Theory]
    [InlineData("execute_request", "{\"code\":5}")]
    [InlineData("complete_request", "{\"code\":\"a\",\"cursor_pos\":\"x\"}")]
    [InlineData("inspect_request", "{\"code\":\"a\",\"cursor_pos\":-7}")]
    [InlineData("history_request", "{\"hist_access_type\":7}")]
    [InlineData("is_complete_request", "{}")]
    [InlineData("complete_request", "{\"code\":\"\",\"cursor_pos\":99}")]
    public void ARequestThatMakesNoSense_IsAnswered(string type, string content)
    {
        Assert.NotNull(_client.Ask(type, JsonNode.Parse(content)!.AsObject()));
        Assert.Equal("ok", (string)_client.Execute("1").Reply["status"]!);
    }

    private static byte[] Bytes(Random random)
    {
        var bytes = new byte[random.Next(0, 200)];
        random.NextBytes(bytes);
        return bytes;
    }
}
