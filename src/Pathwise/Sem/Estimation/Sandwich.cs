using Pathwise.Sem.Implied;
using Pathwise.Sem.Moments;

namespace Pathwise.Sem.Estimation;

/// <summary>Computes what stands in the middle of a sandwich, t x t, of a structure at its free parameters.</summary>
internal delegate double[] SandwichMiddle(ModelStructure structure, double[] free, IReadOnlyList<SampleMoments> samples);

/// <summary>How test and standard errors are corrected where data are not normal: A^-1 B A^-1 with the information A.</summary>
/// <param name="TestName">lavaan's name of the corrected test.</param>
/// <param name="IsEachAtItsOwn">
/// True when the saturated model is taken at its own estimates, and has a factor of its own; false when it is taken at the moments that the model implies.
/// </param>
/// <param name="Middle">B.</param>
/// <param name="Kind">How the chi-square is corrected.</param>
internal sealed record Sandwich(string TestName, bool IsEachAtItsOwn, SandwichMiddle Middle, ScaledTestKind Kind = ScaledTestKind.Mean);
