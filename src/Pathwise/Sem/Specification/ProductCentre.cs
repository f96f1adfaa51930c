namespace Pathwise.Sem.Specification;

/// <summary>What is taken from the factors of products of observed variables before they are multiplied.</summary>
public enum ProductCentre
{
    /// <summary>Nothing: the product of the values as they stand, as in lavaan.</summary>
    None,

    /// <summary>The mean of each factor over the cases that are used, of all groups together; of a resample its own mean.</summary>
    Mean,

    /// <summary>The same, and from the product its own mean (Lin, Wen, Marsh and Lin, 2010), for indicators of a product of latent variables.</summary>
    Twice,
}
