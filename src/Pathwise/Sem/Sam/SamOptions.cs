namespace Pathwise.Sem.Sam;

/// <summary>How a model is estimated in two steps; the defaults are those of lavaan's <c>sam()</c>.</summary>
[TypeFormatterSource]
public sealed record SamOptions
{
    /// <summary>How the second step is made.</summary>
    public SamMethod Method { get; init; }

    /// <summary>The weights of the mapping matrix of local SAM.</summary>
    public MappingMethod Mapping { get; init; }

    /// <summary>
    /// The measurement blocks, each the names of its latent variables (lavaan's <c>mm.list</c>); when empty each latent variable has its own, joined with those that
    /// share an indicator, a residual covariance, a label or a second-order factor with it.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<string>> Blocks { get; init => field = ValueList.Of<IReadOnlyList<string>>([.. value.Select(block => ValueList.Of<string>(block))]); } = ValueList.Of<IReadOnlyList<string>>([]);

    /// <summary>
    /// Small-sample correction (lavaan's <c>alpha.correction</c>): a share alpha / (n - 1) of the error variance is left in the latent covariances, 0 for none, n - 1 for
    /// regressions of factor scores.
    /// </summary>
    public int AlphaCorrection { get; init; }

    /// <summary>Whether latent covariances that are not positive definite are made so (Fuller 1987; lavaan's <c>lambda.correction</c>).</summary>
    public bool HasLambdaCorrection { get; init; } = true;

    /// <summary>These options, or a refusal of what has no meaning whatever the model.</summary>
    /// <exception cref="InputException">A number is out of its range.</exception>
    public SamOptions Checked() => AlphaCorrection < 0
        ? throw new InputException($"alpha.correction is {AlphaCorrection}; expected a whole number from 0 to the number of cases less one.")
        : this;
}
