using System.Text;

namespace Pathwise.Notebooks.Execution;

/// <summary>The console of a process that runs cells: what a cell writes goes to its session, anything else where it went before.</summary>
internal sealed class RoutedWriter(string stream, TextWriter otherwise) : TextWriter
{
    private static readonly Lazy<bool> Installed = new(() =>
    {
        Console.SetOut(new RoutedWriter("stdout", Console.Out));
        Console.SetError(new RoutedWriter("stderr", Console.Error));
        return true;
    });

    private const int Longest = 1 << 20;

    public override Encoding Encoding => otherwise.Encoding;

    /// <summary>Routes this process's console, once.</summary>
    public static void Install() => _ = Installed.Value;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (OutputChannel.Current is { } channel)
            channel.Write(stream, buffer);
        else
            otherwise.Write(buffer);
    }

    // A long text is not copied; a short one goes out in one piece with its end, whoever else writes.
    public override void WriteLine(string? value)
    {
        if (value is { Length: > Longest })
            Write(value.AsSpan());
        Write(value is { Length: > Longest } ? "\n" : value + "\n");
    }

    public override void WriteLine() => Write("\n");

    public override void Flush() => otherwise.Flush();
}
