using System.Globalization;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Influence;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Pathwise.Tests.Sem.Resampling;
using Xunit;

namespace Pathwise.Tests.Sem.Influence;

public sealed class LeaveOneOutTests
{
    private static readonly ILookup<string, (int Case, string Name, double Value)> Lavaan = File.ReadLines(Repository.Fixture("influence", "leave-one-out.csv"))
        .Select(line => line.Split(','))
        .ToLookup(cells => cells[0], cells => (int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2], double.Parse(cells[3], CultureInfo.InvariantCulture)));

    private static readonly Lazy<InfluenceResult> Democracy = new(() => DemocracyFit().Influence(new InfluenceOptions { Effect = "ind60 -> dem60 -> dem65", HasOneStep = true, Most = 1 }));

    // The script goes on from where lavaan stops until no slope is left; what remains is rounding.
    [Fact]
    public void Rows_PoliticalDemocracy_AreSemfindrsFormulasByLavaan()
    {
        var names = Democracy.Value.Parameters.ToList();
        CaseChange Change(int i) => Democracy.Value.Cases[i - 1].Change!;
        Assert.Equal(75 * names.Count, Lavaan["raw"].Count());
        foreach (var (i, name, value) in Lavaan["raw"])
            Oracle.Near(value, Change(i).Parameters[names.IndexOf(name)], 1e-7);
        foreach (var (i, name, value) in Lavaan["dfthetas"])
            Oracle.Near(value, Change(i).Standardized[names.IndexOf(name)], 1e-7);
        foreach (var (i, _, value) in Lavaan["gcd"])
            Oracle.Near(value, Change(i).GeneralizedCook, 1e-7);
        foreach (var (i, _, value) in Lavaan["effect"])
            Oracle.Near(value, Change(i).Effect, 1e-7);
        foreach (var (i, _, value) in Lavaan["chisq"])
            Oracle.Near(value, Change(i).ChiSquare, 1e-6);
    }

    [Fact]
    public void Rows_PoliticalDemocracy_HaveLavaansChangesOfMeasures()
    {
        MeasureChange Measures(int i) => Democracy.Value.Cases[i - 1].Measures!;
        foreach (var (i, _, value) in Lavaan["rmsea"])
            Oracle.Near(value, Measures(i).Rmsea, 1e-7);
        foreach (var (i, _, value) in Lavaan["cfi"])
            Oracle.Near(value, Measures(i).Cfi, 1e-6);
        foreach (var (i, _, value) in Lavaan["tli"])
            Oracle.Near(value, Measures(i).Tli, 1e-6);
        foreach (var (i, _, value) in Lavaan["srmr"])
            Oracle.Near(value, Measures(i).Srmr, 1e-6);
    }

    [Fact]
    public void OneStep_PoliticalDemocracy_IsTheScoreTimesTheCovariancesOnceScaled()
    {
        var names = Democracy.Value.Parameters.ToList();
        CaseChange Step(int i) => Democracy.Value.Cases[i - 1].OneStep!;
        foreach (var (i, name, value) in Lavaan["step"])
            Oracle.Near(value, Step(i).Parameters[names.IndexOf(name)], 1e-7);
        foreach (var (i, _, value) in Lavaan["stepgcd"])
            Oracle.Near(value, Step(i).GeneralizedCook, 1e-7);
        Oracle.Near(Democracy.Value.Model.ChiSquare, Democracy.Value.Cases.Sum(each => each.OneStep!.ChiSquare!.Value), 1e-8);
    }

    public static TheoryData<string> DataSets => ["democracy", "study", "paths"];

    [Theory]
    [MemberData(nameof(DataSets))]
    public void Rows_ThreeDataSets_AreThoseOfRefits(string data)
    {
        var (fit, effect) = data switch
        {
            "democracy" => (DemocracyFit(), "ind60 -> dem60 -> dem65"),
            "study" => (StudyFit(), "col -> ali -> per"),
            _ => (SmallMediation.Of(30, 9).Fit(SmallMediation.Full), "x -> m -> y"),
        };
        var result = fit.Influence(new InfluenceOptions { Effect = effect, Most = 1 });
        Assert.True(result.Path.IsCompiled);
        var indices = fit.Indices();
        for (var i = 0; i < fit.CaseCount; i++)
        {
            var sample = fit.Sample[0];
            var refit = fit.Table.Fit(SampleMoments.OfCases(sample.Names, sample.Cases!.RemoveRow(i), sample.Divisor), fit.Options);
            var (others, row) = (refit.EstimateEffects(), result.Cases[i]);
            for (var j = 0; j < fit.Values.Count; j++)
                Oracle.Near(fit.Values[j] - refit.Values[j], row.Change!.Parameters[j], 1e-8);
            Oracle.Near(fit.EstimateEffects().Named(effect).Value - others.Named(effect).Value, row.Change!.Effect, 1e-8);
            Oracle.Near(indices.ChiSquare!.Value - refit.Indices().ChiSquare!.Value, row.Change.ChiSquare, 1e-8);
            Oracle.Near(indices.Srmr!.Value - refit.Indices().Srmr!.Value, row.Measures!.Srmr, 1e-8);
        }
    }

    [Fact]
    public void Rows_EqualParameters_HaveADistanceTooByTheGeneralPath()
    {
        var result = SmallMediation.Of(25, 3).Fit("m ~ k*x\ny ~ k*m").Influence(new InfluenceOptions { Effect = "x -> m -> y", Most = 1 });
        Assert.False(result.Path.IsCompiled);
        Assert.All(result.Cases, each => Assert.True(each.Change!.GeneralizedCook >= 0));
    }

    [Fact]
    public void Names_OfATable_AreLinesAndIdentifiers()
    {
        var table = DataTable.Read(Repository.Path("data", "examples", "political-democracy.csv"));
        var fit = ModelSpecification.Read(Repository.Path("data", "examples", "political-democracy.lav")).Fit(table);
        var result = fit.Influence(new InfluenceOptions { Effect = "ind60 -> dem60 -> dem65", Most = 1 }, CaseNames.Of(table, "x1"));
        Assert.Equal((2, "4.442651"), (result.Cases[0].Case.Line, result.Cases[0].Case.Text));
        Assert.Equal("2", CaseNames.Of(table)[0].Text);
        Assert.Throws<InputException>(() => CaseNames.Of(table, "z1"));
    }

    private static FitResult DemocracyFit() => ModelSpecification.Read(Repository.Path("data", "examples", "political-democracy.lav"))
        .Fit(DataTable.Read(Repository.Path("data", "examples", "political-democracy.csv")));

    private static FitResult StudyFit()
    {
        var table = Simulated.Table(Simulated.StudyLike);
        return table.Fit(SampleMoments.OfCases(table.ObservedVariables, Matrix<double>.Build.DenseOfRowMajor(92, 18, Simulated.StudyCases(92, 3)), Divisor.Count));
    }
}
