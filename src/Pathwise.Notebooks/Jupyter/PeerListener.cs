using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>A port of this machine's own address, and the peers that are connected to it.</summary>
internal sealed class PeerListener : IDisposable
{
    // Each port has as many as a careless client may leave open, and no more than the system has handles for.
    private const int MostPeers = 1000;

    private readonly TcpListener _listener;
    private readonly string _socketType;
    private readonly StrangerBudget _budget;
    private readonly Func<Peer, List<byte[]>, bool> _receive;
    private readonly ConcurrentDictionary<int, Peer> _peers = new();
    private int _count;
    private volatile bool _isClosed;

    /// <summary>Binds a port as a socket of the given type. Throws <see cref="InputException"/> where it is not free.</summary>
    public PeerListener(int port, string socketType, StrangerBudget budget, Func<Peer, List<byte[]>, bool> receive)
    {
        (_socketType, _budget, _receive) = (socketType, budget, receive);
        _listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            _listener.Start();
        }
        catch (SocketException failure)
        {
            throw new InputException($"Port {port} of 127.0.0.1 is not free: {failure.Message}", failure);
        }
    }

    public IEnumerable<Peer> Peers => _peers.Values;

    /// <summary>The peer of a number, or null when it is gone.</summary>
    public Peer? Find(int number) => _peers.GetValueOrDefault(number);

    public void Start() => _ = Task.Run(AcceptAsync);

    /// <summary>Lets the peers have what was sent, for a moment, and closes.</summary>
    public void Dispose()
    {
        _isClosed = true;
        _listener.Dispose();
        SpinWait.SpinUntil(() => _peers.Values.All(peer => peer.IsDrained), TimeSpan.FromSeconds(1));
        foreach (var peer in _peers.Values)
            peer.Close();
    }

    private async Task AcceptAsync()
    {
        while (!_isClosed)
            try
            {
                var socket = await _listener.AcceptSocketAsync().ConfigureAwait(false);
                if (_peers.Count < MostPeers)
                    _ = ServeAsync(new Peer(socket, ++_count, _budget));
                else
                    socket.Dispose();
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // The port is closed, or the system has no handle left; it may have one later.
                await Task.Delay(100).ConfigureAwait(false);
            }
    }

    private async Task ServeAsync(Peer peer)
    {
        _peers[peer.Number] = peer;
        try
        {
            await peer.RunAsync(_socketType, _receive).ConfigureAwait(false);
        }
        finally
        {
            _peers.TryRemove(peer.Number, out _);
            peer.Dispose();
        }
    }
}
