using System.Net.Sockets;
using System.Threading.Channels;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>One connection to a port of the kernel: it is read and written side by side until one of the two ends.</summary>
internal sealed class Peer : IDisposable
{
    // With so much before it, a message waits for its peer, unless that has taken nothing for a while: it may be waiting for the end
    // of the cell itself. With far too much, the peer is taken for gone.
    private const long Enough = 16L * 1024 * 1024;
    private const long TooMuch = 256L * 1024 * 1024;
    private const int Piece = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly PeerReader _reader;
    private readonly Channel<byte[][]> _outgoing = Channel.CreateUnbounded<byte[][]>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Lock _subscribing = new();
    private readonly HashSet<string> _topics = [];
    private readonly object _drained = new();
    private long _waiting;
    private volatile bool _isClosed;
    private bool _isStalled;

    public Peer(Socket socket, int number, StrangerBudget budget)
    {
        (_socket, Number) = (socket, number);
        socket.NoDelay = true;
        _stream = new NetworkStream(socket, ownsSocket: false);
        _reader = new PeerReader(_stream, budget);
    }

    /// <summary>Its number among the peers of the port.</summary>
    public int Number { get; }

    /// <summary>Serves the peer until it is gone; <paramref name="receive"/> says of each message whether it was signed with the key.</summary>
    public async Task RunAsync(string socketType, Func<Peer, List<byte[]>, bool> receive)
    {
        var writing = Task.Run(WriteAsync);
        try
        {
            Post([Zmtp.Greeting, Zmtp.Ready(socketType)]);
            await _reader.GreetAsync().ConfigureAwait(false);
            while (!_isClosed)
            {
                var frames = await _reader.ReadAsync(Answer).ConfigureAwait(false);
                if (frames is not null && receive(this, frames))
                    _reader.IsKnown = true;
                await TakenAsync().ConfigureAwait(false);
            }
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The peer is gone, or is cut off for what it did.
        }
        finally
        {
            Close();
            await writing.ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Sends a message when its turn comes. Where the peer takes its messages more slowly than they come, one that
    /// <paramref name="waits"/> holds its sender up, so that they do not fill the memory.
    /// </summary>
    public void Send(IReadOnlyList<byte[]> frames, bool waits)
    {
        if (waits)
            lock (_drained)
                while (!_isClosed && !_isStalled && Interlocked.Read(ref _waiting) > Enough)
                    _isStalled = !Monitor.Wait(_drained, Patience);
        Post([.. frames.SelectMany((frame, i) => new[] { Zmtp.Head(i + 1 < frames.Count ? Zmtp.More : (byte)0, frame.Length), frame })]);
    }

    /// <summary>Takes a message of a listener, which says what it wants to hear: 1 and a topic, or 0 and one no more.</summary>
    public bool Subscribe(IReadOnlyList<byte[]> frames)
    {
        const int most = 64;
        if (frames is [{ Length: > 0 and <= 256 } wish])
            lock (_subscribing)
            {
                var topic = Convert.ToHexString(wish.AsSpan(1));
                _ = wish[0] == 1 && _topics.Count < most ? _topics.Add(topic) : _topics.Remove(topic);
            }

        return false;
    }

    /// <summary>Whether the peer wants to hear of a topic.</summary>
    public bool Hears(byte[] topic)
    {
        lock (_subscribing)
            return _topics.Count > 0 && Convert.ToHexString(topic) is var name && _topics.Any(each => name.StartsWith(each, StringComparison.Ordinal));
    }

    /// <summary>Whether everything was sent.</summary>
    public bool IsDrained => _isClosed || Interlocked.Read(ref _waiting) == 0;

    public void Close()
    {
        _isClosed = true;
        _outgoing.Writer.TryComplete();
        _socket.Close();
        lock (_drained)
            Monitor.PulseAll(_drained);
    }

    public void Dispose()
    {
        Close();
        _reader.Dispose();
        _stream.Dispose();
        _socket.Dispose();
    }

    private void Answer(byte[] command)
    {
        if (Zmtp.Pong(command) is { } pong)
            Post([pong]);
    }

    private void Post(byte[][] pieces)
    {
        if (Interlocked.Add(ref _waiting, pieces.Sum(piece => (long)piece.Length)) > TooMuch)
            Close();
        _outgoing.Writer.TryWrite(pieces);
    }

    // A peer that asks and does not listen is not asked again before it does.
    private async Task TakenAsync()
    {
        while (!_isClosed && Interlocked.Read(ref _waiting) > Enough)
            await Task.Delay(20).ConfigureAwait(false);
    }

    private async Task WriteAsync()
    {
        try
        {
            await foreach (var pieces in _outgoing.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await WriteAsync(pieces).ConfigureAwait(false);
                var left = Interlocked.Add(ref _waiting, -pieces.Sum(piece => (long)piece.Length));
                lock (_drained)
                {
                    _isStalled &= left > Enough;
                    Monitor.PulseAll(_drained);
                }
            }
        }
        catch (Exception failure) when (failure is IOException or SocketException or ObjectDisposedException or OperationCanceledException)
        {
            Close();
        }
    }

    private async Task WriteAsync(byte[][] pieces)
    {
        byte[][] whole = pieces.Sum(piece => (long)piece.Length) <= Piece ? [[.. pieces.SelectMany(piece => piece)]] : pieces;
        foreach (var piece in whole)
            await _stream.WriteAsync(piece).ConfigureAwait(false);
    }
}
