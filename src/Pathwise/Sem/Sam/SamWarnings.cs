using System.Globalization;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Sam;

/// <summary>What to beware of in two steps: what each measurement model warns of, corrected latent covariances, and what the structural model warns of.</summary>
internal static class SamWarnings
{
    /// <summary>The warnings of a solution.</summary>
    public static IReadOnlyList<FitWarning> Of(SamSolution solution) =>
    [
        .. solution.Blocks.SelectMany((fit, b) => fit.Warnings.Select(warning => new FitWarning(warning.Code, $"Measurement of {string.Join(", ", solution.Design.Parts.Blocks[b].Factors)}: {warning.Message}"))),
        .. solution.Groups.Where(group => group.IsCorrected).Select(group => new FitWarning("latent-corrected", string.Create(
            CultureInfo.InvariantCulture,
            $"The covariances of the factors{(group.Group.Length > 0 ? $" of group {group.Group}" : "")} are not positive definite, and were made so (lambda correction): factors may be too alike to be told apart."))),
        .. solution.Structure.Warnings,
    ];
}
