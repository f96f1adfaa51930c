using Pathwise.Numerics;
using Pathwise.Sem.Compiled;

namespace Pathwise.Sem.Power;

/// <summary>
/// What one simulated sample gave: how its fit ended, and of every effect, the raw ones before the standardized ones, then of every parameter that a study is
/// about, the estimate, its error and an interval of each kind. One worker's, who writes the next sample over it.
/// </summary>
internal sealed class PowerSample(int effects, int kinds, int tests = 0, int parameters = 0)
{
    /// <summary>Number of effects, raw and standardized, and of parameters.</summary>
    public int Places => (2 * effects) + parameters;

    /// <summary>How the fit ended; without estimates nothing else means anything.</summary>
    public FitStatus Status { get; set; }

    /// <summary>The estimates; NaN where there is none.</summary>
    public double[] Values { get; } = new double[(2 * effects) + parameters];

    /// <summary>Their standard errors; NaN where there is none.</summary>
    public double[] Errors { get; } = new double[(2 * effects) + parameters];

    /// <summary>The intervals, all of one kind together; null where there is none.</summary>
    public Interval?[] Intervals { get; } = new Interval?[((2 * effects) + parameters) * kinds];

    /// <summary>What each test decides: those of fit, then those of effects.</summary>
    public SimulatedDecision[] Decisions { get; } = new SimulatedDecision[tests];

    /// <summary>Where an effect stands.</summary>
    public int Place(int effect, bool isStandardized) => isStandardized ? effects + effect : effect;

    /// <summary>Where a parameter stands.</summary>
    public int PlaceOfParameter(int parameter) => (2 * effects) + parameter;
}
