namespace Pathwise.Tables;

/// <summary>
/// Keeps a file that is written again and again to one run at a time. The lock is the system's, on a file beside it: it ends with the process, however
/// that ends.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream? stream;

    private FileLock(FileStream? stream) => this.stream = stream;

    /// <summary>Takes the lock of a file, which need not exist; a device has none.</summary>
    /// <exception cref="InputException">Another run has it, or there is no place for it.</exception>
    public static FileLock Of(string path)
    {
        var place = OutputPlace.Of(path, isRaw: false);
        if (place.IsDevice)
            return new(null);
        var beside = Path.Combine(place.Folder, $".{Path.GetFileName(place.Path)}.pathwise-lock");
        try
        {
            return new(new FileStream(beside, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException) when (File.Exists(beside))
        {
            throw new InputException($"{path} is being written by another run; wait until that has ended, or name another file.");
        }
        catch (Exception failure) when (OutputPlace.IsRefusal(failure))
        {
            throw place.Refusal(failure);
        }
    }

    public void Dispose() => stream?.Dispose();
}
