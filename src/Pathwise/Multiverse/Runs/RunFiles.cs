using System.Runtime.InteropServices;
using System.Text;

namespace Pathwise.Multiverse.Runs;

/// <summary>
/// The two files of a run that grow, fit by fit in a fixed order: <c>draws.bin</c>, the draws of the claims' effects of those fits that are of type E,
/// and after them <c>universes.jsonl</c>. Where a run was killed, both are cut back to the last fit that is whole.
/// </summary>
internal sealed class RunFiles : IDisposable
{
    /// <summary>The name of the file of universes.</summary>
    public const string Lines = "universes.jsonl";

    /// <summary>The name of the file of draws.</summary>
    public const string Draws = "draws.bin";

    private readonly FileStream lines;
    private readonly FileStream? draws;

    private RunFiles(FileStream lines, FileStream? draws, int done) => (this.lines, this.draws, Done) = (lines, draws, done);

    /// <summary>How many fits were there before.</summary>
    public int Done { get; }

    /// <summary>Opens the files of a folder and cuts off what is not whole.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="fits">For each fit, in order, the keys of its universes and whether it has draws.</param>
    /// <param name="bytes">The length of a record of draws; 0 where none are kept.</param>
    public static RunFiles Open(string folder, IReadOnlyList<(IReadOnlyList<string> Keys, bool HasDraws)> fits, int bytes)
    {
        var file = Path.Combine(folder, Lines);
        var drawn = bytes > 0 ? new FileStream(Path.Combine(folder, Draws), FileMode.OpenOrCreate, FileAccess.ReadWrite) : null;
        var written = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite);
        var ends = Ends(written, fits);
        var done = 0;
        long records = 0;
        while (done < ends.Count && (drawn is null || !fits[done].HasDraws || (records + 1) * bytes <= drawn.Length))
            records += drawn is not null && fits[done++].HasDraws ? 1 : drawn is null ? done++ * 0 : 0;
        written.SetLength(done > 0 ? ends[done - 1] : 0);
        drawn?.SetLength(records * bytes);
        written.Seek(0, SeekOrigin.End);
        drawn?.Seek(0, SeekOrigin.End);
        return new(written, drawn, done);
    }

    /// <summary>Adds what a fit came to.</summary>
    /// <param name="rows">Its lines, in order.</param>
    /// <param name="record">Its draws, or null.</param>
    public void Add(IEnumerable<string> rows, double[]? record)
    {
        if (record is not null)
        {
            draws!.Write(MemoryMarshal.AsBytes(record.AsSpan()));
            draws.Flush();
        }

        lines.Write(Encoding.UTF8.GetBytes(string.Concat(rows.Select(row => row + "\n"))));
        lines.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        draws?.Dispose();
        lines.Dispose();
    }

    // Where each whole fit ends in the file of lines, as far as its lines are those expected.
    private static List<long> Ends(FileStream written, IReadOnlyList<(IReadOnlyList<string> Keys, bool HasDraws)> fits)
    {
        var (ends, at, end) = (new List<long>(), 0, 0L);
        foreach (var line in LinesOf(written))
        {
            if (ends.Count == fits.Count || !line.AsSpan().StartsWith(Encoding.UTF8.GetBytes($"{{\"key\":\"{fits[ends.Count].Keys[at]}\"")))
                break;
            end += line.Length + 1;
            if (++at < fits[ends.Count].Keys.Count)
                continue;
            ends.Add(end);
            at = 0;
        }

        return ends;
    }

    /// <summary>The lines of a file that end, without their ends.</summary>
    public static IEnumerable<byte[]> LinesOf(Stream stream)
    {
        stream.Seek(0, SeekOrigin.Begin);
        var (buffer, line) = (new byte[1 << 16], new MemoryStream());
        for (int count; (count = stream.Read(buffer)) > 0;)
        {
            for (int begin = 0, end; begin < count; begin = end + 1)
            {
                end = Array.IndexOf(buffer, (byte)'\n', begin, count - begin);
                line.Write(buffer, begin, (end < 0 ? count : end) - begin);
                if (end < 0)
                    break;
                yield return line.ToArray();
                line.SetLength(0);
            }
        }
    }
}
