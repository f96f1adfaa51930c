using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Tests.Sem.Parity;

/// <summary>A model that lavaan fitted (tests/fixtures/lavaan/models/cases), and the same model fitted here.</summary>
internal sealed class LavaanCase
{
    private static readonly Dictionary<string, GroupEquality> Equalities = new()
    {
        ["loadings"] = GroupEquality.Loadings,
        ["intercepts"] = GroupEquality.Intercepts,
        ["residuals"] = GroupEquality.Residuals,
        ["means"] = GroupEquality.Means,
        ["regressions"] = GroupEquality.Regressions,
        ["residual.covariances"] = GroupEquality.ResidualCovariances,
        ["lv.variances"] = GroupEquality.LatentVariances,
        ["lv.covariances"] = GroupEquality.LatentCovariances,
    };

    public LavaanCase(JsonElement root) => Root = root;

    /// <summary>Everything that lavaan gave.</summary>
    public JsonElement Root { get; }

    /// <summary>Names of all cases.</summary>
    public static IEnumerable<string> All =>
        Directory.EnumerateFiles(Repository.Fixture("lavaan", "models", "cases"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order();

    public static LavaanCase Read(string id)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Fixture("lavaan", "models", "cases", $"{id}.json")));
        return new(document.RootElement.Clone());
    }

    /// <summary>The fit, by the case's options or by those that <paramref name="change"/> makes of them.</summary>
    public FitResult Fit(Func<EstimationOptions, EstimationOptions>? change = null, string addition = "")
    {
        var model = ModelSpecification.Parse($"{Root.GetProperty("model").GetString()}\n{addition}");
        var options = change is null ? Estimation : change(Estimation);
        var data = Root.GetProperty("data").GetString()!;
        return data == "wheaton"
            ? model.Fit(Wheaton(), options, Completion)
            : model.Fit(DataTable.Read(Repository.Fixture("lavaan", Root.TryGetProperty("folder", out var folder) ? folder.GetString()! : "models", "data", $"{data}.csv")), options, Completion, Text("group"));
    }

    private EstimationOptions Estimation => new()
    {
        Estimator = Enum.Parse<Estimator>(Text("estimator") ?? "ML"),
        Likelihood = Text("likelihood") == "wishart" ? Likelihood.Wishart : Likelihood.Normal,
        Missing = Text("missing") switch { "ml" => MissingData.Fiml, "two.stage" => MissingData.TwoStage, "robust.two.stage" => MissingData.RobustTwoStage, _ => MissingData.Listwise },
        Information = Text("information") is { } text ? Enum.Parse<Information>(text, ignoreCase: true) : null,
    };

    private ModelOptions Completion => new()
    {
        Defaults = Root.GetProperty("function").GetString() == "growth" ? ModelDefaults.Growth : ModelDefaults.Sem,
        StdLv = Flag("std.lv") ?? false,
        Orthogonal = Flag("orthogonal") ?? false,
        MeanStructure = Flag("meanstructure"),
        FixedX = Flag("fixed.x") ?? true,
        GroupEqual = [.. Texts("group.equal").Select(text => Equalities[text])],
        Ordered = [.. Texts("ordered")],
        GroupPartial = [.. Texts("group.partial")],
    };

    private JsonElement? Option(string name) =>
        Root.GetProperty("options") is { ValueKind: JsonValueKind.Object } options && options.TryGetProperty(name, out var value) ? value : null;

    private string? Text(string name) => Option(name)?.GetString();

    private bool? Flag(string name) => Option(name)?.GetBoolean();

    private IEnumerable<string> Texts(string name) => Option(name) switch
    {
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(item => item.GetString()!),
        { } single => [single.GetString()!],
        null => [],
    };

    // Wheaton, Muthen, Alwin and Summers (1977), N = 932.
    private static SampleMoments Wheaton()
    {
        string[] names = ["anomia67", "powerless67", "anomia71", "powerless71", "education", "sei"];
        double[] lower =
        [
            11.834, 6.947, 9.364, 6.819, 5.091, 12.532, 4.783, 5.028, 7.495, 9.986,
            -3.839, -3.889, -3.841, -3.625, 9.610, -21.899, -18.831, -21.748, -18.775, 35.522, 450.288,
        ];
        var covariance = Matrix<double>.Build.Dense(6, 6, (i, j) => lower[(Math.Max(i, j) * (Math.Max(i, j) + 1) / 2) + Math.Min(i, j)]);
        return SampleMoments.OfCovariance(names, covariance, 932);
    }
}
