using System.Text;

namespace Pathwise.Import.Binary;

/// <summary>Code pages in which files are written.</summary>
internal static class Encodings
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    static Encodings()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Western = Encoding.GetEncoding(1252);
    }

    /// <summary>Windows-1252, Western European.</summary>
    public static Encoding Western { get; }

    /// <summary>The encoding of this name, null when it is not known.</summary>
    public static Encoding? Find(string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The encoding of this number, null when it is not known.</summary>
    public static Encoding? Find(int codePage)
    {
        try
        {
            return Encoding.GetEncoding(codePage);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Texts of a program that knew no UTF-8: UTF-8 where the bytes are that and more than ASCII, as other programs write, else Windows-1252.</summary>
    public static string Legacy(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return Western.GetString(bytes);
        }
    }
}
