using System.Text;
using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Execution;

/// <summary>
/// Where a session's cells put what they show. Texts written one after another to the same stream are joined, and whatever
/// comes first is shown first. Safe for threads that a cell starts.
/// </summary>
internal sealed class OutputChannel(Action<Output> show, Action<string, DataOutput> replace)
{
    // Long outputs go on in pieces, so that a reader sees them grow; so short that each is soon forgotten.
    private const int Piece = 32 * 1024;

    private static readonly AsyncLocal<OutputChannel?> Ambient = new();

    private readonly Lock _lock = new();
    private readonly StringBuilder _text = new();
    private string _stream = "stdout";
    private bool _isClosed;

    /// <summary>The channel of the session whose cell is running here, or null outside of one. It follows the cell's threads.</summary>
    public static OutputChannel? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>Shows nothing any more, and gives the channel that takes its place: for a cell that was left behind while it runs.</summary>
    public OutputChannel Succeed()
    {
        Flush();
        lock (_lock)
            _isClosed = true;
        return new OutputChannel(show, replace);
    }

    /// <summary>Writes on a stream, <c>stdout</c> or <c>stderr</c>.</summary>
    public void Write(string stream, ReadOnlySpan<char> text)
    {
        lock (_lock)
        {
            if (_isClosed)
                return;
            if (stream != _stream)
                Flush();
            _stream = stream;
            while (text.Length > 0)
            {
                var piece = text[..First(text, Math.Max(Piece - _text.Length, 1))];
                _text.Append(piece);
                text = text[piece.Length..];
                if (_text.Length >= Piece)
                    Flush();
            }
        }
    }

    // About as many letters as are wanted; a letter of two units stays whole.
    private static int First(ReadOnlySpan<char> text, int wanted) =>
        wanted >= text.Length ? text.Length : char.IsHighSurrogate(text[wanted - 1]) ? wanted + 1 : wanted;

    /// <summary>Shows a value or an error.</summary>
    public void Show(Output output)
    {
        lock (_lock)
        {
            Flush();
            if (!_isClosed)
                show(output);
        }
    }

    /// <summary>Replaces what was shown under a display's name.</summary>
    public void Replace(string displayId, DataOutput output)
    {
        lock (_lock)
        {
            Flush();
            if (!_isClosed)
                replace(displayId, output);
        }
    }

    /// <summary>Hands on the text that was written and not yet shown, unless somebody is about to.</summary>
    public void TryFlush()
    {
        if (!_lock.TryEnter())
            return;
        try
        {
            Flush();
        }
        finally
        {
            _lock.Exit();
        }
    }

    /// <summary>Hands on the text that was written and not yet shown.</summary>
    public void Flush()
    {
        lock (_lock)
        {
            if (_text.Length == 0)
                return;
            show(new StreamOutput(_stream, _text.ToString()));
            _text.Clear();
        }
    }
}
