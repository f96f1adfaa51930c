using System.Globalization;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Parity;

/// <summary>Runs of Mplus, at the digits that it prints (tests/fixtures/mplus, whose PROVENANCE.md has their places and what differs on purpose).</summary>
public sealed class MplusTests
{
    private const string TwoFactors =
        """
        f1 =~ u1a + 1*u1b + 1*u1c
        f2 =~ u2a + 1*u2b + 1*u2c
        u1a | a*t1
        u1b | a*t1
        u1c | a*t1
        u2a | b*t1
        u2b | b*t1
        u2c | b*t1
        """;

    private const string Abilities = "visual =~ x1 + x2 + x3\ntextual =~ x4 + x5 + x6\nspeed =~ x7 + x8 + x9";

    private const string Democracy =
        """
        dem60 =~ y1 + a*y2 + b*y3 + c*y4
        dem65 =~ y5 + a*y6 + b*y7 + c*y8
        ind60 =~ x1 + x2 + x3
        dem60 ~ ind60
        dem65 ~ ind60 + dem60
        y1 ~~ y5
        y2 ~~ y4 + y6
        y3 ~~ y7
        y4 ~~ y8
        y6 ~~ y8
        """;

    public static TheoryData<string> Runs => [.. Lines("fit.csv").Select(row => row[0]).Distinct()];

