using NetMQ;
using NetMQ.Sockets;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>
/// The five sockets of a kernel, on this machine's own address. One thread reads and writes all of them, so that messages leave
/// in the order in which they were given.
/// </summary>
internal sealed class KernelSockets : IDisposable
{
    // A client that sends more in one message has gone wrong; its connection is dropped.
    private const long LargestMessage = 64 * 1024 * 1024;

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
            socket.ReceiveReady += (_, ready) => receive([.. ready.Socket.ReceiveMultipartMessage().Select(frame => frame.ToByteArray())]);
        try
        {
            socket.Bind(Connection.Address(port));
        }
        catch (NetMQException failure)
        {
            throw new InputException($"Port {port} of 127.0.0.1 is not free: {failure.Message}", failure);
        }
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
