namespace Pathwise.Sem.Specification;

/// <summary>The set of defaults by which a syntax is completed.</summary>
public enum ModelDefaults
{
    /// <summary>Structural models (lavaan's <c>sem()</c>, and <c>cfa()</c>): intercepts free, latent means zero.</summary>
    Sem,

    /// <summary>Growth curves (lavaan's <c>growth()</c>): intercepts zero, latent means free.</summary>
    Growth,

    /// <summary>Nothing is added or fixed beyond what the syntax says (lavaan's <c>lavaan()</c>).</summary>
    None,
}
