using System.Security.Cryptography;
using System.Text;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>
/// Bootstraps on disk, to be resumed: every bit of the replicates drawn so far, with the fingerprint of the fit that they belong to.
/// </summary>
public static class BootstrapFile
{
    private const int HashLength = 32;

    private static readonly byte[] Magic = Encoding.ASCII.GetBytes("pathwise bootstrap 1\n");

    /// <summary>Writes a bootstrap, complete or interrupted; the file is written whole or not at all.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Save(this BootstrapResult bootstrap, string path)
    {
        ArgumentNullException.ThrowIfNull(bootstrap);
        OutputFile.WriteBytes(path, file => Write(bootstrap, file));
    }

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
        using var file = File.OpenRead(path);
        Check(file, path);
        using var reader = new BinaryReader(file);
        file.Position = Magic.Length;
        if (!reader.ReadBytes(HashLength).AsSpan().SequenceEqual(FitFingerprint.Of(fit)))
            throw new InputException($"{path} is a bootstrap of another fit: its model, data or estimation differ from those given now.");
        var options = ReadOptions(reader);
        var catalogue = Bootstrapping.Catalogue(fit, FastWorker.Compile(fit));
        ReplicateTable? Table(bool isThere) => isThere ? ReplicateTable.Read(reader, catalogue) : null;
        return new BootstrapResult(
            fit, options, catalogue, Table(true)!, Table(options.Rule == ImproperRule.Redraw), Table(options.HasJackknife), ReplicateTable.Of(fit, catalogue));
    }

    private static void Write(BootstrapResult bootstrap, Stream file)
    {
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
        using (var writer = new BinaryWriter(hashed))
        {
            writer.Write(Magic);
            writer.Write(FitFingerprint.Of(bootstrap.Fit));
            WriteOptions(writer, bootstrap);
            bootstrap.First.Write(writer);
            bootstrap.Redrawn?.Write(writer);
            bootstrap.Jackknife?.Write(writer);
        }

        file.Write(hash.Hash!);
    }

    // Redrawn replicates are kept under whatever rule the result is shown.
    private static void WriteOptions(BinaryWriter writer, BootstrapResult bootstrap)
    {
        writer.Write(bootstrap.Options.Replicates);
        writer.Write(bootstrap.Options.Seed);
        writer.Write((int)bootstrap.Options.Kind);
        writer.Write((int)(bootstrap.Redrawn is null ? bootstrap.Rule : ImproperRule.Redraw));
        writer.Write(bootstrap.Jackknife is not null);
    }

    private static BootstrapOptions ReadOptions(BinaryReader reader) => new()
    {
        Replicates = reader.ReadInt32(),
        Seed = reader.ReadInt64(),
        Kind = (ResamplingKind)reader.ReadInt32(),
        Rule = (ImproperRule)reader.ReadInt32(),
        HasJackknife = reader.ReadBoolean(),
    };

    /// <summary>Stops unless the file begins as ours and ends with the hash of all that stands before.</summary>
    private static void Check(FileStream file, string path)
    {
        var start = new byte[Magic.Length];
        if (file.Length < Magic.Length + HashLength || file.ReadAtLeast(start, start.Length, false) < start.Length || !start.AsSpan().SequenceEqual(Magic))
            throw new InputException($"{path} is not a bootstrap that was saved to be resumed.");
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
