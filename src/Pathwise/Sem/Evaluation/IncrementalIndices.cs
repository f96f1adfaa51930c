namespace Pathwise.Sem.Evaluation;

/// <summary>Indices that compare a model with the baseline of uncorrelated variables; null where undefined.</summary>
/// <param name="Cfi">Comparative fit index (Bentler 1990).</param>
/// <param name="Tli">Tucker-Lewis index (1973), also called NNFI.</param>
/// <param name="Rfi">Relative fit index (Bollen 1986).</param>
/// <param name="Nfi">Normed fit index (Bentler and Bonett 1980).</param>
/// <param name="Pnfi">Parsimony-normed fit index (James, Mulaik and Brett 1982).</param>
/// <param name="Ifi">Incremental fit index (Bollen 1989).</param>
/// <param name="Rni">Relative noncentrality index (McDonald and Marsh 1990).</param>
[TypeFormatterSource]
public sealed record IncrementalIndices(
    double? Cfi, double? Tli, double? Rfi, double? Nfi, double? Pnfi, double? Ifi, double? Rni);
