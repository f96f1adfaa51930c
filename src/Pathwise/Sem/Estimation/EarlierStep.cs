using MathNet.Numerics.LinearAlgebra;

namespace Pathwise.Sem.Estimation;

/// <summary>What was estimated before a fit whose sample are moments of latent variables: the errors of the estimates count it.</summary>
internal abstract class EarlierStep
{
    /// <summary>The covariance matrix of the fit's estimates over both steps, t x t; null where there is none.</summary>
    public abstract Matrix<double>? Covariance { get; }

    /// <summary>The latent variables among those that the fit takes as observed.</summary>
    public abstract IReadOnlyList<string> Factors { get; }

    /// <summary>The samples of cases of the first step.</summary>
    public abstract IReadOnlyList<Moments.SampleMoments> Samples { get; }

    /// <summary>What was done, in a sentence for readers of effects.</summary>
    public abstract string Description { get; }

    /// <summary>Refuses what knows nothing of a first step.</summary>
    /// <exception cref="InputException">The fit has one.</exception>
    public static void Refuse(FitResult fit, string what)
    {
        if (fit.EarlierStep is not null)
            throw new InputException($"{what} are not there for models estimated in two steps (--sam); leave out the one or the other.");
    }
}
