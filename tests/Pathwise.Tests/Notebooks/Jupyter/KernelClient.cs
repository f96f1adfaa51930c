using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using NetMQ;
using NetMQ.Sockets;
using Pathwise.Notebooks.Jupyter;
using Pathwise.Notebooks.Running;

namespace Pathwise.Tests.Notebooks.Jupyter;

/// <summary>A client of a kernel, in this process unless it is asked for one of its own, which speaks the protocol as Jupyter does.</summary>
internal sealed class KernelClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DealerSocket _shell = new();
    private readonly DealerSocket _control = new();
    private readonly RequestSocket _heartbeat = new();
    private readonly SubscriberSocket _published = new();
    private readonly Wire _wire;
    private readonly Kernel? _kernel;
    private readonly Task _running;

    public KernelClient(bool isOfItsOwnProcess = false)
    {
        var ports = FreePorts(5);
        Connection = new Connection(ports[0], ports[1], ports[2], ports[3], ports[4], "secret");
        _wire = new Wire(Connection.Key);
        if (isOfItsOwnProcess)
            _running = (Process = Started(Connection)).WaitForExitAsync();
        else
            _running = (_kernel = new Kernel(Connection, Path.GetTempPath())).RunAsync();
        _shell.Connect(Connection.Address(Connection.Shell));
        _control.Connect(Connection.Address(Connection.Control));
        _heartbeat.Connect(Connection.Address(Connection.Heartbeat));
        _published.Connect(Connection.Address(Connection.Publish));
        _published.SubscribeToAnyTopic();
        WaitUntilHeard();
    }

    public Connection Connection { get; }

    /// <summary>The kernel's own process, where it has one.</summary>
    public Process? Process { get; }

    public NetMQSocket Shell => _shell;

    /// <summary>Completes when the kernel has ended.</summary>
    public Task Running => _running;

    /// <summary>Sends a request and returns its id.</summary>
    public string Send(string type, JsonObject content, bool isControl = false)
    {
        var id = Guid.NewGuid().ToString();
        var header = new JsonObject { ["msg_id"] = id, ["msg_type"] = type, ["session"] = "s", ["version"] = "5.3" };
        (isControl ? _control : _shell).SendMultipartMessage(new NetMQMessage(_wire.Write(new Message([], header, [], content))));
        return id;
    }

    /// <summary>The reply to a request.</summary>
    public JsonObject Reply(string id, bool isControl = false)
    {
        while (Receive(isControl ? _control : _shell) is { } message)
            if ((string?)message.Parent["msg_id"] == id)
                return message.Content;
        throw new TimeoutException("No reply came.");
    }

    public JsonObject Ask(string type, JsonObject content, bool isControl = false) => Reply(Send(type, content, isControl), isControl);

    /// <summary>What is published for a request until the kernel is idle again.</summary>
    public List<Message> Published(string id)
    {
        var messages = new List<Message>();
        while (Receive(_published) is { } message)
        {
            if ((string?)message.Parent["msg_id"] != id)
                continue;
            messages.Add(message);
            if (message.Type == "status" && (string?)message.Content["execution_state"] == "idle")
                return messages;
        }

        throw new TimeoutException("The kernel did not become idle.");
    }

    /// <summary>Runs a cell; its reply, and what was published between busy and idle.</summary>
    public (JsonObject Reply, List<Message> Published) Execute(string code)
    {
        var id = Send("execute_request", new JsonObject { ["code"] = code, ["silent"] = false, ["store_history"] = true, ["stop_on_error"] = true });
        return (Reply(id), Published(id));
    }

    public string Beat(string text)
    {
        _heartbeat.SendFrame(text);
        return _heartbeat.TryReceiveFrameString(Patience, out var answer) ? answer : throw new TimeoutException("No heartbeat.");
    }

    public void Dispose()
    {
        if (!_running.IsCompleted)
            Send("shutdown_request", new JsonObject { ["restart"] = false }, isControl: true);
        _running.Wait(Patience);
        _kernel?.Dispose();
        Process?.Kill(entireProcessTree: true);
        Process?.Dispose();
        foreach (var socket in new NetMQSocket[] { _shell, _control, _heartbeat, _published })
        {
            socket.Options.Linger = TimeSpan.Zero;
            socket.Dispose();
        }
    }

    private Message? Receive(NetMQSocket socket)
    {
        var frames = new NetMQMessage();
        return socket.TryReceiveMultipartMessage(Patience, ref frames) ? _wire.Read([.. frames.Select(frame => frame.ToByteArray())]) : null;
    }

    // A subscription takes effect some time after it was made; a kernel that answers is not yet one that is heard.
    private void WaitUntilHeard()
    {
        for (var attempt = 0; attempt < 200; attempt++)
        {
            Ask("kernel_info_request", []);
            var frames = new NetMQMessage();
            if (_published.TryReceiveMultipartMessage(TimeSpan.FromMilliseconds(50), ref frames))
                return;
        }

        throw new TimeoutException("Nothing was published.");
    }

    private static Process Started(Connection connection)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, new JsonObject
        {
            ["shell_port"] = connection.Shell, ["control_port"] = connection.Control, ["iopub_port"] = connection.Publish,
            ["stdin_port"] = connection.Input, ["hb_port"] = connection.Heartbeat, ["key"] = connection.Key,
        }.ToJsonString());
        var command = WorkerCommand.OfAssembly(Path.Combine(AppContext.BaseDirectory, "Pathwise.Cli.dll"), "kernel", "run", file);
        return Process.Start(new ProcessStartInfo(command.Program, command.Arguments) { WorkingDirectory = Path.GetTempPath() })!;
    }

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(each => each.Start());
        var ports = listeners.Select(each => ((IPEndPoint)each.LocalEndpoint).Port).ToArray();
        listeners.ForEach(each => each.Stop());
        return ports;
    }
}
