using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Sam;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Sam;

public sealed class StructuralAfterMeasurementTests
{
    private static readonly Oracle Lavaan = Oracle.Read("lavaan", "sam", "sam.json");

    // lavaan stops where its optimizer does, some 1e-6 beside the minimum; of standard errors this leaves as much.
    private const double Tolerance = 3e-6;

    public static TheoryData<string, string, SamOptions> Models() => new()
    {
        { "democracy", SamExamples.Democracy, new() },
        { "fewer", SamExamples.Fewer, new() },
        { "alpha", SamExamples.Democracy, new() { AlphaCorrection = 5 } },
        { "blocks", SamExamples.Democracy + SamExamples.Residuals, new() { Blocks = SamExamples.Joined } },
        { "global", SamExamples.Democracy, new() { Method = SamMethod.Global } },
        { "globalblocks", SamExamples.Democracy + SamExamples.Residuals, new() { Method = SamMethod.Global, Blocks = SamExamples.Joined } },
        { "study", SamExamples.Study, new() },
        { "schools", SamExamples.Schools, new() },
        { "twins", SamExamples.Twins, new() },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Sam_EstimatesAndErrors_AreLavaans(string name, string model, SamOptions options)
    {
        var oracle = Lavaan["models"][name];
        var result = SamExamples.Of(name, model, options);
        Compare(oracle["rows"], result, Tolerance);
        for (var b = 0; b < oracle["blocks"].Count; b++)
        {
            var block = result.Blocks.Single(block => string.Join(",", block.Factors) == oracle["blocks"][b]["latent"].Text);
            Oracle.Near(oracle["blocks"][b]["chisq"].Number, block.Fit.Test().Value, 1e-6);
            Assert.Equal(oracle["blocks"][b]["df"].Number, block.Fit.DegreesOfFreedom());
        }
    }

    [Fact]
    public void Sam_StandardizedByLatentVariables_TakesFactorsForLatent()
    {
        var result = ModelSpecification.Parse("visual =~ x1 + x2 + x3\nspeed =~ x7 + x8 + x9\nspeed ~ visual + ageyr\nvisual ~ ageyr").Sam(Pupils.Read());
        var age = Pupils.Read().Numbers("ageyr");
        var deviation = Math.Sqrt(age.Average(value => Math.Pow(value - age.Average(), 2)));
        foreach (var row in result.Structure.Estimates().Where(row => row.Operator == Operator.Regression))
            Assert.Equal(row.StdAll!.Value, row.StdLv!.Value * (row.Rhs == "ageyr" ? deviation : 1), 1e-9);
        Assert.Equal(deviation * deviation, result.Structure.Estimates().Single(row => row is { Lhs: "ageyr", Rhs: "ageyr" }).StdLv!.Value, 1e-9);
    }

    [Theory]
    [InlineData("fewer")]
    [InlineData("study")]
    [InlineData("twins")]
    public void Sam_LocalFitMeasuresAndReliabilities_AreLavaans(string name)
    {
        var oracle = Lavaan["models"][name];
        var row = Models().Single(each => each.Data.Item1 == name).Data;
        var result = SamExamples.Of(name, row.Item2, row.Item3);
        var measures = result.Structure.Indices().ByName().ToDictionary(each => each.Key, each => each.Value);
        foreach (var measure in new[] { "chisq", "df", "cfi", "rmsea", "srmr" })
            Oracle.Near(oracle["measures"][measure].Number, measures[measure], 1e-5);
        foreach (var factor in result.Blocks.SelectMany(block => block.Factors))
            Oracle.Near(oracle["reliabilities"][factor].Number, result.Moments[0].Reliabilities[result.Moments[0].Names.ToList().IndexOf(factor)], 1e-6);
    }

    // The estimates with weights S^-1 are lavaan's; its standard errors of this option are the same formula.
    [Fact]
    public void Sam_GeneralizedMapping_IsLavaans() => Compare(Lavaan["models"]["gls"]["rows"], SamExamples.Of("gls", SamExamples.Democracy, new() { Mapping = MappingMethod.GLS }), Tolerance);

    // lavaan's formula of ULS fails for more than one factor; here it is written out for blocks, of which each is mapped by itself.
    [Fact]
    public void Sam_UnweightedMapping_IsTheGeneralizedInverseOfTheLoadings()
    {
        var result = SamExamples.Of("uls", SamExamples.Democracy, new() { Mapping = MappingMethod.ULS });
        var block = result.Blocks[1];
        var loadings = MathNet.Numerics.LinearAlgebra.Vector<double>.Build.DenseOfEnumerable(block.Fit.Estimates().Where(row => row.Operator == Operator.Loading).Select(row => row.Value));
        var weights = loadings / (loadings * loadings);
        var s = block.Fit.Sample[0].Covariance;
        var errors = MathNet.Numerics.LinearAlgebra.Matrix<double>.Build.DenseOfDiagonalVector(MathNet.Numerics.LinearAlgebra.Vector<double>.Build.DenseOfEnumerable(
            block.Fit.Estimates().Where(row => row.Operator == Operator.Covariance && row.Lhs.StartsWith('y')).Select(row => row.Value)));
        var at = result.Moments[0].Names.ToList().IndexOf("dem60");
        Oracle.Near((weights * s * weights) - (weights * errors * weights), result.Moments[0].Covariance[at, at], 1e-9);
    }

    [Theory]
    [InlineData(SamMethod.Local, "local")]
    [InlineData(SamMethod.Global, "global")]
    public void Sam_SecondOrder_IsWhatMatricesByHandGive(SamMethod method, string name)
    {
        var result = SamExamples.Of("second", SamExamples.Second, new() { Method = method, Blocks = SamExamples.SecondBlocks });
        Compare(Lavaan["second"][name], result, 1e-5);
        if (method != SamMethod.Local)
            return;
        var measures = result.Structure.Indices().ByName().ToDictionary(each => each.Key, each => each.Value);
        foreach (var measure in new[] { "chisq", "df", "cfi", "rmsea", "srmr" })
            Oracle.Near(Lavaan["second"]["measures"][measure].Number, measures[measure], 1e-5);
    }

    [Fact]
    public void Sam_Groups_AreLavaans() =>
        Compare(Lavaan["models"]["groups"]["rows"], ModelSpecification.Parse(SamExamples.Schools).Sam(SamExamples.Data("schools"), group: "school"), Tolerance);

    private static void Compare(Oracle rows, SamResult result, double tolerance)
    {
        var estimates = result.Estimates();
        for (var i = 0; i < rows.Count; i++)
        {
            string lhs = rows[i]["lhs"].Text, op = rows[i]["op"].Text, rhs = rows[i]["rhs"].Text;
            var group = rows[i].Has("group") && op != ":=" ? (int)rows[i]["group"].Number : 0;
            var row = estimates.Single(row => row.Operator.Text() == op && (group == 0 || row.Group == group) && ((row.Lhs == lhs && (row.Operator == Operator.Definition || row.Rhs == rhs)) || (op == "~~" && row.Lhs == rhs && row.Rhs == lhs)));
            Assert.True(Math.Abs(rows[i]["est"].Number - row.Value) <= tolerance * Math.Max(1, Math.Abs(row.Value)), $"{lhs}{op}{rhs}: {rows[i]["est"].Number} {row.Value}");
            Assert.True(row.Parameter is { IsFree: false, Operator: not Operator.Definition } || Math.Abs(rows[i]["se"].Number - row.StandardError!.Value) <= tolerance * Math.Max(1, row.StandardError.Value), $"{lhs}{op}{rhs} se: {rows[i]["se"].Number} {row.StandardError}");
        }
    }
}
