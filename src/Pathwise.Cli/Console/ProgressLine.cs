using System.Diagnostics;
using System.Globalization;
using Pathwise.Synthesis;

namespace Pathwise.Cli.Console;

/// <summary>Shows where a search stands: one line that is overwritten on a terminal, plain lines elsewhere.</summary>
internal sealed class ProgressLine(TextWriter writer)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly bool isTerminal = writer == System.Console.Error && !System.Console.IsErrorRedirected;
    private int width;

    public void Show(SynthesisProgress progress)
    {
        var far = progress.Farthest is { } farthest
            ? string.Create(CultureInfo.InvariantCulture, $"; farthest {farthest.Id}, {farthest.Distance:0.#} half digits")
            : "";
        var text = string.Create(CultureInfo.InvariantCulture, $"{watch.Elapsed.TotalSeconds,6:0.0} s  {progress.Stage}: {progress.Met} of {progress.Targets} met{far}");
        if (isTerminal)
            writer.Write("\r" + text.PadRight(width));
        else
            writer.WriteLine(text);
        width = text.Length;
    }

    /// <summary>Clears the overwritten line.</summary>
    public void End()
    {
        if (isTerminal)
            writer.Write("\r" + new string(' ', width) + "\r");
    }
}
