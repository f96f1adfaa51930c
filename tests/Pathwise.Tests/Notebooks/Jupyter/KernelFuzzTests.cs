using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;
using Pathwise.Notebooks.Jupyter;
using Xunit;

namespace Pathwise.Tests.Notebooks.Jupyter;

/// <summary>Whatever arrives at its ports, the kernel serves the next proper request.</summary>
[Trait("pace", "slow")]
public sealed class KernelFuzzTests : IDisposable
{
    private const int Megabyte = 1024 * 1024;

    private readonly KernelClient _client = new();
    private readonly Wire _wire = new("secret");
    private readonly Random _random = new(20260212);

    public void Dispose() => _client.Dispose();

    [Fact]
    public void SignedMessages_ChangedInAnyWay_AreDropped()
    {
        for (var i = 0; i < 1500; i++)
            _client.Shell.SendMultipartMessage(new NetMQMessage(Changed([.. Request($"throw new Exception(\"{i}\");")], i % 7)));
        AssertServes(executionCount: 1);
    }

    [Fact]
    public void SignedMessages_WithContentsOfNoSense_AreAnsweredOrDropped()
    {
        string[] contents = ["null", "[]", "7", "\"x\"", new string('[', 100_000), "{\"code\":" + new string('[', 500) + "}", "{\"code\":null}", "{\"code\":{}}", "{\"silent\":3}", "\ud800", "{\"a\":1,\"a\":2}"];
        string[] types = ["execute_request", "complete_request", "inspect_request", "is_complete_request", "history_request", "comm_open", "interrupt_request", "no_such_request", ""];
        foreach (var type in types)
            foreach (var content in contents)
                _client.Shell.SendMultipartMessage(new NetMQMessage(Signed($"{{\"msg_id\":\"{Guid.NewGuid()}\",\"msg_type\":\"{type}\"}}", "{}", "{}", content)));
        AssertServes();
    }

    [Fact]
    public void AMessage_SentAgainWithItsSignature_IsRunOnce()
    {
        _client.Execute("var runs = 0;");
        var frames = new NetMQMessage(Request("runs++;"));
        for (var i = 0; i < 5; i++)
            _client.Shell.SendMultipartMessage(frames);
        var (_, published) = _client.Execute("runs.ToString()");
        Assert.Equal("1", (string)published.Single(each => each.Type == "execute_result").Content["data"]!["text/plain"]!);
    }

    [Fact]
    public void AFrameAboveTheCap_DropsItsConnectionAndNothingElse()
    {
        using var stranger = new DealerSocket();
        stranger.Options.Linger = TimeSpan.Zero;
        stranger.Connect(Connection.Address(_client.Connection.Shell));
        stranger.SendFrame(new byte[65 * Megabyte]);
        AssertServes();
    }

    [Fact]
    public void AMessageAboveTheCapInManyFrames_IsDropped()
    {
        var frames = Request("\"never\"").ToList();
        frames.AddRange(Enumerable.Range(0, 70).Select(_ => new byte[Megabyte]));
        _client.Shell.SendMultipartMessage(new NetMQMessage(frames));
        _client.Shell.SendMultipartMessage(new NetMQMessage([.. Request("\"never\""), .. Enumerable.Range(0, 5000).Select(_ => Array.Empty<byte>())]));
        AssertServes(executionCount: 1);
    }

    // Jupyter's buffers after the four parts: below the cap they are allowed, and passed over.
    [Fact]
    public void AMessageWithBuffersBelowTheCap_IsServed()
    {
        _client.Shell.SendMultipartMessage(new NetMQMessage([.. Request("var buffered = 1;"), new byte[Megabyte]]));
        Assert.Equal("ok", (string)_client.Execute("buffered").Reply["status"]!);
    }

    // What a frame's head announces is not what memory is taken for.
    [Fact]
    public async Task AFrameThatAnnouncesATerabyte_IsCutOff()
    {
        using var raw = await GreetedAsync(_client.Connection.Shell);
        await raw.GetStream().WriteAsync(new byte[] { 0x02, 0, 0, 1, 0, 0, 0, 0, 0, 65, 66, 67 }, TestContext.Current.CancellationToken);
        Assert.True(await IsClosedAsync(raw), "The connection stayed open.");
        AssertServes();
    }