    [Theory]
    [MemberData(nameof(Runs))]
    public void EveryNumber_OfARun_IsWhatMplusPrintedOrDiffersAsItIsKnownTo(string run)
    {
        var fit = Fit(run);
        Assert.True(fit.HasConverged);
        var (others, wrong) = (Others(run), new List<string>());
        foreach (var (what, printed, value) in Numbers(run, fit))
        {
            var (lavaan, imitating) = others[what];
            var isExplained = Math.Abs(lavaan - value) <= 1e-4 * Math.Max(1, Math.Abs(lavaan)) && (Prints(imitating, printed) || Follows(run, what, printed, value, fit));
            if (!Prints(value, printed) && !isExplained)
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: Mplus {printed}, here {value}, lavaan {lavaan}, imitating {imitating}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public void Differences_OfAllRuns_AreNoMoreThanThoseThatAreKnown()
    {
        var all = Runs.SelectMany(run => Numbers(run.Data, Fit(run.Data))).ToArray();
        Assert.Equal((739, 149), (all.Length, all.Count(number => !Prints(number.Value, number.Printed))));
    }

    private static IEnumerable<(string What, string Printed, double Value)> Numbers(string run, FitResult fit)
    {
        var own = fit.Estimates().ToDictionary(row => (row.Parameter.Lhs, row.Parameter.Operator.Text(), row.Parameter.Rhs));
        foreach (var row in Lines("parameters.csv").Where(row => row[0] == run))
        {
            var estimate = own.TryGetValue((row[1], row[2], row[3]), out var found) ? found : own[(row[3], row[2], row[1])];
            yield return ($"{row[1]} {row[2]} {row[3]}", row[4], estimate.Value);
            yield return ($"{row[1]} {row[2]} {row[3]} error", row[5], estimate.StandardError!.Value);
        }

        var measures = fit.Indices().ByName().ToDictionary(pair => pair.Key, pair => pair.Value);
        foreach (var row in Lines("fit.csv").Where(row => row[0] == run))
            yield return (row[1], row[2], measures[row[1] == "factor" ? "chisq.scaling.factor" : measures.ContainsKey(row[1] + ".scaled") ? row[1] + ".scaled" : row[1]]!.Value);
    }

    // The rules of PROVENANCE.md by which a number of Mplus follows from ours where lavaan does not imitate it.
    private static bool Follows(string run, string what, string printed, double value, FitResult fit)
    {
        var cases = (double)fit.CaseCount;
        var (number, more) = (Number(printed), cases / (cases - 1));
        var isOrdered = fit.Structure.Responses is not null;
        return what switch
        {
            "fmin" when isOrdered => Math.Abs((value * more / number) - 1) < 1e-6,
            "chisq" when isOrdered => Prints(Multiplied(value, fit.ScaledTest()?.Shift ?? 0, more), printed),
            "baseline.chisq" when isOrdered => Prints(Multiplied(value, fit.Baseline.ScaledTest()?.Shift ?? 0, more), printed),
            "pvalue" when isOrdered => Prints(ChiSquareDistribution.UpperTail(PrintedFit(run, "chisq"), PrintedFit(run, "df")), printed),
            "rmsea" when isOrdered => Prints(Math.Sqrt((PrintedFit(run, "chisq") - PrintedFit(run, "df")) / PrintedFit(run, "df") / cases), printed),
            "f1 ~~ f2 error" when isOrdered => Prints(value / Math.Sqrt(more), printed),
            "rmsea.ci.lower" => Bounds(run, number, cases, 0.95),
            "rmsea.ci.upper" => Bounds(run, number, cases, 0.05),
            "scaling.factor.h0" => Prints(value * 42 / 39, printed),
            "y4 ~~ y4" => Math.Abs(value - number) < 0.001,
            _ => false,
        };
    }

    private static double Multiplied(double chiSquare, double shift, double factor) => ((chiSquare - shift) * factor) + shift;

    // Whether a bound of the interval of the RMSEA, of three digits, is that of the printed chi-square.
    private static bool Bounds(string run, double bound, double cases, double probability)
    {
        var (chiSquare, df) = (PrintedFit(run, "chisq"), PrintedFit(run, "df"));
        double At(double rmsea) => NoncentralChiSquareDistribution.Cdf(chiSquare, df, rmsea * rmsea * df * cases);
        return At(bound - 0.00051) >= probability && At(bound + 0.00051) <= probability;
    }

    private static double PrintedFit(string run, string measure) => Number(Lines("fit.csv").Single(row => row[0] == run && row[1] == measure)[2]);

    private static bool Prints(double value, string printed)
    {
        var point = printed.IndexOf('.', StringComparison.Ordinal);
        return Math.Abs(value - Number(printed)) <= 0.505 * (point < 0 ? 1 : Math.Pow(10, point + 1 - printed.Length));
    }

    private static double Number(string printed) => double.Parse(printed, CultureInfo.InvariantCulture);

    private static Dictionary<string, (double Lavaan, double Imitating)> Others(string run) =>
        Lines("lavaan.csv").Where(row => row[0] == run).ToDictionary(row => row[1], row => (Number(row[2]), Number(row[3])));

    private static FitResult Fit(string run)
    {
        var parts = run.Split('.');
        var estimator = Enum.Parse<Estimator>(parts[2]);
        return parts[0] switch
        {
            "ex5" => ModelSpecification.Parse(TwoFactors).Fit(Patterns(), new() { Estimator = estimator }, new() { Ordered = ["all"] }),
            "HS" => ModelSpecification.Parse(Abilities).Fit(Read("hs.csv"), new() { Estimator = estimator }, new() { MeanStructure = true }),
            _ => ModelSpecification.Parse(Democracy).Fit(Read("poldem.csv"), new() { Estimator = estimator }, new() { MeanStructure = true }),
        };
    }

    private static DataTable Read(string name) => DataTable.Read(Repository.Fixture("lavaan", "models", "data", name));

    // The cases of the frequencies of their patterns.
    private static DataTable Patterns()
    {
        var rows = Lines("ex5.10-patterns.csv").SelectMany(row => Enumerable.Repeat(row[..^1], int.Parse(row[^1], CultureInfo.InvariantCulture))).ToArray();
        var values = new double[rows.Length, rows[0].Length];
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < rows[i].Length; j++)
                values[i, j] = double.Parse(rows[i][j], CultureInfo.InvariantCulture);
        return DataTable.Of(["u1a", "u1b", "u1c", "u2a", "u2b", "u2c"], values);
    }

    private static IEnumerable<string[]> Lines(string name) =>
        File.ReadLines(Repository.Fixture("mplus", name)).Skip(1).Select(line => line.Split(','));
}
