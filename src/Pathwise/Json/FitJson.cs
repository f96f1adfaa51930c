using System.Text.Json;
using Pathwise.Analyses;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Evaluation;
using Pathwise.Sem.Inference;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;

namespace Pathwise.Json;

/// <summary>A fit as JSON: the contract of <c>pathwise fit --format json</c>; fields may be added, none is renamed.</summary>
internal sealed class FitJson(Utf8JsonWriter json, FitResult fit)
{
    /// <param name="withIndices">Whether modification indices are asked for.</param>
    /// <param name="withResiduals">Whether residuals are asked for.</param>
    public void Write(bool withIndices, bool withResiduals)
    {
        WriteHead();
        json.Object("fit", () =>
        {
            foreach (var (name, value) in fit.Indices().ByName())
                json.Number(name, value);
            WriteUncertain();
        });
        var tests = fit.Tests();
        json.Rows("tests", tests, each => WriteTest(json, each.Name, each.Test));
        if (fit.TestToTrust(tests) is { } trusted)
            json.Object("test.to.trust", () => WriteTrusted(trusted));
        json.Rows("parameters", fit.Estimates(), WriteParameter);
        json.Rows("standardized", fit.Standardized(), WriteStandardized);
        json.Rows("r2", fit.RSquared(), each =>
        {
            json.WriteString("variable", each.Variable);
            json.WriteNumber("group", each.Group);
            json.Number("value", each.Value);
        });
        if (withIndices)
            json.Rows("modindices", fit.ModificationIndices().OrderByDescending(each => each.Drop), WriteIndex);
        if (withResiduals)
            json.Rows("residuals", fit.ResidualsByMoment(), WriteResidual);
        json.Number("stability", fit.StabilityIndex);
        if (fit.Options.Bounds != BoundsKind.None)
            json.Rows("at.bounds", fit.AtBounds, WriteHeld);
        json.Warnings(fit.Warnings);
        json.Path(FittingPath.Of(fit));
    }

    private void WriteHead()
    {
        json.WriteBoolean("converged", fit.HasConverged);
        json.WriteNumber("iterations", fit.Termination.Iterations);
        json.WriteString("estimator", fit.Options.Estimator.ToString());
        json.WriteString("likelihood", fit.Options.Likelihood == Likelihood.Wishart ? "wishart" : "normal");
        if (fit.Options.BiasReduction != BiasReduction.None)
            json.WriteString("rbm.method", fit.Options.BiasReduction.ToString().ToLowerInvariant());
        if (fit.Options.Bounds != BoundsKind.None)
            json.WriteString("bounds", fit.Options.Bounds.Text());
        if (fit.Options.Ridge != 0)
            json.Number("ridge.constant", fit.Options.Ridge);
        json.WriteStartArray("nobs");
        foreach (var sample in fit.Sample)
            json.WriteNumberValue(sample.Count);
        json.WriteEndArray();
        json.Cases(fit.CaseUse);
        json.WriteNumber("npar", fit.Table.FreeCount);
        if (fit.Table.OrderedVariables.Count > 0)
        {
            json.Texts("ordered", fit.Table.OrderedVariables);
            json.WriteString("parameterization", fit.Table.Options.Parameterization == Parameterization.Delta ? "delta" : "theta");
            json.WriteString("zero.add", OptionWords.EmptyCells.Word(fit.Options.EmptyCells));
        }

        if (FirstStageFacts.Of(fit) is { } stage)
        {
            json.WriteString("missing", OptionWords.Treatments.Word(fit.Options.Missing));
            json.Object("first.stage", () => WriteStage(stage));
        }

        json.Texts("groups", fit.Table.GroupLabels.Where(label => label.Length > 0));
    }

    private void WriteStage(FirstStageFacts stage)
    {
        json.WriteNumber("values", stage.Values);
        json.WriteNumber("missing", stage.Missing);
        json.WriteNumber("patterns", stage.Patterns);
        json.WriteNumber("steps", stage.Steps);
        json.Texts("auxiliary", stage.Auxiliary);
    }

