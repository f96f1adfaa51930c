namespace Pathwise.Import.Stata;

/// <summary>What a variable of a Stata file is stored as.</summary>
internal enum DtaStorage
{
    Byte,
    Int,
    Long,
    Float,
    Double,
    Text,
    LongText,
}

/// <summary>The storage of a variable and its bytes in a case.</summary>
internal sealed record DtaType(DtaStorage Storage, int Bytes)
{
    /// <summary>The type with this code, null where there is none.</summary>
    public static DtaType? Of(int code, bool isTagged) => isTagged ? Tagged(code) : Flat(code);

    private static DtaType? Tagged(int code) => code switch
    {
        > 0 and <= 2045 => new(DtaStorage.Text, code),
        32768 => new(DtaStorage.LongText, 8),
        65526 => new(DtaStorage.Double, 8),
        65527 => new(DtaStorage.Float, 4),
        65528 => new(DtaStorage.Long, 4),
        65529 => new(DtaStorage.Int, 2),
        65530 => new(DtaStorage.Byte, 1),
        _ => null,
    };

    private static DtaType? Flat(int code) => code switch
    {
        > 0 and <= 244 => new(DtaStorage.Text, code),
        255 => new(DtaStorage.Double, 8),
        254 => new(DtaStorage.Float, 4),
        253 => new(DtaStorage.Long, 4),
        252 => new(DtaStorage.Int, 2),
        251 => new(DtaStorage.Byte, 1),
        _ => null,
    };
}
