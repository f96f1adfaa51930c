namespace Pathwise.Notebooks.Deposit;

/// <summary>codecheck.yml: which outputs a check of the computation is to reproduce.</summary>
internal sealed class CodecheckFile
{
    public const string Name = "codecheck.yml";

    private readonly YamlMap _file;

    private CodecheckFile(YamlMap file) => _file = file;

    /// <summary>The outputs, as paths from the root.</summary>
    public IReadOnlyList<string> Manifest => [.. _file.Maps("manifest").Select(entry => entry.Text("file")).OfType<string>()];

    /// <summary>Reads the file of a folder. Throws <see cref="InputException"/> where there is none.</summary>
    public static CodecheckFile Read(string root) => new(YamlMap.Read(Path.Combine(root, Name)));

    /// <summary>What is wrong with it before anybody has checked anything, one line each.</summary>
    public IEnumerable<string> Faults()
    {
        if (_file.Text("version")?.StartsWith("https://codecheck.org.uk/spec/config/", StringComparison.Ordinal) != true)
            yield return "version is not the address of a specification, https://codecheck.org.uk/spec/config/...";
        if (_file.Maps("manifest").Count == 0)
            yield return "manifest lists no output";
        if (_file.Maps("manifest").Count != Manifest.Count)
            yield return "an entry of manifest has no file";
        if (Manifest.FirstOrDefault(path => Path.IsPathRooted(path) || path.Split('/', '\\').Contains("..")) is { } outside)
            yield return $"{outside} lies outside the study";
        if (_file.Map("paper").Text("title") is null)
            yield return "paper has no title";
    }
}
