using System.Text;

namespace Pathwise.Tables;

/// <summary>
/// Files that are written whole or not at all: into a new file beside the place, under a name that nobody else has, which then takes
/// the place in one step. A symbolic link keeps pointing where it points; what stood there before stands until then, also when the disk is full.
/// Folders named <c>data/raw</c> are read and never written.
/// </summary>
public static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Replaces a file by a text in UTF-8 with line ends of one character.</summary>
    /// <param name="path">The file. A device, such as <c>/dev/stdout</c>, is written as it comes.</param>
    /// <param name="write">Writes the text; when it fails nothing has happened.</param>
    /// <param name="makesFolder">Whether a folder that does not exist is made.</param>
    /// <param name="isRaw">Whether the file may lie in <c>data/raw</c>: for what makes the raw data alone.</param>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Write(string path, Action<TextWriter> write, bool makesFolder = false, bool isRaw = false)
    {
        ArgumentNullException.ThrowIfNull(write);
        WriteBytes(path, Text, makesFolder, isRaw);

        void Text(Stream stream)
        {
            using var writer = new StreamWriter(stream, Utf8, leaveOpen: true) { NewLine = "\n" };
            write(writer);
        }
    }

    /// <summary>Replaces a file by the bytes that are written to a stream.</summary>
    /// <inheritdoc cref="Write"/>
    public static void WriteBytes(string path, Action<Stream> write, bool makesFolder = false, bool isRaw = false)
    {
        ArgumentNullException.ThrowIfNull(write);
        var place = OutputPlace.Of(path, isRaw);
        try
        {
            if (makesFolder)
                Directory.CreateDirectory(place.Folder);
            place.RequireWritable();
            if (place.IsDevice)
                WriteThrough(place, write);
            else
                Replace(place, write);
        }
        catch (Exception failure) when (OutputPlace.IsRefusal(failure))
        {
            throw place.Refusal(failure);
        }
    }

    /// <summary>
    /// Where an output lies in the end, every symbolic link followed: the file or folder to write, which need not exist.
    /// </summary>
    /// <exception cref="InputException">It is no name of a file, or lies in <c>data/raw</c>.</exception>
    public static string PlaceOf(string path) => OutputPlace.Of(path, isRaw: false).Path;

    /// <summary>Asks whether a file can be written, before the work whose result it is to hold. Nothing is left behind.</summary>
    /// <exception cref="InputException">The file cannot be written.</exception>
    public static void Probe(string path, bool makesFolder = false, bool isRaw = false)
    {
        var place = OutputPlace.Of(path, isRaw);
        try
        {
            var folder = makesFolder ? NearestFolder(place.Folder) : place.Folder;
            if (folder == place.Folder)
                place.RequireWritable();
            if (!place.IsDevice)
                File.Delete(Begin(folder, static _ => { }));
        }
        catch (Exception failure) when (OutputPlace.IsRefusal(failure))
        {
            throw place.Refusal(failure);
        }
    }

    private static string NearestFolder(string folder) =>
        Directory.Exists(folder) || Path.GetDirectoryName(folder) is not { } above ? folder : NearestFolder(above);

    private static void WriteThrough(OutputPlace place, Action<Stream> write)
    {
        using var stream = new FileStream(place.Path, FileMode.Open, FileAccess.Write);
        write(stream);
    }

    private static void Replace(OutputPlace place, Action<Stream> write)
    {
        var temporary = Begin(place.Folder, write);
        try
        {
            if (!OperatingSystem.IsWindows() && File.Exists(place.Path))
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(place.Path));
            File.Move(temporary, place.Path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // Only what was made here is deleted: a name that exists already is refused by CreateNew. A process that is told to end while it writes
    // deletes it, too.
    private static string Begin(string folder, Action<Stream> write)
    {
        var temporary = Path.Combine(folder, $".pathwise-{Guid.NewGuid():N}.tmp");
        var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write);
        void Delete(object? sender, EventArgs ending) => File.Delete(temporary);
        AppDomain.CurrentDomain.ProcessExit += Delete;
        try
        {
            using (stream)
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            return temporary;
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
        finally
        {
            AppDomain.CurrentDomain.ProcessExit -= Delete;
        }
    }
}
