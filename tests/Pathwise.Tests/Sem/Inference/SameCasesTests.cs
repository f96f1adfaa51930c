using Pathwise.Sem.Estimation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Inference;

public sealed class SameCasesTests
{
    private static readonly SampleMoments Sample = Samples.Blocks(40);

    [Fact]
    public void Of_OtherOrderOfCasesAndVariables_IsTheSame()
    {
        var cases = Sample.Cases!.Clone();
        cases.SetRow(0, Sample.Cases.Row(39));
        cases.SetRow(39, Sample.Cases.Row(0));
        Assert.True(SameCases.Of(Fit("x1 ~ x2", Sample), Fit("x2 ~ x1", SampleMoments.OfCases(Sample.Names, cases, Divisor.Count))));
    }

    [Fact]
    public void Of_OneOtherValue_IsNotTheSame()
    {
        var cases = Sample.Cases!.Clone();
        cases[7, 0] += 1e-6;
        Assert.False(SameCases.Of(Fit("x1 ~ x2", Sample), Fit("x1 ~ x2", SampleMoments.OfCases(Sample.Names, cases, Divisor.Count))));
    }

    [Fact]
    public void Of_MomentsAlone_AreComparedWhateverTheirDivisor()
    {
        var moments = SampleMoments.OfCovariance(Sample.Names, Sample.With(Divisor.CountLessOne).Covariance, 40, Sample.Means);
        Assert.True(SameCases.Of(Fit("x1 ~ x2", Sample), Fit("x1 ~ x2", moments)));
        var other = SampleMoments.OfCovariance(Sample.Names, moments.Covariance * 1.001, 40, Sample.Means);
        Assert.False(SameCases.Of(Fit("x1 ~ x2", moments), Fit("x1 ~ x2", other)));
    }

    private static FitResult Fit(string syntax, SampleMoments sample) => Simulated.Table(syntax).Fit(sample);
}