    private void WriteParameter(Estimate each)
    {
        WriteName(each.Lhs, each.Operator, each.Rhs, each.Group);
        json.WriteString("label", each.Label);
        json.WriteNumber("free", each.Parameter.Free);
        WriteInference("est", each.Value, each.StandardError, each.Z, each.PValue, each.Lower, each.Upper);
        json.Number("std.lv", each.StdLv);
        json.Number("std.all", each.StdAll);
    }

    private void WriteHeld(ParameterAtBound each)
    {
        WriteName(each.Parameter.Lhs, each.Parameter.Operator, each.Parameter.Rhs, each.Parameter.Group);
        json.WriteString("side", each.IsLower ? "lower" : "upper");
        json.Number("bound", each.Bound);
    }

    private void WriteStandardized(StandardizedEstimate each)
    {
        var row = each.Parameter;
        WriteName(row.Lhs, row.Operator, row.Rhs, row.Group);
        WriteInference("est.std", each.Value, each.StandardError, each.Z, each.PValue, each.Lower, each.Upper);
    }

    private void WriteInference(string name, double? value, double? error, double? z, double? p, double? lower, double? upper)
    {
        json.Number(name, value);
        json.Number("se", error);
        json.Number("z", z);
        json.Number("pvalue", p);
        json.Number("ci.lower", lower);
        json.Number("ci.upper", upper);
    }

    private void WriteTrusted(TrustedTest trusted)
    {
        json.WriteString("test", trusted.Name);
        json.Number("pvalue", trusted.Test.PValue);
        json.WriteString("because", trusted.Because);
        json.WriteString("source", trusted.Source);
    }

    // T-size indices, and the unbiased SRMR by the names of lavaan's lavResiduals.
    private void WriteUncertain()
    {
        if (fit.TSize() is { } size)
        {
            json.Number("rmsea.t.size", size.Rmsea);
            json.Number("cfi.t.size", size.Cfi);
        }

        if (fit.UnbiasedSrmr() is not { } srmr)
            return;
        json.Number("srmr.se", srmr.BiasedError);
        json.Number("srmr.exactfit.pvalue", srmr.ExactPValue);
        json.Number("usrmr", srmr.Value);
        json.Number("usrmr.se", srmr.StandardError);
        json.Number("usrmr.ci.lower", srmr.Lower);
        json.Number("usrmr.ci.upper", srmr.Upper);
        json.Number("usrmr.closefit.pvalue", srmr.ClosePValue);
    }

    /// <summary>A test by its name.</summary>
    public static void WriteTest(Utf8JsonWriter json, string name, ChiSquareTest test)
    {
        json.WriteString("test", name);
        json.Number("stat", test.Value);
        json.WriteNumber("df", test.DegreesOfFreedom);
        json.Number("pvalue", test.PValue);
        json.Number("scaling.factor", test.ScalingFactor);
        if (test.Shift is not null)
            json.Number("shift.parameter", test.Shift);
        if (test.AdjustedDegrees is not null)
            json.Number("df.adjusted", test.AdjustedDegrees);
    }

    private void WriteResidual(MomentResidual each)
    {
        WriteName(each.Lhs, each.Operator, each.Rhs, each.Group);
        json.Number("raw", each.Raw);
        json.Number("cor", each.Correlation);
        json.Number("normalized", each.Normalized);
        json.Number("standardized", each.Standardized);
    }

    private void WriteIndex(ModificationIndex each)
    {
        WriteName(each.Lhs, each.Operator, each.Rhs, each.Group);
        json.Number("mi", each.Drop);
        json.Number("epc", each.Change);
        json.Number("sepc.lv", each.ChangeStdLv);
        json.Number("sepc.all", each.ChangeStdAll);
        json.Number("sepc.nox", each.ChangeStdNoX);
    }

    private void WriteName(string lhs, Operator operatorOfRow, string rhs, int group)
    {
        json.WriteString("lhs", lhs);
        json.WriteString("op", operatorOfRow.Text());
        json.WriteString("rhs", rhs);
        json.WriteNumber("group", group);
    }
}
