using System.Diagnostics;
using System.Globalization;
using Pathwise.Notebooks.Running;
using Spectre.Console;

namespace Pathwise.Cli.Console;

/// <summary>What a person sees while notebooks run: on a terminal one line that moves, elsewhere a line for each notebook.</summary>
internal static class NotebookProgress
{
    /// <summary>Runs the work and shows its progress; <paramref name="notebooks"/> is how many there are.</summary>
    public static async Task<T> ShowAsync<T>(
        IAnsiConsole console, int notebooks, Func<Action<CellStarted>, Action<NotebookRun>, Task<T>> work)
    {
        var lines = new Lines(console, notebooks);
        if (!console.Profile.Capabilities.Interactive || !console.Profile.Out.IsTerminal)
            return await work(lines.Announce, lines.Finish).ConfigureAwait(false);
        return await console.Status().Spinner(Spinner.Known.Dots).StartAsync("Checking the input", async status =>
        {
            using var clock = new Timer(_ => status.Status(lines.Current), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(200));
            return await work(lines.Advance, lines.Finish).ConfigureAwait(false);
        }).ConfigureAwait(false);
    }

    private sealed class Lines(IAnsiConsole console, int notebooks)
    {
        private readonly Stopwatch _watch = Stopwatch.StartNew();
        private int _finished;
        private CellStarted? _cell;

        public string Current => _cell is { } cell
            ? string.Create(CultureInfo.InvariantCulture, $"{Markup.Escape(Place(cell))}, cell {cell.Cell} of {cell.Cells}, {_watch.Elapsed.TotalSeconds:0} s")
            : "Checking the input";

        public void Advance(CellStarted cell) => _cell = cell;

        public void Announce(CellStarted cell)
        {
            if (cell.Cell == 1)
                Write($"{Place(cell)}: {cell.Cells} cells");
        }

        public void Finish(NotebookRun run)
        {
            _finished++;
            if (run.Failure is null)
                Write(string.Create(CultureInfo.InvariantCulture, $"[{_finished}/{notebooks}] {run.Name}: done in {run.Elapsed.TotalSeconds:0.0} s"));
        }

        private string Place(CellStarted cell) => $"[{_finished + 1}/{notebooks}] {Path.GetFileNameWithoutExtension(cell.Notebook)}";

        // Lines of plain text: no wrapping, no colours.
        private void Write(string line) => console.Write(new Text(line + "\n"));
    }
}
