using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Sem.Sensitivity;

/// <summary>Puts a confounder into a model as a latent variable whose effects are fixed, and fits it.</summary>
internal static class PhantomVariable
{
    private const string Name = "phantom variable";

    /// <summary>Stops unless the model has these variables.</summary>
    /// <exception cref="InputException">A name is that of no variable of the model; the message has the nearest one.</exception>
    public static void Check(FitResult fit, IReadOnlyDictionary<string, double> effects)
    {
        IReadOnlyList<string> names = [.. fit.Structure.Latents, .. fit.Table.ObservedVariables.Except(fit.Structure.Latents)];
        if (effects.Keys.FirstOrDefault(name => !names.Contains(name)) is { } unknown)
            throw new InputException(NearestName.Complaint("the model", unknown, names));
    }

    /// <summary>The fit of the model with the confounder; <paramref name="draw"/> draws its bootstrap, or none.</summary>
    public static PhantomFit Of(FitResult fit, ConfoundedPaths paths, SensitivityOptions options, Func<FitResult, BootstrapResult?> draw)
    {
        var loadings = options.Phantom.ToDictionary(each => each.Key, each => each.Value * Deviation(fit, each.Key));
        var changed = With(fit, loadings).Fit();
        var empty = new PhantomFit { Standardized = options.Phantom, Loadings = loadings, DegreesOfFreedom = changed.DegreesOfFreedom(), Warnings = [.. changed.Warnings.Select(warning => warning.Message)] };
        if (!changed.HasConverged)
            return empty;
        var catalogue = Bootstrapping.Catalogue(changed, null);
        var effect = ReplicateTable.Of(changed, catalogue).Effect(0, Position(catalogue, paths.Effect), false);
        var drawn = draw(changed);
        var k = drawn is null ? -1 : Position(drawn.Catalogue, paths.Effect);
        return empty with
        {
            Indirect = effect,
            ChiSquare = FreedCorrelation.ChiSquare(changed),
            Interval = drawn is null ? null : BootstrapIntervals.Of(options.Kind, drawn.Draws(k, false), effect, options.Level, drawn.LeftOut(k, false))?.Interval,
        };
    }

    // A structural variable is regressed on the confounder, so that what it acts on feels it; an indicator is one of the confounder too.
    private static ChangedModel With(FitResult fit, Dictionary<string, double> loadings)
    {
        var model = new ChangedModel(fit).Latent(Name);
        foreach (var (name, loading) in loadings)
        {
            if (fit.Structure.Latents.Contains(name))
                model.Fix(name, Operator.Regression, Name, loading);
            else
                model.Fix(Name, Operator.Loading, name, loading);
        }

        return model;
    }

    private static double Deviation(FitResult fit, string name)
    {
        var moments = fit.Implied(1);
        var (latent, observed) = (fit.Structure.Latents.ToList().IndexOf(name), fit.Table.ObservedVariables.ToList().IndexOf(name));
        return Math.Sqrt(latent >= 0 ? moments.LatentCovariance[(latent * moments.LatentSize) + latent] : moments.Sigma[(observed * moments.Size) + observed]);
    }

    private static int Position(EffectCatalogue catalogue, Effect effect) => catalogue.Effects.ToList().FindIndex(each => each.Name == effect.Name);
}