    [Fact]
    public async Task ConnectionsThatEndAnywhere_OnEveryPort_DoNoHarm()
    {
        var connection = _client.Connection;
        foreach (var port in new[] { connection.Shell, connection.Control, connection.Publish, connection.Input, connection.Heartbeat })
            for (var length = 0; length < 40; length += 3)
            {
                using var raw = new TcpClient("127.0.0.1", port);
                var bytes = length % 2 == 0 ? [.. Greeting, .. Bytes(length)] : Bytes(length);
                await raw.GetStream().WriteAsync(bytes.AsMemory(0, Math.Min(length, bytes.Length)), TestContext.Current.CancellationToken);
            }

        AssertServes();
    }

    [Fact]
    public void AHeaderWithHalfACharacter_IsDropped()
    {
        foreach (var header in new[] { "{\"msg_id\":\"\\ud800\",\"msg_type\":\"kernel_info_request\"}", "{\"msg_type\":\"shutdown_request\",\"\\udc00\":{\"a\":[\"b\"]}}" })
            foreach (var parent in new[] { "{}", "{\"a\":[{\"b\":\"\\ud83d\"}]}" })
                _client.Shell.SendMultipartMessage(new NetMQMessage(Signed(header, parent, "{}", "{\"restart\":\"\\ud800\"}")));
        _client.Shell.SendMultipartMessage(new NetMQMessage(Signed("{\"msg_id\":\"1\",\"msg_type\":\"execute_request\"}", "{}", "{}", "{\"code\":\"\\ud800\"}")));
        AssertServes();
    }

    // Without the key, nobody gets more kept than a first message needs.
    [Fact]
    public async Task AStrangersMessageWithoutEnd_IsCutOff()
    {
        var connection = _client.Connection;
        foreach (var port in new[] { connection.Shell, connection.Control, connection.Publish, connection.Input, connection.Heartbeat })
        {
            using var raw = await GreetedAsync(port);
            Assert.InRange(await SentAsync(raw, [0x03, 0, 0, 0, 0, 0, 0x10, 0, 0, .. new byte[Megabyte]]), 1, 16);
            using var other = await GreetedAsync(port);
            Assert.InRange(await SentAsync(other, [.. Enumerable.Repeat(new byte[] { 0x01, 0 }, Megabyte / 2).SelectMany(each => each)]), 1, 16);
        }

        AssertServes();
    }

