using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Resampling;

/// <summary>How the many samples of a bootstrap are fitted: by compiled code, or by the general path, which is many times slower.</summary>
/// <param name="IsCompiled">True for compiled code.</param>
/// <param name="Reason">Why it is the general path, in words; null for compiled code.</param>
[TypeFormatterSource]
internal sealed record FittingPath(bool IsCompiled, string? Reason)
{
    /// <summary>The path by which samples of a fit are fitted, those of a kind.</summary>
    public static FittingPath Of(FitResult fit, ResamplingKind kind = ResamplingKind.Nonparametric)
    {
        ArgumentNullException.ThrowIfNull(fit);
        if (fit.EarlierStep is RepeatedStep step)
            return new(step.WhyGeneral is null, step.WhyGeneral);
        if (IsOfDrawnResponses(fit, kind))
            return new(false, "answers that are cut from drawn responses");
        fit = CompiledPath.LeavingBounds(fit);
        if (CompiledPath.TryCompile(fit, out _) is not null || CompiledGroups.TryCompile(fit, out var whyNot) is not null)
            return new(true, null);
        return new(false, whyNot);
    }

    /// <summary>Whether samples are of answers cut from drawn responses: no resamples of the cases, which compiled code for ordered variables counts.</summary>
    public static bool IsOfDrawnResponses(FitResult fit, ResamplingKind kind) => kind == ResamplingKind.Parametric && fit.Table.OrderedVariables.Count > 0;
}
