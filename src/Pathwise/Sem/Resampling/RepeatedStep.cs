using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>A first step that can be repeated on samples drawn from its cases.</summary>
internal abstract class RepeatedStep : EarlierStep
{
    /// <summary>Why replicates are fitted by the general path; null where compiled code fits them.</summary>
    public abstract string? WhyGeneral { get; }

    /// <summary>Draws samples and puts them through both steps.</summary>
    /// <exception cref="InputException">The cases are not known.</exception>
    public abstract ReplicateWorker Worker(FitResult fit, EffectCatalogue catalogue);
}
