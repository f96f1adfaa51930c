using MathNet.Numerics.LinearAlgebra;
using Pathwise.Numerics;
using Pathwise.Sem.Effects;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Mediation;

/// <summary>Tests that indirect effects are zero.</summary>
public static class MediationTests
{
    /// <summary>
    /// One row for each indirect effect and kind of test in the options (<see cref="EffectOptions.Tests"/>; of the effects that they name, or of all): effects along one
    /// path, and where a pair of variables has several paths their sum. That the product of a path's coefficients is zero is the union of the hypotheses that
    /// each of them is; it is rejected where each of these is (Berger 1982), so that the p of joint significance and of the likelihood ratio is the largest of the
    /// coefficients'. For a path this is the likelihood-ratio test against the best model in which the product is zero, as that is the best of
    /// those in which one coefficient is.
    /// </summary>
    /// <exception cref="InputException">The options name an effect that the model does not have, or a test of the bootstrap without its result.</exception>
    public static IReadOnlyList<MediationTest> TestIndirectEffects(this FitResult fit, EffectOptions options, BootstrapResult? bootstrap = null)
    {
        fit.CheckEffects(options);
        if (options.Tests.Contains(MediationTestKind.Mbco))
            EarlierStep.Refuse(fit, "Likelihood-ratio tests");
        if (bootstrap is null && options.Tests.FirstOrDefault(kind => kind.IsOfBootstrap()) is var kind && kind.IsOfBootstrap())
            throw new InputException($"The test {kind.Text()} needs a bootstrap.");
        if (bootstrap is not null && !ReferenceEquals(bootstrap.Fit, fit))
            throw new InputException("The bootstrap is of another fit.");
        return new Testing(fit, options, bootstrap).Rows();
    }

    /// <summary>The tests that the options ask for, in the order of their rows: effects by their places in a catalogue.</summary>
    internal static IEnumerable<(int Effect, MediationTestKind Kind)> Tested(EffectCatalogue catalogue, EffectOptions options) =>
        from effect in Enumerable.Range(0, catalogue.Entries.Count)
        where IsTested(catalogue, catalogue.Entries[effect].Effect, options)
        from kind in options.Tests.Distinct().Order()
        select (effect, kind);

    private static bool IsTested(EffectCatalogue catalogue, Effect effect, EffectOptions options) => (options.Effects.Count == 0 || options.Effects.Contains(effect.Name))
        && (effect.Kind == EffectKind.SpecificIndirect || (effect.Kind == EffectKind.TotalIndirect && PathsOf(catalogue, effect).Count() > 1));

    private static IEnumerable<Effect> PathsOf(EffectCatalogue catalogue, Effect total) => catalogue.Effects.Where(each =>
        each.Kind == EffectKind.SpecificIndirect && (each.Cause, each.Outcome, each.Group) == (total.Cause, total.Outcome, total.Group));

    private sealed class Testing
    {
        private readonly FitResult fit;
        private readonly EffectOptions options;
        private readonly BootstrapResult? bootstrap;
        private readonly EffectCatalogue catalogue;
        private readonly Matrix<double>? covariance;
        private readonly EffectSlopes slopes;
        private readonly ZeroCoefficients zeros;

        public Testing(FitResult fit, EffectOptions options, BootstrapResult? bootstrap)
        {
            (this.fit, this.options, this.bootstrap) = (fit, options, bootstrap);
            catalogue = bootstrap?.Catalogue ?? EffectCatalogue.Of(fit.Table, fit.Structure.Latents);
            covariance = ParameterCovariance.Once(fit);
            slopes = EffectSlopes.Of(fit, new EffectPoint(fit.Structure, catalogue));
            zeros = new ZeroCoefficients(fit);
        }

        public IReadOnlyList<MediationTest> Rows() => [.. Tested(catalogue, options).Select(each => Row(each.Effect, each.Kind))];

        private MediationTest Row(int effect, MediationTestKind kind)
        {
            var entry = catalogue.Entries[effect];
            if (kind == MediationTestKind.Sobel)
                return Sobel(effect);
            if (kind == MediationTestKind.Percentile)
                return Percentile(effect);
            if (entry.Effect.Kind == EffectKind.TotalIndirect)
                return kind == MediationTestKind.Mbco ? ProfileOfSum(effect) : Row(effect, kind, null, null, "it is of the coefficients of one path, and this is the sum of several");
            IReadOnlyList<Parameter> coefficients = [.. PathCoefficients.Of(fit, catalogue, entry).DistinctBy(row => row.Free)];
            return coefficients.Count == 0 ? Row(effect, kind, null, null, "no coefficient of the path is free")
                : kind == MediationTestKind.Adaptive ? Adaptive(effect, coefficients)
                : kind == MediationTestKind.Mbco ? LikelihoodRatio(effect, coefficients)
                : Joint(effect, coefficients);
        }

        private MediationTest Row(int effect, MediationTestKind kind, double? statistic, double? p, string? why = null) =>
            new(catalogue.Effects[effect], kind, statistic, p, Hypothesis(catalogue.Entries[effect], kind)) { Why = p is null ? why ?? "the estimates have no standard errors" : null };

