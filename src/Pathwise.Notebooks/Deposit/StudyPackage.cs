using System.IO.Compression;
using System.Text;
using Pathwise.Notebooks.Replication;
using Pathwise.Tables;

namespace Pathwise.Notebooks.Deposit;

/// <summary>
/// A study as one file for an archive such as OSF or Zenodo: everything that it consists of, the outputs that codecheck.yml lists with the pages around them, the answers
/// once more under the names of psych-DS, their descriptions for programs, and the sum of every file. The same study gives the same bytes.
/// </summary>
public static class StudyPackage
{
    private const string Sums = "SHA256SUMS";

    // Archives cannot say that a file has no time; this is the first one that they can say.
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the file, and returns the paths in it. What a deposit lacks is an <see cref="InputException"/>, and nothing is written.</summary>
    public static IReadOnlyList<string> Write(Study study, string path)
    {
        ArgumentNullException.ThrowIfNull(study);
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            throw new InputException($"{path} is no name of a zip; expected FILE.zip.");
        OutputFile.Probe(path, makesFolder: true);
        if (StudyCheck.Faults(study) is { Count: > 0 } faults)
            throw new InputException($"{faults[0]}{(faults.Count == 1 ? "" : $" (and {faults.Count - 1} more: 'pathwise study check' lists them)")}");
        var name = Path.GetFileNameWithoutExtension(path);
        var files = Contents(study, name);
        OutputFile.WriteBytes(path, stream => Write(stream, name, files), makesFolder: true);
        return [.. files.Keys];
    }

    private static SortedDictionary<string, byte[]> Contents(Study study, string name)
    {
        var surveys = StudySurvey.Of(study);
        var citation = CitationFile.Read(study.Root);
        var licences = LicenceInformation.Read(study.Root);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var file in StudyFiles.Of(study.Root).Concat(Outputs(study)))
            files[file] = File.ReadAllBytes(Path.Combine(study.Root, file));
        foreach (var survey in surveys)
            files[survey.DepositedPath] = survey.Content;
        files[DatasetDescription.PsychDs] = DepositJson.Bytes(DatasetDescription.ToPsychDs(surveys, citation));
        files[DatasetDescription.Frictionless] = DepositJson.Bytes(DatasetDescription.ToDataPackage(Slug(name), surveys, citation, licences.Licence));
        files[Sums] = Encoding.UTF8.GetBytes(Checksum.Lines(files.Where(file => file.Key != Sums).Select(file => (file.Key, file.Value))));
        return licences.Faults(files.Keys) is { Count: > 0 } faults ? throw new InputException($"licences: {faults[0]}") : files;
    }

    // Pages of a replication link to each other: one of them brings the others along.
    private static IEnumerable<string> Outputs(Study study)
    {
        var outputs = CodecheckFile.Read(study.Root).Manifest;
        if (outputs.FirstOrDefault(output => !File.Exists(Path.Combine(study.Root, output))) is { } missing)
            throw new InputException($"{missing} does not exist, which {CodecheckFile.Name} lists as an output; 'pathwise replicate' makes it.");
        var replication = From(study, study.DefaultOutput) + "/";
        return outputs.Any(output => output.StartsWith(replication, StringComparison.Ordinal))
            ? outputs.Concat(Directory.EnumerateFiles(study.DefaultOutput, "*", SearchOption.AllDirectories).Select(path => From(study, path)))
            : outputs;
    }

    private static string From(Study study, string path) => Path.GetRelativePath(study.Root, path).Replace('\\', '/');

    private static void Write(Stream stream, string folder, SortedDictionary<string, byte[]> files)
    {
        using var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in files)
        {
            var entry = zip.CreateEntry($"{folder}/{name}", CompressionLevel.Optimal);
            entry.LastWriteTime = Epoch;
            // What begins as a script may be run.
            entry.ExternalAttributes = (content is [(byte)'#', (byte)'!', ..] ? 0x81ED : 0x81A4) << 16;
            using var target = entry.Open();
            target.Write(content);
        }
    }

    // Frictionless names are small letters, digits and what may stand between them.
    private static string Slug(string name) => string.Concat(name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-'));
}
