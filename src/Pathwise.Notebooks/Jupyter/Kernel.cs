using System.Globalization;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Execution;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>
/// A Jupyter kernel for C#, protocol 5.3. Requests of the shell wait for each other; control requests and those about the
/// kernel itself do not. A message that is not whole or not signed is dropped without an answer.
/// </summary>
public sealed class Kernel : IDisposable
{
    // Printed text goes out in pieces: a message for each line would drown the client.
    private static readonly TimeSpan BetweenFlushes = TimeSpan.FromMilliseconds(100);

    private readonly string _session = Guid.NewGuid().ToString();
    private readonly Channel<Message> _requests = System.Threading.Channels.Channel.CreateUnbounded<Message>();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly KernelHistory _history = new();
    private readonly Wire _wire;
    private readonly KernelSockets _sockets;
    private readonly Session _code;
    private volatile Interruption? _running;
    private volatile JsonObject _parent = [];
    private int _count;
    private bool _hasFailed;

    /// <summary>A kernel at the connection's ports, running cells in a folder.</summary>
    public Kernel(Connection connection, string folder)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _wire = new Wire(connection.Key);
        _code = new Session(folder, "cell", new OutputChannel(Show, Replace));
        _sockets = new KernelSockets(connection, Receive);
    }

    /// <summary>Serves until a client asks it to end.</summary>
    public async Task RunAsync(CancellationToken cancellation = default)
    {
        Publish("status", new JsonObject { ["execution_state"] = "starting" }, []);
        _sockets.Start();
        using var cancelled = cancellation.Register(End);
        using var flush = new Timer(_ => _code.TryFlush(), null, BetweenFlushes, BetweenFlushes);
        var serving = Task.Run(ServeAsync, CancellationToken.None);
        await Task.WhenAny(serving, _ended.Task).ConfigureAwait(false);
        await Task.Delay(BetweenFlushes, CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>
    /// Shows an exception that nobody caught: one on a thread that a cell started, or in its <c>async void</c>. The session lives on.
    /// </summary>
    public void ShowUnhandled(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        _code.ShowUnhandled(failure);
    }

    /// <summary>Closes the sockets.</summary>
    public void Dispose() => _sockets.Dispose();

    // Whether the message was one, signed.
    private bool Receive(KernelSockets.Channel channel, IReadOnlyList<byte[]> frames)
    {
        if (_wire.Read(frames) is not { } message)
            return false;
        if (channel == KernelSockets.Channel.Control || message.Type is "kernel_info_request" or "shutdown_request" or "comm_info_request")
            Handle(channel, message);
        else
            _requests.Writer.TryWrite(message);
        return true;
    }

    private void Handle(KernelSockets.Channel channel, Message message)
    {
        Publish("status", new JsonObject { ["execution_state"] = "busy" }, message.Header);
        var content = message.Type switch
        {
            "kernel_info_request" => KernelInfo.Reply(),
            "comm_info_request" => new JsonObject { ["status"] = "ok", ["comms"] = new JsonObject() },
            "interrupt_request" => Interrupt(),
            "shutdown_request" => new JsonObject { ["status"] = "ok", ["restart"] = Flag(message.Content, "restart", false) },
            _ => null,
        };
        if (content is not null)
            Reply(channel, message, content);
        Publish("status", new JsonObject { ["execution_state"] = "idle" }, message.Header);
        if (message.Type == "shutdown_request")
            End();
    }

    private JsonObject Interrupt()
    {
        _ = _running?.StopAsync();
        return new JsonObject { ["status"] = "ok" };
    }

    private void End()
    {
        _requests.Writer.TryComplete();
        _ended.TrySetResult();
    }

    private async Task ServeAsync()
    {
        await WarmUp.RunAsync(Environment.CurrentDirectory).ConfigureAwait(false);
        await foreach (var message in _requests.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            Publish("status", new JsonObject { ["execution_state"] = "busy" }, message.Header);
            var content = await AnswerAsync(message).ConfigureAwait(false);
            var unaware = _hasFailed ? Waiting() : [];
            _hasFailed = false;
            if (content is not null)
                Reply(KernelSockets.Channel.Shell, message, content);
            Publish("status", new JsonObject { ["execution_state"] = "idle" }, message.Header);
            unaware.ForEach(Abort);
        }
    }

    // Whatever a request holds, the next one is served.
    private async Task<JsonObject?> AnswerAsync(Message message)
    {
        try
        {
            return message.Type switch
            {
                "execute_request" => await ExecuteAsync(message).ConfigureAwait(false),
                "complete_request" => Complete(message.Content),
                "inspect_request" => Inspect(message.Content),
                "is_complete_request" => KernelInfo.IsComplete((string?)message.Content["code"] ?? ""),
                "history_request" => _history.Reply(message.Content),
                _ => null,
            };
        }
#pragma warning disable CA1031 // it is told to the client
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new JsonObject { ["status"] = "error", ["ename"] = failure.GetType().Name, ["evalue"] = failure.Message, ["traceback"] = new JsonArray() };
        }
    }

    private async Task<JsonObject> ExecuteAsync(Message message)
    {
        var source = (string?)message.Content["code"] ?? "";
        var isSilent = Flag(message.Content, "silent", false);
        if (!isSilent && source.Trim().Length > 0)
        {
            _count++;
            _history.Add(source);
            Publish("execute_input", new JsonObject { ["code"] = source, ["execution_count"] = _count }, message.Header);
        }

        _parent = message.Header;
        var interruption = _running = new Interruption();
        var cell = _count.ToString(CultureInfo.InvariantCulture);
        var failure = source.Trim().Length == 0
            ? null
            : await _code.RunAsync(cell, source.ReplaceLineEndings("\n"), interruption).ConfigureAwait(false);
        _running = null;
        _hasFailed = failure is not null && Flag(message.Content, "stop_on_error", true);
        return failure is null
            ? new JsonObject { ["status"] = "ok", ["execution_count"] = _count, ["user_expressions"] = new JsonObject(), ["payload"] = new JsonArray() }
            : Failed(failure.Output);
    }

    private JsonObject Failed(ErrorOutput error)
    {
        var content = KernelContent.Of(error);
        content["status"] = "error";
        content["execution_count"] = _count;
        return content;
    }

    // What was asked before the failure was told, was asked in the belief that there would be none; what comes after it is not.
    private List<Message> Waiting()
    {
        var waiting = new List<Message>();
        while (_requests.Reader.TryRead(out var message))
            waiting.Add(message);
        return waiting;
    }

    private void Abort(Message waiting)
    {
        Publish("status", new JsonObject { ["execution_state"] = "busy" }, waiting.Header);
        if (waiting.Type == "execute_request")
            Reply(KernelSockets.Channel.Shell, waiting, new JsonObject { ["status"] = "aborted", ["execution_count"] = _count });
        Publish("status", new JsonObject { ["execution_state"] = "idle" }, waiting.Header);
    }

    private JsonObject Complete(JsonObject request)
    {
        var code = (string?)request["code"] ?? "";
        var (start, end, matches) = _code.Complete(code, CodePlace.FromJupyter(code, (int?)request["cursor_pos"] ?? code.Length));
        return new JsonObject
        {
            ["status"] = "ok",
            ["matches"] = new JsonArray([.. matches.Select(match => (JsonNode)match)]),
            ["cursor_start"] = CodePlace.ToJupyter(code, start),
            ["cursor_end"] = CodePlace.ToJupyter(code, end),
            ["metadata"] = new JsonObject(),
        };
    }

    private JsonObject Inspect(JsonObject request)
    {
        var code = (string?)request["code"] ?? "";
        var text = _code.Inspect(code, CodePlace.FromJupyter(code, (int?)request["cursor_pos"] ?? code.Length));
        var data = text is null ? new JsonObject() : new JsonObject { ["text/plain"] = text };
        return new JsonObject { ["status"] = "ok", ["found"] = text is not null, ["data"] = data, ["metadata"] = new JsonObject() };
    }

    private void Show(Output output)
    {
        switch (output)
        {
            case StreamOutput stream:
                Publish("stream", KernelContent.Of(stream), _parent, waits: true);
                break;
            case ErrorOutput error:
                Publish("error", KernelContent.Of(error), _parent, waits: true);
                break;
            case DataOutput data:
                Publish(data.ExecutionCount is null ? "display_data" : "execute_result", KernelContent.Of(data, _count), _parent, waits: true);
                break;
        }
    }

    private void Replace(string displayId, DataOutput output) => Publish("update_display_data", KernelContent.Of(output, _count), _parent, waits: true);

    private static bool Flag(JsonObject content, string name, bool otherwise) =>
        content[name] is JsonValue value && value.TryGetValue(out bool flag) ? flag : otherwise;

    private void Reply(KernelSockets.Channel channel, Message request, JsonObject content) =>
        _sockets.Send(channel, _wire.Write(request.Answer(request.Type.Replace("_request", "_reply", StringComparison.Ordinal), content, _session)));

    // What a cell shows waits for who hears it; what the kernel says of itself does not.
    private void Publish(string type, JsonObject content, JsonObject parent, bool waits = false) =>
        _sockets.Send(KernelSockets.Channel.Publish, _wire.Write(Message.Published(type, content, parent, _session)), waits);
}
