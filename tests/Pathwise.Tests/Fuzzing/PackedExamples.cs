using System.IO.Compression;
using System.Text;

namespace Pathwise.Tests.Fuzzing;

/// <summary>Sheets in which one part alone is spoiled, since a spoiled zip mostly is no zip.</summary>
internal static class PackedExamples
{
    /// <summary>A part of a packed fixture.</summary>
    public static byte[] Part(string fixture, string part)
    {
        using var zip = ZipFile.OpenRead(Repository.Fixture("import", fixture));
        using var stream = zip.GetEntry(part)!.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Reads a packed fixture whose part is replaced by the bytes of a file.</summary>
    public static void Read(string path, string fixture, string part)
    {
        var packed = Path.ChangeExtension(path, ".packed");
        File.Copy(Repository.Fixture("import", fixture), packed, overwrite: true);
        using (var zip = ZipFile.Open(packed, ZipArchiveMode.Update))
        {
            zip.GetEntry(part)!.Delete();
            using var stream = zip.CreateEntry(part, CompressionLevel.NoCompression).Open();
            stream.Write(File.ReadAllBytes(path));
        }

        Pathwise.Import.SurveyImport.Read(packed);
    }
}
