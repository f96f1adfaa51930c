using System.Buffers.Binary;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>
/// What a peer sends, message by message, within bounds: a stranger that sends more is cut off, and so is one that does not end
/// what it began; of a peer that has shown that it knows the key, a message that is too large is passed over.
/// </summary>
internal sealed class PeerReader(Stream stream, StrangerBudget budget) : IDisposable
{
    private const int MostFrames = 64;
    private const int Known = 64 * 1024 * 1024;
    private const int Stranger = 4 * 1024 * 1024;
    private const int Small = 16 * 1024;
    private const int LongestCommand = 4096;
    private const int Chunk = 64 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly BufferedStream _bytes = new(stream, Chunk);
    private readonly byte[] _head = new byte[8];
    private long _taken;

    /// <summary>Whether a message of the peer was signed with the key.</summary>
    public bool IsKnown { get; set; }

    /// <summary>Reads the peer's greeting. Throws <see cref="IOException"/> where it is none.</summary>
    public async Task GreetAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        var greeting = new byte[Zmtp.GreetingLength];
        await _bytes.ReadExactlyAsync(greeting.AsMemory(0, Zmtp.SignatureLength), patience.Token).ConfigureAwait(false);
        Require(Zmtp.IsSignature(greeting), "no greeting");
        await _bytes.ReadExactlyAsync(greeting.AsMemory(Zmtp.SignatureLength), patience.Token).ConfigureAwait(false);
        Require(Zmtp.IsGreeting(greeting), "no greeting");
        var (flags, length) = await HeadAsync(patience.Token).ConfigureAwait(false);
        Require((flags & Zmtp.Command) != 0 && length <= LongestCommand, "no introduction");
        Require(Zmtp.IsReady(await BytesAsync((int)length, patience.Token).ConfigureAwait(false)), "no introduction");
    }

    /// <summary>The frames of the next message, null for one that is passed over; commands go to <paramref name="command"/>.</summary>
    public async Task<List<byte[]>?> ReadAsync(Action<byte[]> command)
    {
        var (flags, length) = await HeadAsync(CancellationToken.None).ConfigureAwait(false);
        using var patience = IsKnown ? new CancellationTokenSource() : new CancellationTokenSource(Patience);
        var frames = new List<byte[]>();
        var isWhole = true;
        try
        {
            for (long size = 0; ; (flags, length) = await HeadAsync(patience.Token).ConfigureAwait(false))
            {
                if ((flags & Zmtp.Command) != 0)
                {
                    Require(length <= LongestCommand, "a long command");
                    command(await BytesAsync((int)length, patience.Token).ConfigureAwait(false));
                    if (frames.Count == 0 && size == 0)
                        return null;
                    continue;
                }

                size = Math.Min(size + Math.Min(length, Known + 1) + 1, Known + (long)MostFrames + 1);
                isWhole &= await FrameAsync(frames, length, size, patience.Token).ConfigureAwait(false);
                if ((flags & Zmtp.More) == 0)
                    return isWhole ? frames : null;
            }
        }
        finally
        {
            budget.GiveBack(_taken);
            _taken = 0;
        }
    }

    public void Dispose() => _bytes.Dispose();

    // Whether the frame was kept.
    private async Task<bool> FrameAsync(List<byte[]> frames, long length, long size, CancellationToken patience)
    {
        var isAllowed = IsAllowed(frames.Count + 1, size);
        Require(isAllowed || IsKnown, "too large a message of a stranger");
        if (!isAllowed)
        {
            await SkipAsync(length, patience).ConfigureAwait(false);
            return false;
        }

        if (!IsKnown && size > Small)
        {
            Require(budget.TryTake(length), "too much of strangers");
            _taken += length;
        }

        frames.Add(await BytesAsync((int)length, patience).ConfigureAwait(false));
        return true;
    }

    // Each frame counts for one more than its bytes, so that empty ones count as well.
    private bool IsAllowed(int frames, long size) => frames <= MostFrames && size <= (IsKnown ? Known : Stranger);

    private async Task<(byte Flags, long Length)> HeadAsync(CancellationToken patience)
    {
        await _bytes.ReadExactlyAsync(_head.AsMemory(0, 1), patience).ConfigureAwait(false);
        var flags = _head[0];
        var digits = (flags & Zmtp.Long) != 0 ? 8 : 1;
        await _bytes.ReadExactlyAsync(_head.AsMemory(0, digits), patience).ConfigureAwait(false);
        var length = digits == 1 ? _head[0] : BinaryPrimitives.ReadInt64BigEndian(_head);
        Require(flags < 8 && length >= 0, "no frame");
        return (flags, length);
    }

    // Memory is taken for what has come, not for what is announced.
    private async Task<byte[]> BytesAsync(int length, CancellationToken patience)
    {
        var bytes = new byte[Math.Min(length, Chunk)];
        for (var at = 0; at < length;)
        {
            if (at == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(length, 2L * at));
            var read = await _bytes.ReadAsync(bytes.AsMemory(at), patience).ConfigureAwait(false);
            Require(read > 0, "the end");
            at += read;
        }

        return bytes;
    }

    private async Task SkipAsync(long length, CancellationToken patience)
    {
        var aside = new byte[Math.Min(length, Chunk)];
        for (long left = length; left > 0;)
        {
            var read = await _bytes.ReadAsync(aside.AsMemory(0, (int)Math.Min(left, aside.Length)), patience).ConfigureAwait(false);
            Require(read > 0, "the end");
            left -= read;
        }
    }

    private static void Require(bool isSo, string otherwise)
    {
        if (!isSo)
            throw new IOException($"The peer is cut off: {otherwise}.");
    }
}
