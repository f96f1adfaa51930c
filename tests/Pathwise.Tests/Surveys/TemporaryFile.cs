namespace Pathwise.Tests.Surveys;

/// <summary>A file that lives as long as a test.</summary>
internal sealed class TemporaryFile : IDisposable
{
    public TemporaryFile(byte[] bytes, string extension = ".csv")
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"pathwise-{Guid.NewGuid():N}{extension}");
        File.WriteAllBytes(Path, bytes);
    }

    public TemporaryFile(string text, string extension = ".csv")
        : this(System.Text.Encoding.UTF8.GetBytes(text), extension)
    {
    }

    public string Path { get; }

    public void Dispose() => File.Delete(Path);
}