    [Fact]
    public async Task ManyStrangersTogether_AreKeptNoMoreThanOneBudgetAllows()
    {
        byte[] unfinished = [0x03, 0, 0, 0, 0, 0, 0x38, 0, 0, .. new byte[(3 * Megabyte) + (Megabyte / 2)]];
        var raws = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => GreetedAsync(_client.Connection.Shell)));
        try
        {
            foreach (var raw in raws)
                await SentAsync(raw, unfinished, times: 1);
            var closed = await Task.WhenAll(raws.Select(raw => IsClosedAsync(raw, TimeSpan.FromSeconds(3))));
            Assert.InRange(closed.Count(isClosed => isClosed), 40 - 18, 40);
            AssertServes();
        }
        finally
        {
            // What they were given would be lacking in the next test.
            Array.ForEach(raws, raw => raw.Dispose());
        }
    }

    [Fact]
    public async Task AStrangerThatDoesNotEndWhatItBegan_IsCutOff()
    {
        using var raw = await GreetedAsync(_client.Connection.Shell);
        await raw.GetStream().WriteAsync(new byte[] { 0x01, 1, 65 }, TestContext.Current.CancellationToken);
        Assert.True(await IsClosedAsync(raw, TimeSpan.FromSeconds(20)), "The connection stayed open.");
    }

    [Fact]
    public async Task APing_IsAnswered()
    {
        using var raw = await GreetedAsync(_client.Connection.Heartbeat);
        await raw.GetStream().WriteAsync(new byte[] { 0x04, 9, 4, 0x50, 0x49, 0x4E, 0x47, 0, 10, 7, 8 }, TestContext.Current.CancellationToken);
        var bytes = new byte[64 + 30 + 9];
        await raw.GetStream().ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
        Assert.Equal([0x04, 7, 4, 0x50, 0x4F, 0x4E, 0x47, 7, 8], bytes[^9..]);
    }

    [Fact]
    public void ARequest_BesideManyIdleConnections_IsServed()
    {
        var idle = Enumerable.Range(0, 150).Select(_ => new TcpClient("127.0.0.1", _client.Connection.Shell)).ToList();
        AssertServes();
        idle.ForEach(each => each.Dispose());
    }

    // How many times the bytes could be sent before the connection was closed.
    private static async Task<int> SentAsync(TcpClient raw, byte[] bytes, int times = 300)
    {
        for (var sent = 0; sent < times; sent++)
            try
            {
                await raw.GetStream().WriteAsync(bytes, TestContext.Current.CancellationToken);
            }
            catch (Exception closed) when (closed is IOException or InvalidOperationException)
            {
                return sent;
            }

        return times;
    }

    private static byte[] Greeting =>
        [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 3, 0, .. Encoding.ASCII.GetBytes("NULL".PadRight(20, '\0')), .. new byte[32], 4, 28, .. "\u0005READY\u000BSocket-Type"u8, 0, 0, 0, 6, .. "DEALER"u8];

    // The greeting of a DEALER without a name, byte by byte as the specification has it.
    private static async Task<TcpClient> GreetedAsync(int port)
    {
        var raw = new TcpClient("127.0.0.1", port);
        await raw.GetStream().WriteAsync(Greeting, TestContext.Current.CancellationToken);
        return raw;
    }

    private static async Task<bool> IsClosedAsync(TcpClient raw, TimeSpan? within = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(within ?? TimeSpan.FromSeconds(10));
        try
        {
            while (await raw.GetStream().ReadAsync(new byte[100], patience.Token) > 0)
            {
            }

            return true;
        }
        catch (Exception closed) when (closed is IOException or InvalidOperationException)
        {
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private void AssertServes(int? executionCount = null)
    {
        var reply = _client.Execute("1").Reply;
        Assert.Equal("ok", (string)reply["status"]!);
        Assert.Equal("ping", _client.Beat("ping"));
        if (executionCount is { } count)
            Assert.Equal(count, (int)reply["execution_count"]!);
    }

    private IReadOnlyList<byte[]> Request(string code) => _wire.Write(new Message(
        [], new JsonObject { ["msg_id"] = Guid.NewGuid().ToString(), ["msg_type"] = "execute_request", ["session"] = "s", ["version"] = "5.3" }, [], new JsonObject { ["code"] = code }));

    private static List<byte[]> Signed(params string[] parts)
    {
        var bytes = parts.Select(Encoding.UTF8.GetBytes).ToList();
        var signature = Convert.ToHexStringLower(System.Security.Cryptography.HMACSHA256.HashData("secret"u8, bytes.SelectMany(each => each).ToArray()));
        return ["<IDS|MSG>"u8.ToArray(), Encoding.ASCII.GetBytes(signature), .. bytes];
    }

    private List<byte[]> Changed(List<byte[]> frames, int way)
    {
        var at = _random.Next(1, frames.Count);
        switch (way)
        {
            case 0: frames[at] = frames[at][..^1]; break;
            case 1: frames[at][_random.Next(frames[at].Length)] ^= (byte)(1 << _random.Next(8)); break;
            case 2: frames.RemoveAt(_random.Next(frames.Count)); break;
            case 3: frames = frames[.._random.Next(1, frames.Count)]; break;
            case 4: (frames[2], frames[5]) = (frames[5], frames[2]); break;
            case 5: frames[1] = Bytes(64); break;
            default: frames.Insert(1, Bytes(at)); break;
        }

        return frames;
    }

    private byte[] Bytes(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        return bytes;
    }
}
