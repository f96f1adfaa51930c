using Pathwise.Sem.Moments;

namespace Pathwise.Analyses;

/// <summary>Covariances (and means) that are analysed in place of cases, by the content of their files.</summary>
[TypeFormatterSource]
public sealed record MomentSelection
{
    /// <summary>The file of covariances, as it was named.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of the file in hexadecimal digits; null of a file that can be read only once.</summary>
    public string? Checksum { get; init; }

    /// <summary>Number of cases of each group.</summary>
    public required IReadOnlyList<int> Counts { get; init => field = ValueList.Of(value); }

    /// <summary>The file of means, as it was named; null when means are not known.</summary>
    public string? MeansPath { get; init; }

    /// <summary>SHA-256 of the file of means.</summary>
    public string? MeansChecksum { get; init; }

    /// <summary>The moments of files.</summary>
    public static MomentSelection Of(string path, IReadOnlyList<int> counts, string? meansPath = null) => new()
    {
        Path = path,
        Checksum = FileChecksum.Of(path),
        Counts = [.. counts],
        MeansPath = meansPath,
        MeansChecksum = meansPath is null ? null : FileChecksum.Of(meansPath),
    };

    /// <summary>Reads the moments, a sample for each group.</summary>
    public IReadOnlyList<SampleMoments> Read() => CovarianceFile.Read(Path, Counts, MeansPath);

    /// <summary>These moments, or a refusal when a file is not there or holds something else now.</summary>
    internal MomentSelection Verified(string source)
    {
        FileChecksum.Require(source, "moments", Path, Checksum);
        if (MeansPath is not null)
            FileChecksum.Require(source, "moments.means", MeansPath, MeansChecksum);
        return this;
    }
}
