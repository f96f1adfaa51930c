using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;

namespace Pathwise.Multiverse.Inference;

/// <summary>
/// A universe in which an effect was made zero: its model is fitted under each branch of the null, and its cases are rotated to have exactly the
/// moments of the branch that fits best (Bollen and Stine 1992, applied to the constrained optimum: own construction). The null of a product is not
/// smooth where both factors are zero; the branch that fits best is the least favourable to it that the data still allow.
/// </summary>
internal sealed class ForcedNull
{
    private ForcedNull(FitResult fit, EffectCatalogue catalogue, int effect, IReadOnlyList<NullBranch> branches, int chosen, double[] cases) =>
        (Fit, Catalogue, Effect, Branches, Chosen, Cases) = (fit, catalogue, effect, branches, chosen, cases);

    /// <summary>The universe's fit, without the null.</summary>
    public FitResult Fit { get; }

    /// <summary>Its effects.</summary>
    public EffectCatalogue Catalogue { get; }

    /// <summary>The place of the effect among them.</summary>
    public int Effect { get; }

    /// <summary>All branches of the null.</summary>
    public IReadOnlyList<NullBranch> Branches { get; }

    /// <summary>Which of them fits best.</summary>
    public int Chosen { get; }

    /// <summary>The rotated cases, n x p row-major.</summary>
    public double[] Cases { get; }

    /// <summary>The universe under the null, or null and why it cannot be forced there.</summary>
    public static ForcedNull? TryOf(FitResult fit, string effect, out string? whyNot)
    {
        whyNot = Obstacle(fit);
        if (whyNot is not null)
            return null;
        var catalogue = EffectCatalogue.Of(fit.Table, fit.Structure.Latents);
        var place = catalogue.Effects.ToList().FindIndex(each => each.Name == effect);
        var branches = place < 0 ? [] : NullBranch.Of(fit, catalogue, place);
        var chosen = Best([.. branches.Select(each => each.Branch)]);
        if (chosen < 0)
        {
            whyNot = place < 0 ? "no such effect" : branches.Count == 0 ? "an effect that is not made of paths" : "no fit under the null";
            return null;
        }

        var cases = Rotated(fit, branches[chosen].Fit);
        whyNot = cases is null ? "moments that are not positive definite" : null;
        return cases is null ? null : new(fit, catalogue, place, [.. branches.Select(each => each.Branch)], chosen, cases);
    }

    private static int Best(NullBranch[] branches)
    {
        var best = -1;
        for (var i = 0; i < branches.Length; i++)
        {
            if (branches[i].ChiSquare is { } found && (best < 0 || found < branches[best].ChiSquare))
                best = i;
        }

        return best;
    }

    private static string? Obstacle(FitResult fit) => fit switch
    {
        { HasConverged: false } => "no converged fit",
        { Table.GroupCount: > 1 } => "several groups",
        { Table.Constraints.Count: > 0 } => "constraints",
        _ when fit.Sample[0].Cases is null => "no cases",
        _ when fit.Sample[0].HasMissing => "missing values",
        _ => CompiledPath.TryCompileAll(fit, out var whyNot) is null ? whyNot : null,
    };

    // Cholesky factors as roots: the rotated cases have exactly the moments of the model under the null.
    private static double[]? Rotated(FitResult fit, FitResult under)
    {
        var sample = fit.Sample[0];
        var p = sample.Names.Count;
        double[] ofSample = sample.Covariance.ToRowMajorArray(), ofNull = under.ImpliedCovariance(1).ToRowMajorArray();
        if (!Cholesky.TryFactor(ofSample, p) || !Cholesky.TryFactor(ofNull, p))
            return null;
        var cases = new double[sample.Count * p];
        double[] means = sample.Means!.ToArray(), target = (under.ImpliedMeans(1) ?? sample.Means)!.ToArray();
        SampleSources.Transform(sample.Cases!.ToRowMajorArray(), p, (means, ofSample), (target, ofNull), cases);
        return cases;
    }
}
