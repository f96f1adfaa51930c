using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;

namespace Pathwise.Sem.Power;

/// <summary>The tests of exact fit whose size or power a study may count, always in this order.</summary>
internal static class SimulatedTests
{
    /// <summary>Their names; the unbiased ones are not among them, since few samples of the sizes that they are for have them.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "standard", "browne.residual.nt.model", "swain", "yuan.2015", "yuan.2005", "bartlett",
        .. new[] { "rls", "ml" }.SelectMany(statistic => new[] { "sb", "ss", "peba2", "peba4", "peba6", "pall", "pols2", "all" }.Select(test => $"{test}_{statistic}")),
    ];

    /// <summary>Writes whether each test of a fit rejects at a level.</summary>
    public static void Write(FitResult fit, double alpha, Span<SimulatedDecision> target)
    {
        var known = fit.Tests().ToDictionary(each => each.Name, each => each.Test.PValue);
        for (var k = 0; k < Names.Count; k++)
            target[k] = new(known.GetValueOrDefault(Names[k]) is { } p ? p < alpha : null);
    }
}
