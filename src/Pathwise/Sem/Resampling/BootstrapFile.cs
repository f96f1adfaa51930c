using System.Security.Cryptography;
using System.Text;
using Pathwise.Sem.Estimation;
using Pathwise.Tables;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// Bootstraps on disk, to be resumed: every bit of the replicates drawn so far, with the fingerprint of the fit that they belong to.
/// </summary>
public static class BootstrapFile
{
    private const int HashLength = 32;
    private const int VersionAt = 19;

    // The number goes up with the meaning of what stands in a file, as the list of effects or the ways in which a fit ends.
    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("pathwise bootstrap 3\n");

    /// <summary>Writes a bootstrap, complete or interrupted; the file is written whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Save(this BootstrapResult bootstrap, string path)
    {
        ArgumentNullException.ThrowIfNull(bootstrap);
        Save(bootstrap.Fit, bootstrap.Options, [bootstrap.Replicates], path);
    }

    /// <summary>
    /// Writes all that these runs of one bootstrap have drawn, the first of them perhaps still at work; its options say what belongs together.
    /// </summary>
    internal static void Save(FitResult fit, BootstrapOptions options, IReadOnlyList<Replicates> runs, string path) =>
        OutputFile.WriteBytes(path, file => Write(fit, options, runs, file));

    /// <summary>
    /// Reads a bootstrap of this fit, so that <see cref="Bootstrapping.Bootstrap"/> can carry on from it: with the same bits as a run that was
    /// never interrupted.
    /// </summary>
    /// <exception cref="InputException">There is no such file, it is damaged, or it belongs to another model, data or options.</exception>
    public static BootstrapResult ReadBootstrap(this FitResult fit, string path)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (!File.Exists(path))
            throw new InputException($"There is no file {path}.");
        try
        {
            using var file = File.OpenRead(path);
            Check(file, path);
            using var reader = new BinaryReader(file);
            file.Position = Magic.Length;
            if (!reader.ReadBytes(HashLength).AsSpan().SequenceEqual(FitFingerprint.Of(fit)))
                throw new InputException($"{path} is a bootstrap of another fit: its model, data or estimation differ from those given now.");
            return Read(fit, reader);
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
        {
            throw new InputException($"{path} is damaged: {(problem is EndOfStreamException ? "it ends too early" : problem.Message)}. Delete it to start anew.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot read {path}: {problem.Message}");
        }
    }

    private static BootstrapResult Read(FitResult fit, BinaryReader reader)
    {
        var options = ReadOptions(reader);
        var catalogue = Bootstrapping.Catalogue(fit, CompiledRefit.Compile(fit));
        ReplicateTable? Table(bool isThere, int rows) => !isThere ? null
            : ReplicateTable.Read(reader, catalogue) is var table && table.Count == rows ? table
            : throw new InvalidDataException($"a table has {table.Count} samples instead of {rows}");
        var first = Table(true, options.Replicates)!;
        var bounded = Table(options.Rule == ImproperRule.Bounded, options.Replicates);
        var replicates = new Replicates(
            first, Table(options.Rule == ImproperRule.Redraw, options.Replicates), Table(options.HasJackknife, fit.CaseCount));
        replicates = replicates with { Bounded = bounded };
        if (reader.BaseStream.Position != reader.BaseStream.Length - HashLength)
            throw new InvalidDataException("it goes on where it should end");
        return new BootstrapResult(fit, options, catalogue, replicates, ReplicateTable.Of(fit, catalogue));
    }

    private static void Write(FitResult fit, BootstrapOptions options, IReadOnlyList<Replicates> runs, Stream file)
    {
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
        using (var buffered = new BufferedStream(hashed, 1 << 16))
        using (var writer = new BinaryWriter(buffered))
        {
            writer.Write(Magic);
            writer.Write(FitFingerprint.Of(fit));
            WriteRows(writer, fit, options, runs);
        }

        file.Write(hash.Hash!);
    }

    /// <summary>Writes how a bootstrap is drawn and all rows that these runs of it have done, also while they do more.</summary>
    internal static void WriteRows(BinaryWriter writer, FitResult fit, BootstrapOptions options, IReadOnlyList<Replicates> runs)
    {
        var rows = runs.Max(each => each.First.Count);
        ReplicateTable[] redrawn = [.. runs.Select(each => each.Redrawn).OfType<ReplicateTable>()], jackknife = [.. runs.Select(each => each.Jackknife).OfType<ReplicateTable>()];

        // Redrawn replicates are kept under whatever rule the result is shown, else those within bounds: these can be fitted again.
        ReplicateTable[] bounded = redrawn.Length > 0 ? [] : [.. runs.Select(each => each.Bounded).OfType<ReplicateTable>()];
        WriteOptions(writer, options with { Replicates = rows, Rule = redrawn.Length > 0 ? ImproperRule.Redraw : bounded.Length > 0 ? ImproperRule.Bounded : options.Rule == ImproperRule.Drop ? ImproperRule.Drop : ImproperRule.Keep, HasJackknife = jackknife.Length > 0 });
        ReplicateTable.Write(writer, [.. runs.Select(each => each.First)], rows);
        if (bounded.Length > 0)
            ReplicateTable.Write(writer, bounded, rows);
        if (redrawn.Length > 0)
            ReplicateTable.Write(writer, redrawn, rows);
        if (jackknife.Length > 0)
            ReplicateTable.Write(writer, jackknife, fit.CaseCount);
    }

    /// <summary>Reads how a bootstrap is drawn, as <see cref="WriteRows"/> wrote it before the rows.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    internal static BootstrapOptions ReadOptions(BinaryReader reader)
    {
        var options = new BootstrapOptions
        {
            Replicates = reader.ReadInt32(),
            Seed = reader.ReadInt64(),
            Kind = (ResamplingKind)reader.ReadInt32(),
            Rule = (ImproperRule)reader.ReadInt32(),
            HasJackknife = reader.ReadByte() switch { 0 => false, 1 => true, var mark => throw new InvalidDataException($"its jackknife is marked {mark}") },
        };
        try
        {
            return options.Checked();
        }
        catch (InputException problem)
        {
            throw new InvalidDataException(problem.Message.TrimEnd('.'));
        }
    }

    private static void WriteOptions(BinaryWriter writer, BootstrapOptions options)
    {
        writer.Write(options.Replicates);
        writer.Write(options.Seed);
        writer.Write((int)options.Kind);
        writer.Write((int)options.Rule);
        writer.Write(options.HasJackknife);
    }

    /// <summary>Stops unless the file begins as ours and ends with the hash of all that stands before.</summary>
    private static void Check(FileStream file, string path)
    {
        var start = new byte[Magic.Length];
        if (file.Length < Magic.Length + HashLength || file.ReadAtLeast(start, start.Length, false) < start.Length || !start.AsSpan(0, VersionAt).SequenceEqual(Magic.AsSpan(0, VersionAt)))
            throw new InputException($"{path} is not a bootstrap that was saved to be resumed.");
        if (!start.AsSpan().SequenceEqual(Magic))
            throw new InputException($"{path} was saved by another version of this program, which lists effects differently. Delete it to start anew.");
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(start);
        var buffer = new byte[1 << 16];
        for (var left = file.Length - Magic.Length - HashLength; left > 0;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        var end = new byte[HashLength];
        file.ReadExactly(end);
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(end))
            throw new InputException($"{path} is damaged: its contents do not match its checksum. Delete it to start anew.");
    }
}
