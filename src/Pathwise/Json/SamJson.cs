using System.Text.Json;
using Pathwise.Analyses;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Sam;
using Pathwise.Sem.Specification;

namespace Pathwise.Json;

/// <summary>A model in two steps as JSON: the contract of <c>pathwise fit --sam --format json</c>; fields may be added, none is renamed.</summary>
internal sealed class SamJson(Utf8JsonWriter json, SamResult result)
{
    public void Write()
    {
        json.WriteBoolean("converged", result.Structure.HasConverged);
        json.WriteStartArray("nobs");
        foreach (var sample in result.Structure.Sample)
            json.WriteNumberValue(sample.Count);
        json.WriteEndArray();
        json.Cases(result.CaseUse);
        json.Object("sam", WriteSteps);
        json.Object("fit", () => WriteMeasures(result.Options.Method == SamMethod.Local ? result.Structure.Indices() : result.Joint!.Indices()));
        json.Rows("parameters", Rows(), each => WriteRow(each.Step, each.Row));
        json.Warnings(result.Warnings);
    }

    private IEnumerable<(int Step, Estimate Row)> Rows() =>
        result.Blocks.SelectMany(block => block.Estimates()).Select(row => (1, row)).Concat(result.Structure.Estimates().Select(row => (2, row)));

    private void WriteSteps()
    {
        var options = result.Options;
        json.WriteString("sam.method", OptionWords.SamMethods.Word(options.Method));
        if (options.Method == SamMethod.Local)
        {
            json.WriteString("M.method", OptionWords.Mappings.Word(options.Mapping));
            json.WriteNumber("alpha.correction", options.AlphaCorrection);
            json.WriteBoolean("lambda.correction", options.HasLambdaCorrection);
        }

        json.WriteString("se", result.Products.Count > 0 ? "jackknife" : "twostep");
        json.Texts("products", result.Products);
        json.Rows("blocks", result.Blocks, block =>
        {
            json.Texts("latent", block.Factors);
            json.Texts("indicators", block.Indicators);
            WriteMeasures(block.Fit.Indices());
        });
        json.Rows("moments", result.Moments, WriteMoments);
    }

    private void WriteMoments(LatentMoments moments)
    {
        json.WriteString("group", moments.Group);
        json.Texts("variables", moments.Names);
        json.WriteStartArray("reliabilities");
        foreach (var reliability in moments.Reliabilities)
            WriteValue(reliability);
        json.WriteEndArray();
        json.WriteStartArray("covariances");
        foreach (var row in moments.Covariance.ToRowArrays())
        {
            json.WriteStartArray();
            foreach (var value in row)
                WriteValue(value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.Number("errors.multiplier", moments.ErrorMultiplier);
        json.WriteBoolean("corrected", moments.IsCorrected);
    }

    private void WriteValue(double? value)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumberValue(number);
        else
            json.WriteNullValue();
    }

    private void WriteMeasures(FitIndices indices)
    {
        foreach (var (name, value) in indices.ByName().Where(each => each.Key is "npar" or "chisq" or "df" or "pvalue" or "cfi" or "tli" or "rmsea" or "srmr"))
            json.Number(name, value);
    }

    private void WriteRow(int step, Estimate row)
    {
        json.WriteString("lhs", row.Lhs);
        json.WriteString("op", row.Operator.Text());
        json.WriteString("rhs", row.Rhs);
        json.WriteNumber("group", row.Group);
        json.WriteString("label", row.Label);
        json.WriteNumber("step", step);
        json.Number("est", row.Value);
        json.Number("se", row.StandardError);
        json.Number("z", row.Z);
        json.Number("pvalue", row.PValue);
        json.Number("ci.lower", row.Lower);
        json.Number("ci.upper", row.Upper);
        json.Number("std.all", row.StdAll);
    }
}
