using NetMQ;
using NetMQ.Sockets;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>
/// The five sockets of a kernel, on this machine's own address. One thread reads and writes all of them, so that messages leave
/// in the order in which they were given.
/// </summary>
internal sealed class KernelSockets : IDisposable
{
    // A client that sends more in one frame has gone wrong, and its connection is dropped; so is a message that has more in all.
    private const long LargestMessage = 64 * 1024 * 1024;
    private const int MostFrames = 64;

    private readonly RouterSocket _shell = new();
    private readonly RouterSocket _control = new();
    private readonly RouterSocket _input = new();
    private readonly RouterSocket _heartbeat = new();
    private readonly PublisherSocket _publish = new();
    private readonly NetMQQueue<(Channel Channel, IReadOnlyList<byte[]> Frames)> _outgoing = new();
    private readonly NetMQPoller _poller;

    /// <summary>Binds the sockets; what arrives on shell and control goes to <paramref name="receive"/>.</summary>
    public KernelSockets(Connection connection, Action<Channel, IReadOnlyList<byte[]>> receive)
    {
        Bind(_shell, connection.Shell, frames => receive(Channel.Shell, frames));
        Bind(_control, connection.Control, frames => receive(Channel.Control, frames));
        Bind(_input, connection.Input, static _ => { });
        Bind(_heartbeat, connection.Heartbeat, frames => Send(_heartbeat, frames));
        Bind(_publish, connection.Publish, null);
        _outgoing.ReceiveReady += (_, _) => SendWaiting();
        _poller = [_shell, _control, _input, _heartbeat, _outgoing];
    }

    /// <summary>Where a message goes.</summary>
    internal enum Channel
    {
        /// <summary>Requests in order.</summary>
        Shell,

        /// <summary>Requests that do not wait for others.</summary>
        Control,

        /// <summary>What everyone hears.</summary>
        Publish,
    }

    public void Start() => _poller.RunAsync("kernel sockets", isBackgroundThread: true);

    /// <summary>Sends a message when its turn comes. Any thread may call this.</summary>
    public void Send(Channel channel, IReadOnlyList<byte[]> frames) => _outgoing.Enqueue((channel, frames));

    public void Dispose()
    {
        _poller.Stop();
        SendWaiting();
        _poller.Dispose();
        foreach (var socket in new NetMQSocket[] { _shell, _control, _input, _heartbeat, _publish })
            socket.Dispose();
        _outgoing.Dispose();
    }

    private static void Bind(NetMQSocket socket, int port, Action<IReadOnlyList<byte[]>>? receive)
    {
        socket.Options.SendHighWatermark = 0;
        socket.Options.ReceiveHighWatermark = 0;
        socket.Options.MaxMsgSize = LargestMessage;
        socket.Options.Linger = TimeSpan.FromSeconds(1);
        if (receive is not null)
            socket.ReceiveReady += (_, ready) =>
            {
                if (Receive(ready.Socket) is { } frames)
                    receive(frames);
            };
        try
        {
            socket.Bind(Connection.Address(port));
        }
        catch (NetMQException failure)
        {
            throw new InputException($"Port {port} of 127.0.0.1 is not free: {failure.Message}", failure);
        }
    }

    // Reads the message to its end, and keeps no more of it than a message may have: null when it had more.
    private static List<byte[]>? Receive(NetMQSocket socket)
    {
        var frames = new List<byte[]>();
        long size = 0;
        var frame = default(Msg);
        frame.InitEmpty();
        do
        {
            socket.Receive(ref frame);
            size += frame.Size;
            if (size <= LargestMessage && frames.Count <= MostFrames)
                frames.Add(frame.Slice().ToArray());
        }
        while (frame.HasMore);
        frame.Close();
        return size <= LargestMessage && frames.Count <= MostFrames ? frames : null;
    }

    private void SendWaiting()
    {
        while (_outgoing.TryDequeue(out var message, TimeSpan.Zero))
            Send(message.Channel switch { Channel.Shell => _shell, Channel.Control => _control, _ => _publish }, message.Frames);
    }

    // A client that is gone gets nothing; nobody waits for it.
    private static void Send(NetMQSocket socket, IReadOnlyList<byte[]> frames) =>
        socket.TrySendMultipartMessage(TimeSpan.Zero, new NetMQMessage(frames));
}
