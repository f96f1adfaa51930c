using System.IO.Compression;
using System.Text;
using System.Xml;
using Pathwise.Import.Contents;

namespace Pathwise.Import.Sheets;

/// <summary>A zip that holds a sheet, its parts read within bounds.</summary>
internal sealed class PackedFile : IDisposable
{
    private readonly ZipArchive zip;

    private PackedFile(string path, ZipArchive zip) => (Path, this.zip) = (path, zip);

    /// <summary>The file, as it was named by the caller.</summary>
    public string Path { get; }

    /// <summary>Opens a zip; one that is cut off or damaged is an <see cref="InputException"/>.</summary>
    public static PackedFile Open(string path, byte[] content)
    {
        try
        {
            // The list of parts is read when it is first asked for.
            var zip = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            _ = zip.Entries.Count;
            return new PackedFile(path, zip);
        }
        catch (Exception problem) when (problem is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"{path} begins as a zip and is none; it is truncated or damaged.", problem);
        }
    }

    /// <summary>The names of the parts.</summary>
    public IEnumerable<string> Names => zip.Entries.Select(entry => entry.FullName);

    public bool Has(string name) => zip.GetEntry(name) is not null;

    /// <summary>A part as a text, null where there is none.</summary>
    public string? Text(string name)
    {
        using var part = Part(name);
        if (part is null)
            return null;
        return Guarded(name, () =>
        {
            using var reader = new StreamReader(part, Encoding.UTF8);
            return reader.ReadToEnd();
        });
    }

    /// <summary>Reads a part as XML; what cannot be unpacked or is no XML is an <see cref="InputException"/>.</summary>
    public T Xml<T>(string name, Func<XmlReader, T> read)
    {
        using var part = Part(name) ?? throw new InputException($"{Path} has no part {name}; it is damaged.");
        return Guarded(name, () =>
        {
            using var xml = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true });
            return read(xml);
        });
    }

    /// <summary>Unpacks a part to its end, so that none is longer than can be held.</summary>
    public void RequireBounded(string name) => Guarded(name, () =>
    {
        using var part = Part(name);
        part?.CopyTo(Stream.Null);
        return true;
    });

    public void Dispose() => zip.Dispose();

    private T Guarded<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception problem) when (problem is not (InputException or OutOfMemoryException))
        {
            throw new InputException($"{Path}: its part {name} cannot be read; the file is truncated or damaged.", problem);
        }
    }

    private BoundedStream? Part(string name) => Guarded(name, () => zip.GetEntry(name) is { } entry ? new BoundedStream(Path, entry.Open()) : null);

    /// <summary>A stream that refuses to give more than can be held.</summary>
    private sealed class BoundedStream(string path, Stream inner) : Stream
    {
        private long read;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => read; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var got = inner.Read(buffer, offset, count);
            read += got;
            return read <= ImportLimits.Bytes ? got : throw new InputException($"{path}: a part of it has more than {ImportLimits.Bytes >> 20} MB when it is unpacked, the most that can be imported.");
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
