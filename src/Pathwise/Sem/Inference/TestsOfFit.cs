using System.Globalization;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>Every test of exact fit of a model, and the one to trust.</summary>
public static class TestsOfFit
{
    // Above so many variables the tests by eigenvalues take seconds; their verb has no limit.
    private const int MostVariables = 36;

    /// <summary>
    /// The tests by lavaan's names, the plain chi-square (<c>standard</c>) first, then the estimator's scaled one, that of residuals with normal-theory weights (<c>browne.residual.nt.model</c>, the
    /// reweighted least squares of Browne 1974), those corrected for small samples, and up to 36 variables those by eigenvalues (<see cref="EigenvalueTests"/>).
    /// </summary>
    public static IReadOnlyList<NamedTest> Tests(this FitResult fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return [.. Of(fit)];
    }

    /// <summary>
    /// The test to trust: of complete continuous cases <c>peba4_rls</c> (Foldnes, Moss and Gronneberg 2025), of covariances alone <c>browne.residual.nt.model</c>, else the estimator's own, scaled
    /// where it scales. Null where there is no p.
    /// </summary>
    public static TrustedTest? TestToTrust(this FitResult fit) => fit.TestToTrust(fit.Tests());

    /// <summary>The same of tests that are known.</summary>
    internal static TrustedTest? TestToTrust(this FitResult fit, IReadOnlyList<NamedTest> tests)
    {
        NamedTest? Named(string name) => tests.FirstOrDefault(each => each.Name == name && each.Test.PValue is not null);
        var cases = string.Create(CultureInfo.InvariantCulture, $"{fit.CaseCount} cases for {fit.ParameterCount()} parameters");
        if (Named("peba4_rls") is { } averaged)
            return Trusted(averaged, string.Create(CultureInfo.InvariantCulture, $"{cases}, and a scaling factor of {ScalingFactor(fit):0.00} where normal data have 1"), "Foldnes, Moss and Grønneberg 2025");
        if (fit.Structure.Responses is null && fit.Method.HasLikelihood && fit.Sample.All(sample => sample.Cases is null) && Named("browne.residual.nt.model") is { } residual)
            return Trusted(residual, $"{cases}, known by their covariances alone, so that normal data have to be assumed", "Browne 1974");
        if (fit.Method.IsRobust && Named(fit.Method.Sandwich!.TestName) is { } scaled)
            return Trusted(scaled, $"{cases}, {What(fit)}", Source(fit.Method.Sandwich.TestName));
        return Named("standard") is { } plain ? Trusted(plain, $"{cases}, {What(fit)}; it supposes normal data", "Jöreskog 1969") : null;

        static TrustedTest Trusted(NamedTest named, string because, string source) => new(named.Name, named.Test, because, source);
    }

    private static string What(FitResult fit) => fit.Structure.Responses is not null ? "with ordered variables"
        : fit.Options.Missing == MissingData.Fiml ? "with missing values"
        : $"estimated by {fit.Options.Estimator}";

    private static string Source(string test) => test switch
    {
        "satorra.bentler" => "Satorra and Bentler 1994",
        "scaled.shifted" => "Asparouhov and Muthén 2010",
        "mean.var.adjusted" => "Satorra and Bentler 1994",
        _ => "Yuan and Bentler 2000",
    };

    // The mean of the eigenvalues of U G.
    private static double? ScalingFactor(FitResult fit) => ResidualSpectrum.Of(fit)?.Average();

    private static IEnumerable<NamedTest> Of(FitResult fit)
    {
        yield return new("standard", fit.Test());
        if (fit.ScaledTest() is { } scaled)
            yield return new(fit.Method.Sandwich!.TestName, scaled);
        if (fit.Table.OrderedVariables.Count == 0)
            yield return new("browne.residual.nt.model", fit.BrowneResidualTest());
        foreach (var corrected in fit.SmallSampleCorrections())
            yield return new(corrected.Name, corrected.Test);
        if (fit.Table.ObservedVariables.Count > MostVariables)
            yield break;
        foreach (var each in fit.EigenvalueTestsOfFit())
            yield return new(each.Name, each.Test);
    }
}
