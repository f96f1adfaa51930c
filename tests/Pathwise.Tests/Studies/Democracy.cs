using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Tests.Studies;

/// <summary>Bollen's data and models.</summary>
internal static class Democracy
{
    public static ModelSpecification Model { get; } = ModelSpecification.Read(Repository.Path("data", "examples", "political-democracy.lav"));

    public static SurveyData Survey { get; } = SurveyData.Read(Repository.Path("data", "examples", "political-democracy.csv"));

    public static FitResult Fit() => Model.Fit(Survey.Table);
}
