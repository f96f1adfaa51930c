using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;
using Pathwise.Notebooks.Jupyter;
using Xunit;

namespace Pathwise.Tests.Notebooks.Jupyter;

/// <summary>Whatever arrives at its ports, the kernel serves the next proper request.</summary>
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

    private static byte[] Greeting => [0xFF, 0, 0, 0, 0, 0, 0, 0, 1, 0x7F, 1, 5, 0, 0];

    // The greeting of a DEALER in the second version of the transport, with an empty name.
    private static async Task<TcpClient> GreetedAsync(int port)
    {
        var raw = new TcpClient("127.0.0.1", port);
        await raw.GetStream().WriteAsync(Greeting, TestContext.Current.CancellationToken);
        return raw;
    }

    private static async Task<bool> IsClosedAsync(TcpClient raw)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(10));
        try
        {
            while (await raw.GetStream().ReadAsync(new byte[100], patience.Token) > 0)
            {
            }

            return true;
        }
        catch (IOException)
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
