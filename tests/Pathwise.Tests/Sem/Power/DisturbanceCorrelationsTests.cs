using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Implied;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Power;
using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Power;

// The second-order model that dynamic's hier2 has as its example, from Reynolds and Keith (2017), as far as pure factors go; standardized.
public sealed class DisturbanceCorrelationsTests
{
    private static readonly (string Factor, double Second, double[] Loadings)[] Factors =
    [
        ("F1", .51, [.41, .81, .71]), ("F2", .83, [.79, .64, .81]), ("F3", .97, [.53, .68, .66]), ("F4", .83, [.79, .76, .70]), ("F5", .87, [.82, .71, .85, .81]), ("F6", .60, [.7, .6, .8]),
    ];

    [Theory]
    [InlineData(3, new int[0])]
    [InlineData(4, new[] { 1, 2 })]
    [InlineData(5, new[] { 1, 2 })]
    [InlineData(6, new[] { 1, 2, 3 })]
    public void All_AsManyFactors_HasSoManyPairsAtEachLevel(int factors, int[] pairs) =>
        Assert.Equal(pairs, Populations(factors).Select(each => each.Misspecification.Parts.Split(';').Length));

    // The weakest by their standardized second-order loadings: F1 .51 and F6 .60, then F2 and F4.
    [Fact]
    public void All_SixFactors_PairsTheWeakest() => Assert.Equal(
        ["F1 ~~ 0.5*F6", "F1 ~~ 0.5*F6; F2 ~~ 0.5*F4", "F1 ~~ 0.5*F6; F2 ~~ 0.5*F4; F5 ~~ 0.5*F3"], Populations(6).Select(each => each.Misspecification.Parts));

    // The model with the correlations fits the population exactly and finds .5; without them it does not fit. Variances of items stay.
    [Fact]
    public void Population_IsThatOfTheModelThatHasThem()
    {
        var (table, values) = Table(5);
        var last = Populations(5)[^1];
        Assert.Equal("F1 ~~ 0.5*F2; F4 ~~ 0.5*F5", last.Misspecification.Parts);
        var p = table.ObservedVariables.Count;
        for (var i = 0; i < p; i++)
            Assert.Equal(1, last.Covariance[(i * p) + i], 1e-12);
        var sample = SampleMoments.OfCovariance(table.ObservedVariables, Matrix<double>.Build.Dense(p, p, last.Covariance), 500, null, Divisor.Count);
        var free = Syntax(5, false);
        Assert.True(ModelSpecification.Parse(free).Fit([sample]).Test().Value > 5);
        var fit = ModelSpecification.Parse(free + "F1 ~~ F2\nF4 ~~ F5\n").Fit([sample]);
        Assert.Equal(0, fit.Test().Value!.Value, 1e-5);
        Assert.All(fit.Estimates().Where(row => row.Operator == Operator.Covariance && row.Lhs != row.Rhs), row => Assert.Equal(.5, row.StdAll!.Value, 1e-3));
        Assert.Equal(values.Length, table.FreeCount);
    }

    [Fact]
    public void LeftOut_ByWords_IsTheLevel()
    {
        var (table, values) = Table(4);
        var result = table.SimulatePower(values, new PowerOptions { Count = 200, Seed = 1, Replicates = 20, HasTests = true, LeftOut = "disturbance-correlations:2" });
        Assert.Contains(result.Tests, each => each.Rejected > 0);
    }

    private static List<MisspecifiedPopulation> Populations(int factors)
    {
        var (table, values) = Table(factors);
        var structure = ModelStructure.Of(table);
        var moments = new ImpliedMoments(structure, 0);
        Assert.True(moments.Update(values));
        return [.. new MisspecifiedPopulations(structure, moments).All().Where(each => each.Misspecification.Kind == MisspecificationKind.DisturbanceCorrelation)];
    }

    private static (ParameterTable Table, double[] Values) Table(int factors)
    {
        var table = ModelSpecification.Parse(Syntax(factors, true)).Table(new ModelOptions { FixedX = false }, [""]);
        return (table, [.. table.Rows.Where(row => row.IsFree).OrderBy(row => row.Free).Select(row => row.Start!.Value)]);
    }

    // First loadings of one: the first-order factors' variances are the squares of their first loadings.
    private static string Syntax(int count, bool hasStarts)
    {
        FormattableString Start(double value, string name) => hasStarts ? (FormattableString)$"start({value:R})*{name}" : $"{name}";
        var lines = new List<string>();
        var first = Factors[0];
        lines.Add("G =~ " + string.Join(" + ", Factors.Take(count).Select((each, k) => k == 0 ? each.Factor : FormattableString.Invariant(Start(each.Second * each.Loadings[0] / (first.Second * first.Loadings[0]), each.Factor)))));
        foreach (var each in Factors.Take(count))
            lines.Add($"{each.Factor} =~ " + string.Join(" + ", each.Loadings.Select((loading, i) => i == 0 ? $"{each.Factor}y{i}" : FormattableString.Invariant(Start(loading / each.Loadings[0], $"{each.Factor}y{i}")))));
        if (hasStarts)
        {
            lines.Add("G ~~ " + FormattableString.Invariant(Start(Math.Pow(first.Second * first.Loadings[0], 2), "G")));
            foreach (var each in Factors.Take(count))
            {
                lines.Add($"{each.Factor} ~~ " + FormattableString.Invariant(Start((1 - (each.Second * each.Second)) * each.Loadings[0] * each.Loadings[0], each.Factor)));
                lines.AddRange(each.Loadings.Select((loading, i) => $"{each.Factor}y{i} ~~ " + FormattableString.Invariant(Start(1 - (loading * loading), $"{each.Factor}y{i}"))));
            }
        }

        return string.Join('\n', lines) + "\n";
    }
}
