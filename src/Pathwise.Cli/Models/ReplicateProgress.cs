using Pathwise.Sem.Resampling;

namespace Pathwise.Cli.Models;

/// <summary>Shows how far a long run is: a bar that moves on a terminal, a line for each tenth elsewhere.</summary>
internal sealed class ReplicateProgress(TextWriter error, bool isTerminal) : IProgress<BootstrapProgress>
{
    private const int Width = 40;

    private readonly Lock gate = new();
    private int shown;

    public void Report(BootstrapProgress value)
    {
        var steps = isTerminal ? Width : 10;
        var reached = (int)((long)value.Done * steps / value.Total);
        lock (gate)
        {
            if (reached <= shown)
                return;
            shown = reached;
            if (isTerminal)
                error.Write($"\r[{new string('#', reached)}{new string('.', Width - reached)}] {value.Done} of {value.Total}{(reached == steps ? "\n" : "")}");
            else
                error.WriteLine($"{value.Done} of {value.Total} samples fitted");
        }
    }
}
