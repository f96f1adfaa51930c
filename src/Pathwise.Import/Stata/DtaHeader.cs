using System.Globalization;
using System.Text;
using Pathwise.Import.Binary;

namespace Pathwise.Import.Stata;

/// <summary>The beginning of a Stata file: its release, and how many variables and cases it has.</summary>
internal sealed record DtaHeader(DtaLayout Layout, int Variables, long Cases)
{
    private const string Part = "its header";

    /// <summary>Whether a file begins as one.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith("<stata_dta>"u8) || (bytes.Length > 4 && bytes[0] is >= 102 and <= 115 && bytes[1] is 1 or 2 && bytes[2] == 1 && bytes[3] == 0);

    public static DtaHeader Read(ByteCursor bytes) => bytes.Byte(Part) == (byte)'<' ? Tagged(bytes) : Flat(bytes);

    private static DtaHeader Tagged(ByteCursor bytes)
    {
        bytes.MoveTo(0, Part);
        Expect(bytes, "<stata_dta><header><release>");
        if (!int.TryParse(Encoding.ASCII.GetString(bytes.Take(3, Part)), NumberStyles.None, CultureInfo.InvariantCulture, out var release) || release is < 117 or > 119)
            throw bytes.Fault("the Stata file is of a release that is not known; expected 117 to 119");
        Expect(bytes, "</release><byteorder>");
        bytes.IsBigEndian = bytes.Take(3, Part).SequenceEqual("MSF"u8);
        Expect(bytes, "</byteorder><K>");
        var variables = (long)bytes.Unsigned(release == 119 ? 4 : 2, Part);
        Expect(bytes, "</K><N>");
        var cases = bytes.Unsigned(release == 117 ? 4 : 8, Part);
        Expect(bytes, "</N><label>");
        bytes.Take((long)bytes.Unsigned(release == 117 ? 1 : 2, Part), Part);
        Expect(bytes, "</label><timestamp>");
        bytes.Take(bytes.Byte(Part), Part);
        Expect(bytes, "</timestamp></header>");
        return new(new DtaLayout(release), (int)Math.Min(variables, int.MaxValue), (long)Math.Min(cases, long.MaxValue));
    }

    private static DtaHeader Flat(ByteCursor bytes)
    {
        bytes.MoveTo(0, Part);
        var release = bytes.Byte(Part);
        if (release < 113)
            throw bytes.Fault($"the Stata file is of release {release} (before Stata 8); save it as Stata 13 or later");
        bytes.IsBigEndian = bytes.Byte(Part) == 1;
        bytes.Take(2, Part);
        var (variables, cases) = ((int)bytes.Unsigned(2, Part), bytes.Int32(Part));
        bytes.Take(81 + 18, Part);
        return cases < 0 ? throw bytes.Fault("the header of the Stata file is damaged") : new(new DtaLayout(release), variables, cases);
    }

    /// <summary>Requires the next tag.</summary>
    public static void Expect(ByteCursor bytes, string tag)
    {
        if (!bytes.Take(tag.Length, $"the part before {tag}").SequenceEqual(Encoding.ASCII.GetBytes(tag)))
            throw bytes.Fault($"{tag} is not where it should be; the Stata file is damaged");
    }
}
