using System.Security.Cryptography;
using System.Text;
using Pathwise.Tables;

namespace Pathwise.Shards;

/// <summary>
/// The file of a shard: a line that says what it is, a line with its <see cref="ShardHeader"/>, what the work gave, and the SHA-256 of all that.
/// </summary>
internal sealed class ShardFile
{
    private const int HashLength = 32;
    private const int LongestHeader = 1 << 24;
    private const string Family = "pathwise shard ";
    private const string First = Family + "1";

    private readonly long begin;

    private ShardFile(string path, ShardHeader? header, string? damage, long begin) => (Path, Header, Damage, this.begin) = (path, header, damage, begin);

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What it says of itself; null where that cannot be read.</summary>
    public ShardHeader? Header { get; }

    /// <summary>What is wrong with it, as a clause; null when it is whole.</summary>
    public string? Damage { get; }

    /// <summary>Writes the file of a shard, whole or not at all.</summary>
    /// <exception cref="InputException">It cannot be written.</exception>
    public static void Write(string path, ShardHeader header, Action<BinaryWriter> work) => OutputFile.WriteBytes(path, file =>
    {
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
        using (var buffered = new BufferedStream(hashed, 1 << 16))
        using (var writer = new BinaryWriter(buffered))
        {
            writer.Write(Encoding.UTF8.GetBytes($"{First}\n{header.ToJson()}\n"));
            work(writer);
        }

        file.Write(hash.Hash!);
    });

    /// <summary>Reads the file of a shard, whole or damaged.</summary>
    /// <exception cref="InputException">There is no such file, or it is something else.</exception>
    public static ShardFile Open(string path)
    {
        if (!File.Exists(path))
            throw new InputException($"There is no file {path}; expected the file of a shard.");
        try
        {
            using var file = File.OpenRead(path);
            return Open(path, file);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot read {path}: {problem.Message}");
        }
    }

    /// <summary>Reads what the work gave.</summary>
    /// <exception cref="InputException">It is not what the reader expects, although the file is whole.</exception>
    public void Read(Action<BinaryReader> read)
    {
        try
        {
            using var file = File.OpenRead(Path);
            using var reader = new BinaryReader(file);
            file.Position = begin;
            read(reader);
            if (file.Position != file.Length - HashLength)
                throw new InvalidDataException("it goes on where it should end");
        }
        catch (Exception problem) when (problem is InvalidDataException or EndOfStreamException)
        {
            throw new InputException($"{Path} is damaged: {(problem is EndOfStreamException ? "it ends too early" : problem.Message)}. Delete it to start anew.");
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"Cannot read {Path}: {problem.Message}");
        }
    }

    private static ShardFile Open(string path, FileStream file)
    {
        if (file.Length == 0)
            return new(path, null, "it is empty", 0);
        if (Line(file, First.Length + 8) is not { } first || !first.StartsWith(Family, StringComparison.Ordinal))
            throw new InputException($"{path} is not the file of a shard; expected what --shard k/K --out FILE wrote.");
        if (first != First)
            throw new InputException($"{path} was written by another version of this program; expected files of this one.");
        var header = Line(file, LongestHeader) is { } json ? ShardHeader.Of(json) : null;
        var begin = file.Position;
        return header is null || file.Length - begin < HashLength ? new(path, header, "it ends too early", begin)
            : HasHash(file) ? new(path, header, null, begin) : new(path, header, "its contents do not match its checksum", begin);
    }

    private static string? Line(FileStream file, int longest)
    {
        var bytes = new List<byte>();
        for (int next; bytes.Count <= longest && (next = file.ReadByte()) != '\n'; bytes.Add((byte)next))
        {
            if (next < 0)
                return null;
        }

        return bytes.Count <= longest ? Encoding.UTF8.GetString([.. bytes]) : null;
    }

    private static bool HasHash(FileStream file)
    {
        file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 16];
        for (var left = file.Length - HashLength; left > 0;)
        {
            var read = file.Read(buffer, 0, (int)Math.Min(left, buffer.Length));
            if (read == 0)
                return false;
            hash.AppendData(buffer, 0, read);
            left -= read;
        }

        var end = new byte[HashLength];
        file.ReadExactly(end);
        return hash.GetHashAndReset().AsSpan().SequenceEqual(end);
    }
}
