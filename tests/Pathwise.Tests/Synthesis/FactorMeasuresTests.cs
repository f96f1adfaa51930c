using Pathwise.Psychometrics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Synthesis;
using Xunit;

namespace Pathwise.Tests.Synthesis;

public sealed class FactorMeasuresTests
{
    // The general estimation is another way to the same measures.
    private static readonly FitResult Fit = ModelSpecification.Parse(File.ReadAllText(Repository.Path("data", "published", "s1-final-model.lav")))
        .Fit(SurveyData.Read(Repository.Path("data", "raw", "executives.csv")).Clean().Data.Recode().Table);

    private static readonly SynthesisPlan Plan = StudyAnswers.Plan();

    [Fact]
    public void ReliabilityAndExtractedVariance_OfTheStoredAnswers_AreThoseOfAFit()
    {
        var reading = Read();
        foreach (var row in Fit.FactorReliabilities().Where(row => !row.IsSecondOrder))
        {
            Parameter[] loadings = [.. Plan.Tables[0].Rows.Where(each => each.Operator == Operator.Loading && each.Lhs == row.Factor)];
            Assert.Equal(row.AverageVarianceExtracted!.Value, FactorMeasures.AverageVarianceExtracted(loadings)(reading), 1e-5);
            Assert.Equal(row.CompositeReliability!.Value, FactorMeasures.CompositeReliability(loadings)(reading), 1e-5);
        }
    }

    [Fact]
    public void FornellLarckerMargin_OfTheStoredAnswers_IsTheLeastOfTheFitsPairs()
    {
        var pairs = Fit.FornellLarcker().Select(pair => Math.Min(pair.FirstVarianceExtracted!.Value, pair.SecondVarianceExtracted!.Value) - pair.SharedVariance!.Value);
        Assert.Equal(pairs.Min(), FactorMeasures.FornellLarckerMargin(Plan)(Read()), 1e-5);
    }

    private static Reading Read()
    {
        var reading = new Reading(Plan);
        Assert.True(reading.Fit(StudyAnswers.Sheet(Plan), null));
        return reading;
    }
}