        private string Hypothesis(EffectEntry entry, MediationTestKind kind)
        {
            if (entry.Effect.Kind == EffectKind.TotalIndirect)
                return "the sum over the paths is 0";
            var names = PathCoefficients.Of(fit, catalogue, entry).DistinctBy(row => row.Free).Select(ZeroCoefficients.Name).ToList();
            return kind is MediationTestKind.Sobel or MediationTestKind.Percentile ? "the product is 0"
                : names.Count == 1 ? $"{names[0]} is 0" : $"{string.Join(" or ", names)} is 0";
        }

        private MediationTest Joint(int effect, IReadOnlyList<Parameter> coefficients)
        {
            if (covariance is null || coefficients.Any(row => covariance[row.Free - 1, row.Free - 1] is not > 0))
                return Row(effect, MediationTestKind.JointSignificance, null, null);
            var weakest = coefficients.MinBy(row => Math.Abs(Z(row)))!;
            return Row(effect, MediationTestKind.JointSignificance, Z(weakest), NormalDistribution.TwoSided(Z(weakest))) with { Weakest = ZeroCoefficients.Name(weakest) };
        }

        private double Z(Parameter row) => fit.Values[row.Free - 1] / Math.Sqrt(covariance![row.Free - 1, row.Free - 1]);

        private MediationTest Sobel(int effect)
        {
            var z = slopes.Value(effect, false) / slopes.StandardError(effect, false, covariance);
            return z is { } found && double.IsFinite(found) ? Row(effect, MediationTestKind.Sobel, z, NormalDistribution.TwoSided(found)) : Row(effect, MediationTestKind.Sobel, null, null);
        }

        private MediationTest LikelihoodRatio(int effect, IReadOnlyList<Parameter> coefficients)
        {
            var tests = coefficients.Select(row => (Name: ZeroCoefficients.Name(row), Test: zeros.Test(row))).ToList();
            if (tests.Find(each => each.Test.PValue is null) is { Name: { } name } undefined)
                return Row(effect, MediationTestKind.Mbco, null, null, ZeroCoefficients.NoTest(name, undefined.Test.Why));
            var weakest = tests.MaxBy(each => each.Test.PValue);
            return Row(effect, MediationTestKind.Mbco, weakest.Test.ChiSquare, weakest.Test.PValue) with { Weakest = weakest.Name, DegreesOfFreedom = 1 };
        }

        private MediationTest ProfileOfSum(int effect)
        {
            if (fit.Method.IsRobust)
                return Row(effect, MediationTestKind.Mbco, null, null, $"the likelihood ratio of a sum of paths is not scaled for {fit.Options.Estimator}");
            var scratch = new ReplicateTable(1, catalogue);
            var point = new EffectPoint(fit.Structure, catalogue);
            var quantity = new ParameterQuantity(
                values =>
                {
                    values.CopyTo(scratch.Row(0).Values);
                    point.Evaluate(scratch.Row(0));
                    return scratch.Effect(0, effect, false);
                },
                fit.Values.Count,
                units: fit.Units);
            return ProfileLikelihood.Of(fit, quantity, covariance)?.ChiSquareOfZero() is { } chiSquare
                ? Row(effect, MediationTestKind.Mbco, chiSquare, ModelTest.PValue(chiSquare, 1)) with { DegreesOfFreedom = 1 }
                : Row(effect, MediationTestKind.Mbco, null, null, "no fit was found in which the sum is 0, or the estimator has no likelihood");
        }

        private MediationTest Percentile(int effect)
        {
            var p = BootstrapIntervals.Of(IntervalKind.Percentile, bootstrap!.Draws(effect, false), slopes.Value(effect, false), options.Level)?.PValue;
            return Row(effect, MediationTestKind.Percentile, null, p, "fewer than two samples can be used");
        }

        private MediationTest Adaptive(int effect, IReadOnlyList<Parameter> coefficients)
        {
            if (coefficients.Count != 2 || PathCoefficients.Of(fit, catalogue, catalogue.Entries[effect]).Count != 2 || catalogue.Entries[effect].Path.Length != 3)
                return Row(effect, MediationTestKind.Adaptive, null, null, "it is of paths with two free coefficients");
            if (fit.Table.Constraints.Any(each => coefficients.Any(row => each.Difference.Positions.Contains(row.Free - 1))))
                return Row(effect, MediationTestKind.Adaptive, null, null, "a coefficient of the path is constrained");
            if (covariance is null || coefficients.Any(row => covariance[row.Free - 1, row.Free - 1] is not > 0) || bootstrap!.Used < 2)
                return Row(effect, MediationTestKind.Adaptive, null, null);
            var (a, b) = (coefficients[0].Free - 1, coefficients[1].Free - 1);
            var p = AdaptiveBootstrap.Of(
                (fit.Values[a], Math.Sqrt(covariance[a, a])), (fit.Values[b], Math.Sqrt(covariance[b, b])), bootstrap.Draws(a), bootstrap.Draws(b), fit.CaseCount);
            return Row(effect, MediationTestKind.Adaptive, null, p);
        }
    }
}
