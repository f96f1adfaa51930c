using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem;

/// <summary>The study's final and starting model on the shipped answers, against lavaan.</summary>
public sealed class StudyOracleTests
{
    // The model as it is published, its paths labelled for the total effect.
    private static readonly string Final = File.ReadAllText(Repository.Path("data", "published", "s1-final-model.lav"))
        .Replace("alignment   ~ collaboration", "alignment ~ a * collaboration", StringComparison.Ordinal)
        .Replace("conflict    ~ collaboration", "conflict ~ c * collaboration", StringComparison.Ordinal)
        .Replace("performance ~ alignment + conflict", "performance ~ b * alignment + d * conflict", StringComparison.Ordinal) + "\ntotal := a * b + c * d";

    [Theory]
    [InlineData("wishart", Likelihood.Wishart)]
    [InlineData("normal", Likelihood.Normal)]
    public void Fit_TheStudysAnswers_AgreesWithLavaan(string file, Likelihood likelihood)
    {
        var oracle = Oracle.Read("lavaan", "study", file + ".json");
        var data = Recoded();
        var options = new EstimationOptions { Likelihood = likelihood };
        var final = ModelSpecification.Parse(Final).Fit(data, options);
        var starting = ModelSpecification.Parse(Final + "\nperformance ~ e * collaboration").Fit(data, options);
        AssertEstimates(oracle["final"]["estimates"], final);
        AssertEstimates(oracle["starting"]["estimates"], starting);
        AssertMeasures(oracle["final"]["measures"], final);
        AssertMeasures(oracle["starting"]["measures"], starting);

        var difference = starting.Compare(final);
        Oracle.Near(oracle["difference"]["chisq"].Number, difference.ChiSquare, 1e-5);
        Oracle.Near(oracle["difference"]["pvalue"].Number, difference.PValue, 1e-5);
    }

    private static void AssertEstimates(Oracle rows, FitResult fit)
    {
        var estimates = fit.Estimates();
        for (var i = 0; i < rows.Count; i++)
        {
            var found = estimates.Single(row => row.Lhs == rows[i]["lhs"].Text && row.Operator.Text() == rows[i]["op"].Text && Same(row.Rhs, rows[i]["rhs"].Text));
            Oracle.Near(rows[i]["est"].Number, found.Value, 1e-5);
            Oracle.Near(rows[i]["std.all"].Number, found.StdAll, 1e-5);
            if (found.StandardError is { } error)
                Oracle.Near(rows[i]["se"].Number, error, 1e-5);
        }
    }

    private static bool Same(string ours, string theirs) => ours.Replace(" ", "", StringComparison.Ordinal) == theirs.Replace(" ", "", StringComparison.Ordinal);

    private static void AssertMeasures(Oracle measures, FitResult fit)
    {
        var compared = 0;
        foreach (var (name, value) in fit.Indices().ByName())
        {
            if (!measures.Has(name))
                continue;
            Assert.True(Math.Abs(measures[name].Number - value!.Value) <= 1e-5 * Math.Max(1e-6, Math.Abs(value.Value)), $"{name}: expected {measures[name].Number:R}, got {value:R}.");
            compared++;
        }

        Assert.True(compared >= 20, $"Only {compared} measures have a name in common with lavaan's.");
    }

    private static DataTable Recoded()
    {
        var table = DataTable.Read(Repository.Path("data", "recipes", "executives.answers.csv"));
        var values = new double[table.Count, table.Names.Count];
        for (var j = 0; j < table.Names.Count; j++)
        {
            var column = table.Numbers(table.Names[j]);
            for (var i = 0; i < table.Count; i++)
                values[i, j] = table.Names[j] is "con2" or "con4" ? 8 - column[i] : column[i];
        }

        return DataTable.Of(table.Names, values);
    }
}
