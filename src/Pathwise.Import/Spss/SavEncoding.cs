using System.Text;
using Pathwise.Import.Binary;

namespace Pathwise.Import.Spss;

/// <summary>In which encoding an SPSS system file is written: record 20 names it, else record 3 has the number of a code page.</summary>
internal static class SavEncoding
{
    public static Encoding Of(ByteCursor bytes, Dictionary<int, byte[]> extensions, out string note)
    {
        var name = Encoding.ASCII.GetString(extensions.GetValueOrDefault(20) ?? []).Trim('\0', ' ');
        var page = extensions.TryGetValue(3, out var machine) && machine.Length >= 32 ? bytes.Int32(machine.AsSpan(28)) : 0;
        var found = (name.Length > 0 ? Encodings.Find(name) : null) ?? (page > 4 ? Encodings.Find(page) : null);
        note = found is not null ? $"texts are in {found.WebName}, as the file says."
            : name.Length > 0 || page > 4 ? $"the file names the encoding {(name.Length > 0 ? name : page)}, which is not known; texts were read as Windows-1252."
            : "the file names no encoding; texts were read as Windows-1252.";
        return found ?? Encodings.Western;
    }
}
