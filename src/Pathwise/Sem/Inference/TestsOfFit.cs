using System.Globalization;
using Pathwise.Sem.Estimation;

namespace Pathwise.Sem.Inference;

/// <summary>Every test of exact fit of a model, and the one to trust.</summary>
public static class TestsOfFit
{
    // Above so many variables all tests by eigenvalues take seconds, and above so many multiplications the one to trust does, too; their verb has no limit.
    private const int MostVariables = 36;
    private const double MostWork = 4e9;

    /// <summary>
    /// The tests by lavaan's names, the plain chi-square (<c>standard</c>) first, then the estimator's scaled one, that of residuals with normal-theory weights (<c>browne.residual.nt.model</c>, the
    /// reweighted least squares of Browne 1974), those corrected for small samples, and those by eigenvalues (<see cref="EigenvalueTests"/>): up to 36 variables all of them, of more
    /// <c>peba4_rls</c> where it takes no more than seconds. Of two stages the first two alone: the others suppose complete cases.
    /// </summary>
    public static IReadOnlyList<NamedTest> Tests(this FitResult fit)
    {
        ArgumentNullException.ThrowIfNull(fit);
        return [.. Of(fit)];
    }

    /// <summary>
    /// The test to trust: of complete continuous cases <c>peba4_rls</c> (Foldnes, Moss and Gronneberg 2025), of covariances alone <c>browne.residual.nt.model</c>, else the estimator's own, scaled
    /// where it scales. Null where there is no p, and for two stages where the scaled one has none.
    /// </summary>
    public static TrustedTest? TestToTrust(this FitResult fit) => fit.TestToTrust(fit.Tests());

    /// <summary>The same of tests that are known.</summary>
    internal static TrustedTest? TestToTrust(this FitResult fit, IReadOnlyList<NamedTest> tests)
    {
        NamedTest? Named(string name) => tests.FirstOrDefault(each => each.Name == name && each.Test.PValue is not null);
        var held = fit.AtBounds.Count == 0 ? "" : ", of which bounds hold some, so that no test is exact even in large samples";
        var cases = string.Create(CultureInfo.InvariantCulture, $"{fit.CaseCount} cases for {fit.ParameterCount()} parameters{held}");
        if (Named("peba4_rls") is { } averaged)
            return Trusted(averaged, string.Create(CultureInfo.InvariantCulture, $"{cases}, and a scaling factor of {ScalingFactor(fit):0.00} where normal data {(fit.Options.Ridge == 0 ? "" : "without a ridge ")}have 1"), "Foldnes, Moss and Grønneberg 2025");
        if (fit.Structure.Responses is null && fit.Method.HasLikelihood && fit.Sample.All(sample => sample.Cases is null) && Named("browne.residual.nt.model") is { } residual)
            return Trusted(residual, $"{cases}, known by their covariances alone, so that normal data have to be assumed", "Browne 1974");
        if (fit.Method.IsRobust && Named(fit.Method.Sandwich!.TestName) is { } scaled)
            return Trusted(scaled, $"{cases}, {What(fit)}", fit.Method.Certainty is null ? Source(fit.Method.Sandwich.TestName) : fit.Method.Citation);
        return fit.Method.Certainty is null && Named("standard") is { } plain ? Trusted(plain, $"{cases}, {What(fit)}; {Supposed(fit)}", SourceOfPlain(fit)) : null;

        static TrustedTest Trusted(NamedTest named, string because, string source) => new(named.Name, named.Test, because, source);
    }

    private static string What(FitResult fit) => fit.Structure.Responses is not null ? "with ordered variables"
        : fit.Options.Missing.NeedsMeans() ? "with missing values"
        : $"estimated by {fit.Options.Estimator}";

    // Weights that are estimated with every covariance of the moments hold of any distribution, in the end.
    private static string Supposed(FitResult fit) => !fit.Method.HasLikelihood && fit.Method.NeedsCases ? "its weights are sure in very large samples alone"
        : fit.Structure.Responses is not null ? "it is right in very large samples alone"
        : fit.Options.Missing == MissingData.Fiml ? "it supposes normal data, which yuan.bentler.mplus (MLR) does not"
        : fit.Method.HasLikelihood && fit.Table.ObservedVariables.Count > MostVariables ? "it supposes normal data and is too large in small samples; peba4_rls takes long here (EigenvalueTestsOfFit)"
        : "it supposes normal data";

    private static string SourceOfPlain(FitResult fit) => fit.Structure.Responses is not null ? "Muthén 1984"
        : fit.Method.HasLikelihood ? fit.Options.Missing == MissingData.Fiml ? "Arbuckle 1996" : "Jöreskog 1969"
        : fit.Method.NeedsCases ? "Browne 1984" : "Browne 1974";

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
        if (fit.Table.OrderedVariables.Count == 0 && fit.Method.Certainty is null)
            yield return new("browne.residual.nt.model", fit.BrowneResidualTest());
        foreach (var corrected in fit.SmallSampleCorrections())
            yield return new(corrected.Name, corrected.Test);
        if (fit.Table.ObservedVariables.Count > MostVariables)
        {
            if (Work(fit) <= MostWork && fit.AveragedTestOfFit() is { } averaged)
                yield return new(averaged.Name, averaged.Test);
            yield break;
        }

        foreach (var each in fit.EigenvalueTestsOfFit())
            yield return new(each.Name, each.Test);
    }

    // Products of the cases with each other or of the coordinates, whichever are fewer.
    private static double Work(FitResult fit)
    {
        double cases = fit.CaseCount, coordinates = fit.Table.GroupCount * fit.Table.ObservedVariables.Count * (fit.Table.ObservedVariables.Count + 3) / 2;
        return cases * coordinates * (Math.Min(cases, coordinates) + fit.Values.Count);
    }
}
