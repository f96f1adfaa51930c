using System.Text;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>The signatures of the last messages, so that none is taken twice; as many as Jupyter itself remembers.</summary>
internal sealed class RecentSignatures
{
    private const int Kept = 65536;

    private readonly HashSet<string> _known = [];
    private readonly Queue<string> _inOrder = new();

    /// <summary>Keeps a signature; false when it is known.</summary>
    public bool Add(byte[] signature)
    {
        var text = Encoding.ASCII.GetString(signature);
        if (!_known.Add(text))
            return false;
        _inOrder.Enqueue(text);
        if (_inOrder.Count > Kept)
            _known.Remove(_inOrder.Dequeue());
        return true;
    }
}
