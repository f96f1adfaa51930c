namespace Pathwise.Notebooks.Jupyter;

/// <summary>
/// The five sockets of a kernel, on this machine's own address. Each peer gets its messages in the order in which they were given;
/// what peers send is handed on one message at a time.
/// </summary>
internal sealed class KernelSockets : IDisposable
{
    private readonly Lock _receiving = new();
    private readonly PeerListener _shell;
    private readonly PeerListener _control;
    private readonly PeerListener _input;
    private readonly PeerListener _heartbeat;
    private readonly PeerListener _publish;

    /// <summary>
    /// Binds the sockets; what arrives on shell and control goes to <paramref name="receive"/>, with the number of the peer before
    /// it, and is answered by whether it was signed with the key.
    /// </summary>
    public KernelSockets(Connection connection, Func<Channel, IReadOnlyList<byte[]>, bool> receive)
    {
        var budget = new StrangerBudget();
        _shell = new PeerListener(connection.Shell, "ROUTER", budget, (peer, frames) => Receive(Channel.Shell, peer, frames));
        _control = new PeerListener(connection.Control, "ROUTER", budget, (peer, frames) => Receive(Channel.Control, peer, frames));
        _input = new PeerListener(connection.Input, "ROUTER", budget, static (_, _) => false);
        _heartbeat = new PeerListener(connection.Heartbeat, "ROUTER", budget, static (peer, frames) => Echo(peer, frames));
        _publish = new PeerListener(connection.Publish, "PUB", budget, static (peer, frames) => peer.Subscribe(frames));

        bool Receive(Channel channel, Peer peer, List<byte[]> frames)
        {
            lock (_receiving)
                return receive(channel, [BitConverter.GetBytes(peer.Number), .. frames]);
        }
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

    private PeerListener[] All => [_shell, _control, _input, _heartbeat, _publish];

    public void Start()
    {
        foreach (var listener in All)
            listener.Start();
    }

    /// <summary>
    /// Sends a message when its turn comes, to the peer whose number stands first or, published, to who hears its topic. Any thread
    /// may call this; one that <paramref name="waits"/> is held up while a peer does not follow. A peer that is gone gets nothing.
    /// </summary>
    public void Send(Channel channel, IReadOnlyList<byte[]> frames, bool waits = false)
    {
        if (channel == Channel.Publish)
            foreach (var peer in _publish.Peers.Where(peer => peer.Hears(frames[0])))
                peer.Send(frames, waits);
        else
            (channel == Channel.Shell ? _shell : _control).Find(BitConverter.ToInt32(frames[0]))?.Send([.. frames.Skip(1)], waits);
    }

    public void Dispose()
    {
        foreach (var listener in All)
            listener.Dispose();
    }

    private static bool Echo(Peer peer, List<byte[]> frames)
    {
        peer.Send(frames, waits: false);
        return false;
    }
}
