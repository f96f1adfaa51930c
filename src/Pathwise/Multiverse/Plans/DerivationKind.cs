namespace Pathwise.Multiverse.Plans;

/// <summary>How a column is computed from others.</summary>
public enum DerivationKind
{
    /// <summary>Their mean, as of a parcel.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,

    /// <summary>Their product.</summary>
    Product,

    /// <summary>1 where a column holds one of the values, else 0.</summary>
    Equals,
}

/// <summary>Kinds of derivations as plans write them.</summary>
internal static class DerivationWords
{
    public static IReadOnlyDictionary<string, DerivationKind> All { get; } = new Dictionary<string, DerivationKind>
    {
        ["mean"] = DerivationKind.Mean, ["sum"] = DerivationKind.Sum, ["product"] = DerivationKind.Product, ["equals"] = DerivationKind.Equals,
    };
}
