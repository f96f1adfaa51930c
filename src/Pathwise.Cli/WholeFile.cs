namespace Pathwise.Cli;

/// <summary>Writes a file whole or not at all: into a temporary file beside it, then moved into place.</summary>
internal static class WholeFile
{
    /// <summary>Replaces <paramref name="path"/> by what <paramref name="write"/> writes, when it has ended well.</summary>
    public static void Write(string path, Action<TextWriter> write)
    {
        var target = Path.GetFullPath(path);
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new InputException($"Cannot write {path}: the folder {Path.GetDirectoryName(path)} does not exist.");

        var temporary = target + ".partial";
        try
        {
            using (var writer = new StreamWriter(temporary) { NewLine = "\n" })
                write(writer);
            File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }
}
