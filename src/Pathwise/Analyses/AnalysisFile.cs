using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Power;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Sam;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Analyses;

/// <summary>The file in which an analysis is kept, and its way from there and back.</summary>
internal static class AnalysisFile
{
    private const string Version = "pathwise.analysis";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private static readonly JsonSerializerOptions Form = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ObjectForm<(string Path, string Text)> ModelForm = new(
        Member.Text<(string Path, string Text)>("path", of => of.Path, (of, value) => (value, of.Text)),
        Member.Text<(string Path, string Text)>("text", of => of.Text, (of, value) => (of.Path, value)));

    private static readonly ObjectForm<Draft> Whole = new(
        Member.Whole<Draft>(Version, of => 1, (of, value) => value == 1 ? of : throw new InputException($"{Version} is {value}; this program reads 1.")),
        new("model", (of, isWhole) => Model(of.Model!, isWhole), (of, place) => of with { Model = Model(place) }),
        Member.Part<Draft, CaseSelection>("data", AnalysisForm.Cases, of => of.Cases, (of, value) => of with { Cases = value }, () => new() { Path = "" }),
        Member.Part<Draft, MomentSelection>("moments", AnalysisForm.Moments, of => of.Moments, (of, value) => of with { Moments = value }, () => new() { Path = "", Counts = [] }),
        Member.Part<Draft, ModelOptions>("completion", AnalysisForm.Completion, of => of.Completion, (of, value) => of with { Completion = value ?? new() }, () => new()),
        Member.Part<Draft, EstimationOptions>("estimation", AnalysisForm.Estimation, of => of.Estimation, (of, value) => of with { Estimation = value ?? new() }, () => new()),
        Member.Part<Draft, SamOptions>("sam", AnalysisForm.Sam, of => of.Sam, (of, value) => of with { Sam = value }, () => new()).Later("null"),
        Member.Part<Draft, BootstrapOptions>("bootstrap", AnalysisForm.Bootstrap, of => of.Bootstrap, (of, value) => of with { Bootstrap = value }, () => new() { Seed = 1 }),
        Member.Part<Draft, BootstrapOptions>("bollen.stine", AnalysisForm.BollenStine, of => of.BollenStine, (of, value) => of with { BollenStine = value }, () => new() { Seed = 1, Kind = ResamplingKind.BollenStine }),
        Member.Part<Draft, EffectOptions>("effects", AnalysisForm.Effects, of => of.Effects, (of, value) => of with { Effects = value }, () => new()),
        Member.Part<Draft, PowerPlan>("power", AnalysisForm.Power, of => of.Power, (of, value) => of with { Power = value }, () => new(new() { Count = 0, Seed = 1 }, [], null)));

    /// <summary>The analysis as JSON, whole or what has a part in the result alone.</summary>
    public static JsonObject Node(Analysis analysis, bool isWhole) => Whole.Write(Draft.Of(analysis, isWhole), isWhole);

    public static string Text(Analysis analysis) => Node(analysis, isWhole: true).ToJsonString(Form) + "\n";

    public static Analysis Read(string path)
    {
        var json = FileText.Read(path);
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var place = new JsonPlace(path, "", document.RootElement.Clone());
            if (place.Members().All(member => member.Path != Version))
                throw new InputException($"{path}: there is no {Version}; expected the file of an analysis, as --write-analysis makes it.");
            return Whole.Read(place, new()).Analysis(path);
        }
        catch (JsonException problem)
        {
            throw new InputException($"{path}, line {problem.LineNumber + 1}: it cannot be read as JSON; expected the file of an analysis.", problem);
        }
        catch (InvalidOperationException problem)
        {
            throw new InputException($"{path}: a text in it has half of a character; expected whole ones.", problem);
        }
        catch (InputException problem) when (!problem.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new InputException($"{path}, {problem.Message}", problem);
        }
    }

    // The model is what its text says, whatever its file is called; line ends are those of no system.
    private static JsonObject Model(ModelSpecification model, bool isWhole)
    {
        var text = model.Text.ReplaceLineEndings("\n");
        return isWhole ? new() { ["path"] = model.Source, ["text"] = text } : new() { ["text"] = text };
    }

    private static ModelSpecification Model(JsonPlace place)
    {
        var words = ModelForm.Read(place, ("the model", ""));
        return words.Text.Length > 0 ? ModelSpecification.Parse(words.Text, words.Path) : throw new InputException($"{place.Where}.text: expected the model in lavaan's syntax.");
    }

    /// <summary>An analysis while it is read.</summary>
    private sealed record Draft
    {
        public ModelSpecification? Model { get; init; }

        public CaseSelection? Cases { get; init; }

        public MomentSelection? Moments { get; init; }

        public ModelOptions Completion { get; init; } = new();

        public EstimationOptions Estimation { get; init; } = new();

        public SamOptions? Sam { get; init; }

        public BootstrapOptions? Bootstrap { get; init; }

        public BootstrapOptions? BollenStine { get; init; }

        public EffectOptions? Effects { get; init; }

        public PowerPlan? Power { get; init; }

        public static Draft Of(Analysis of, bool isWhole) => new()
        {
            Model = of.Model, Cases = of.Cases, Moments = of.Moments, Completion = of.Completion, Estimation = of.Estimation, Sam = of.Sam, Bootstrap = of.Bootstrap,
            BollenStine = of.BollenStine, Effects = isWhole ? of.Effects : Used(of.Effects), Power = isWhole ? of.Power : Used(of.Power),
        };

        public Analysis Analysis(string path) => new()
        {
            Model = Model ?? throw new InputException($"{path}: there is no model; expected model.text in lavaan's syntax."),
            Cases = Cases is { Path.Length: 0 } or { Checksum: null } ? throw new InputException($"{path}, data: expected path and sha256 of a file of cases.") : Cases,
            Moments = Moments is { Path.Length: 0 } or { Checksum: null } ? throw new InputException($"{path}, moments: expected path and sha256 of a file of covariances.") : Moments,
            Completion = Completion, Estimation = Estimation.Checked(), Sam = Sam?.Checked(), Bootstrap = Bootstrap?.Checked(), BollenStine = BollenStine?.Checked(),
            Effects = Effects?.Checked(), Power = Power is null ? null : Power with { Options = Power.Options.Checked() },
        };

        // Draws that no interval asks for decide nothing.
        private static EffectOptions? Used(EffectOptions? effects) => effects is null || effects.Kinds.Contains(IntervalKind.MonteCarlo)
            ? effects
            : effects with { Seed = new EffectOptions().Seed, MonteCarloDraws = new EffectOptions().MonteCarloDraws };

        private static PowerPlan? Used(PowerPlan? plan) => plan is null || plan.Options.HasDraws
            ? plan
            : plan with { Options = plan.Options with { BootstrapReplicates = new PowerOptions { Count = 2, Seed = 1 }.BootstrapReplicates } };
    }
}
