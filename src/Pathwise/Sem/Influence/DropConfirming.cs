using Pathwise.Numerics;
using Pathwise.Sem.Compiled;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;

namespace Pathwise.Sem.Influence;

/// <summary>Fits a sample without a set of cases anew, from starting values of its own, and asks the interval of the analysis.</summary>
internal static class DropConfirming
{
    /// <summary>What a fit without the cases says of an aim; the effect is the aim's, null for the test of the model.</summary>
    public static DropConfirmation Of(FitResult fit, IReadOnlyList<int> omitted, DropAim aim, string? effect, InfluenceOptions options)
    {
        try
        {
            var refit = ModelFitting.FitLike(fit.Table, fit.Sample, [GeneralOmissions.Without(fit, SampleSources.Cases(fit.Sample[0]), omitted)], fit.Options);
            var status = FullRefit.Status(refit);
            return !status.HasConverged() ? Failed(status) : effect is null ? OfModel(refit, status, aim) : OfEffect(refit, status, aim, effect, options);
        }
        catch (Exception problem) when (NumericalTrouble.IsShownBy(problem))
        {
            return Failed(FitStatus.Breakdown);
        }
    }

    private static DropConfirmation Failed(FitStatus status) => new() { Status = status, Estimate = null, PValue = null, IsConfirmed = false };

    private static DropConfirmation OfModel(FitResult refit, FitStatus status, DropAim aim)
    {
        var test = refit.ScaledTest() ?? refit.Test();
        return new() { Status = status, Estimate = test.Value, PValue = test.PValue, IsConfirmed = test.Value is { } value && aim.Direction.Sign * value < aim.Threshold };
    }

    private static DropConfirmation OfEffect(FitResult refit, FitStatus status, DropAim aim, string name, InfluenceOptions options)
    {
        var bootstrap = options.Interval.IsBootstrap() ? refit.Bootstrap(options.Bootstrap!) : null;
        var asked = new EffectOptions { Kinds = [options.Interval], Effects = [name], Level = options.Level, IsStandardized = false, Seed = options.Seed };
        var estimate = refit.EstimateEffects(asked, bootstrap).Named(name);
        var made = estimate.Intervals.Count > 0 ? estimate.Intervals[0] : null;
        return new()
        {
            Status = status,
            Estimate = estimate.Value,
            StandardError = estimate.StandardError,
            Interval = made?.Interval,
            PValue = made?.PValue,
            IsConfirmed = IsConfirmed(aim, estimate.Value, made?.Interval),
        };
    }

    // The sign of a direction that lowers the statistic is the effect's; one that raises it has the opposite sign.
    private static bool IsConfirmed(DropAim aim, double value, Interval? interval) => aim.Claim switch
    {
        DropClaim.Sign => aim.Direction.Sign * value < 0,
        _ when interval is null => false,
        DropClaim.Opposite => aim.Direction.Sign > 0 ? interval!.Value.Upper < 0 : interval!.Value.Lower > 0,
        _ when aim.Threshold > 0 => interval!.Value.Contains(0),
        _ => aim.Direction.Sign > 0 ? interval!.Value.Upper < 0 : interval!.Value.Lower > 0,
    };
}
