using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Sam;

/// <summary>Latent variables that are measured together, those that they are measured by among them.</summary>
/// <param name="Latent">All latent variables of the block.</param>
/// <param name="Factors">Those that take part in the structural model: none of them measures another.</param>
/// <param name="Indicators">The observed variables.</param>
/// <param name="Syntax">The measurement model, in which the factors covary freely.</param>
internal sealed record SamBlock(IReadOnlyList<string> Latent, IReadOnlyList<string> Factors, IReadOnlyList<string> Indicators, ModelSyntax Syntax);
