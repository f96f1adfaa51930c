using Pathwise.Import.Binary;

namespace Pathwise.Import.Stata;

/// <summary>A number as Stata stores it: the top of each type's range stands for the missing values ., .a to .z.</summary>
internal static class DtaNumber
{
    private const string Part = "a case";

    /// <summary>Reads one: the number, or which missing value it is (0 for ., 1 for .a, to 26 for .z; -1 for none).</summary>
    public static (double Number, int Missing) Read(ByteCursor bytes, DtaStorage storage) => storage switch
    {
        DtaStorage.Byte => Whole((sbyte)bytes.Byte(Part), 101),
        DtaStorage.Int => Whole((short)bytes.Unsigned(2, Part), 32741),
        DtaStorage.Long => Whole(bytes.Int32(Part), 2147483621),
        DtaStorage.Float => Single((uint)bytes.Unsigned(4, Part)),
        _ => Double(bytes.Unsigned(8, Part)),
    };

    private static (double, int) Whole(int number, int first) => number >= first ? Missing(number - first) : (number, -1);

    private static (double, int) Single(uint bits) =>
        bits is >= 0x7F000000 and < 0x80000000 ? Missing((int)((bits >> 11) & 0x1FFF)) : Finite(BitConverter.UInt32BitsToSingle(bits));

    private static (double, int) Double(ulong bits) =>
        bits is >= 0x7FE0000000000000 and < 0x8000000000000000 ? Missing((int)((bits >> 40) & 0x1FFF)) : Finite(BitConverter.UInt64BitsToDouble(bits));

    private static (double, int) Finite(double number) => double.IsFinite(number) ? (number, -1) : (double.NaN, 0);

    private static (double, int) Missing(int code) => (double.NaN, code is > 0 and <= 26 ? code : 0);
}
