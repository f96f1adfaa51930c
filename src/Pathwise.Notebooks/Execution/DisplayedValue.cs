using Pathwise.Notebooks.Documents;

namespace Pathwise.Notebooks.Execution;

/// <summary>A value that a cell has shown and may replace.</summary>
public sealed class DisplayedValue
{
    private readonly OutputChannel _channel;
    private readonly string _id;
    private readonly string[] _mimeTypes;

    internal DisplayedValue(OutputChannel channel, string id, string[] mimeTypes)
    {
        _channel = channel;
        _id = id;
        _mimeTypes = mimeTypes;
    }

    /// <summary>Shows another value in its place.</summary>
    public void Update(object? value) =>
        _channel.Replace(_id, new DataOutput(ValueFormatter.Format(value, _mimeTypes)) { DisplayId = _id });
}
