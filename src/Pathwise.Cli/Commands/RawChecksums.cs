using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Cli.Commands;

/// <summary>The checksums of a folder of raw data: of each codebook and of the table that it describes, and of nothing else.</summary>
internal sealed class RawChecksums
{
    public const string Name = "SHA256SUMS";

    private readonly string _folder;
    private readonly string[] _files;

    private RawChecksums(string folder, string[] files, string[] strays) => (_folder, _files, Strays) = (folder, files, strays);

    /// <summary>What lies in the folder besides, by name.</summary>
    public IReadOnlyList<string> Strays { get; }

    /// <summary>Checksums of a folder in which these tables were made; codebooks may lie elsewhere.</summary>
    public static RawChecksums Of(string folder, IReadOnlyList<string> made)
    {
        string[] all = [.. Directory.EnumerateFileSystemEntries(folder).Select(path => Path.GetFileName(path)!).Where(name => name != Name).Order(StringComparer.Ordinal)];
        string[] codebooks = [.. all.Where(name => name.EndsWith(Codebook.Ending, StringComparison.Ordinal))];
        var described = codebooks.Select(name => name[..^Codebook.Ending.Length] + ".csv");
        string[] files = [.. all.Intersect(codebooks.Concat(described).Concat(made)).Where(name => File.Exists(Path.Combine(folder, name)))];
        return new RawChecksums(folder, files, [.. all.Except(files)]);
    }

    /// <summary>Writes them in the form that <c>sha256sum --check</c> reads.</summary>
    public void Write(TextWriter writer)
    {
        foreach (var file in _files)
            writer.Write($"{Checksum.OfFile(Path.Combine(_folder, file))}  {file}\n");
    }
}
