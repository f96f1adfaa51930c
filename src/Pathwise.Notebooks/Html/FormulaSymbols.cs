namespace Pathwise.Notebooks.Html;

/// <summary>What the commands of LaTeX's mathematics stand for.</summary>
internal static class FormulaSymbols
{
    /// <summary>Letters, written as variables.</summary>
    public static IReadOnlyDictionary<string, string> Letters { get; } = Pairs(
        "alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ lambda λ mu μ nu ν xi ξ "
        + "pi π rho ρ sigma σ tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ "
        + "Upsilon Υ Phi Φ Psi Ψ Omega Ω ell ℓ infty ∞ partial ∂ nabla ∇ emptyset ∅ hbar ℏ");

    /// <summary>Operators and relations.</summary>
    public static IReadOnlyDictionary<string, string> Operators { get; } = Pairs(
        "cdot ⋅ times × pm ± mp ∓ div ÷ ast ∗ star ⋆ circ ∘ le ≤ leq ≤ ge ≥ geq ≥ ne ≠ neq ≠ ll ≪ gg ≫ approx ≈ sim ∼ simeq ≃ cong ≅ equiv ≡ "
        + "propto ∝ in ∈ notin ∉ ni ∋ subset ⊂ subseteq ⊆ supset ⊃ cup ∪ cap ∩ setminus ∖ to → rightarrow → leftarrow ← leftrightarrow ↔ "
        + "Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ mapsto ↦ longrightarrow ⟶ forall ∀ exists ∃ neg ¬ land ∧ wedge ∧ lor ∨ vee ∨ otimes ⊗ oplus ⊕ "
        + "mid ∣ parallel ∥ perp ⊥ top ⊤ bot ⊥ dots … ldots … cdots ⋯ vdots ⋮ ddots ⋱ prime ′ vert | Vert ‖ | ‖ lvert | rvert | lVert ‖ rVert ‖ "
        + "{ { } } langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ lbrace { rbrace } colon : % % & & # # $ $ _ _ backslash \\");

    /// <summary>Operators whose limits stand below and above.</summary>
    public static IReadOnlyDictionary<string, string> Large { get; } =
        Pairs("sum ∑ prod ∏ int ∫ iint ∬ oint ∮ bigcup ⋃ bigcap ⋂ lim lim max max min min sup sup inf inf argmax argmax argmin argmin");

    /// <summary>Names written upright.</summary>
    public static IReadOnlySet<string> Functions { get; } = new HashSet<string>(
        "log ln exp sin cos tan det dim ker tr diag vec vech Pr Var Cov Corr E arcsin arccos arctan sinh cosh tanh gcd deg".Split(' '));

    /// <summary>Signs above a letter.</summary>
    public static IReadOnlyDictionary<string, string> Accents { get; } =
        Pairs("hat ^ widehat ^ bar ¯ overline ¯ tilde ~ widetilde ~ vec → dot ˙ ddot ¨ check ˇ acute ´ grave `");

    /// <summary>Spaces, as widths.</summary>
    public static IReadOnlyDictionary<string, string> Spaces { get; } =
        Pairs(", 0.17em : 0.22em ; 0.28em ! -0.17em quad 1em qquad 2em thinspace 0.17em enspace 0.5em ~ 0.33em");

    /// <summary>Variants of letters, by MathML's name.</summary>
    public static IReadOnlyDictionary<string, string> Styles { get; } = Pairs(
        "mathrm normal mathbf bold boldsymbol bold-italic bm bold-italic mathbb double-struck mathcal script mathit italic mathsf sans-serif mathtt monospace operatorname normal");

    private static Dictionary<string, string> Pairs(string text)
    {
        var words = text.Split(' ');
        return Enumerable.Range(0, words.Length / 2).ToDictionary(i => words[2 * i], i => words[(2 * i) + 1]);
    }
}
