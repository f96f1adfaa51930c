using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;

namespace Pathwise.Tests.Psychometrics;

/// <summary>The measurement model of the nine ability tests, and the one with a general ability above the three.</summary>
internal static class FittedAbilities
{
    public const string Syntax = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9";

    public static ModelSpecification Model => ModelSpecification.Parse(Syntax);

    public static FitResult ThreeFactors => Model.Fit(Holzinger.Table);

    public static FitResult SecondOrder => ModelSpecification.Parse(Syntax + "\ng =~ visual + textual + speed").Fit(Holzinger.Table);

    public static Oracle SemTools => Oracle.Read("semtools", "semtools.json");
}
