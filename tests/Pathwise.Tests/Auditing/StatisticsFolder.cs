namespace Pathwise.Tests.Auditing;

/// <summary>A folder of its own for files that a test writes; gone afterwards.</summary>
internal sealed class StatisticsFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("pathwise-audit-").FullName;

    public string Write(string name, string text)
    {
        var file = System.IO.Path.Combine(Path, name);
        File.WriteAllText(file, text);
        return file;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
