using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pathwise.Notebooks.Documents;
using Pathwise.Reporting;
using Pathwise.Surveys;
using Pathwise.Tests.Documentation;
using Xunit;

namespace Pathwise.Tests.Notebooks.Scaffold;

/// <summary>
/// The notebooks of this repository and those that a new study gets call the same verbs of analysis. Where they do not, the reason stands here: a verb that comes into
/// one of two notebooks of the same name alone is a drift, until it comes into the other or is given a reason.
/// </summary>
public sealed class SharedVerbsTests
{
    private const string OwnTable = "a table of our own, with the sentences on what it says";
    private const string PrintedTests = "what the paper printed is recomputed one by one";
    private const string ByFactors = "a codebook of a study need not name the factors of its model as scales";

    private static readonly string[] Rooms = ["Pathwise.Psychometrics", "Pathwise.Sem", "Pathwise.Reporting.Plots", "Pathwise.Reporting.Designs"];

    // Names that say nothing of what is computed.
    private static readonly string[] Common = ["Of", "Text", "Parse", "Read"];

    private static readonly HashSet<string> Verbs =
    [
        .. new[] { typeof(SurveyData).Assembly, typeof(Showing).Assembly }.SelectMany(Verb.In)
            .Where(verb => Rooms.Any(room => verb.Namespace == room || verb.Namespace.StartsWith(room + ".", StringComparison.Ordinal)))
            .Select(verb => verb.Name.Split('.')[^1]).Except(Common),
    ];

    private static readonly Dictionary<string, string> HereAlone = new()
    {
        ["00-start-here DrawConcept"] = "the claims of the paper, before any data",
        ["02-validity Indices"] = OwnTable, ["02-validity ItemCorrelations"] = OwnTable, ["02-validity ScaledTest"] = OwnTable, ["02-validity Test"] = OwnTable,
        ["02-validity Reliabilities"] = ByFactors,
        ["03-cfa Estimates"] = OwnTable, ["03-cfa FactorReliabilities"] = PrintedTests, ["03-cfa ModificationIndices"] = OwnTable,
        ["04-mediation Compare"] = PrintedTests, ["04-mediation Indices"] = PrintedTests, ["04-mediation IntervalOfTotal"] = PrintedTests, ["04-mediation RepeatTotal"] = PrintedTests,
        ["04-mediation Row"] = PrintedTests, ["04-mediation Standardized"] = PrintedTests, ["04-mediation TotalRow"] = PrintedTests,
        ["05-common-method DrawLoadings"] = OwnTable, ["05-common-method Estimates"] = OwnTable, ["05-common-method Fit"] = OwnTable,
        ["07-scorecard Compare"] = PrintedTests, ["07-scorecard EstimateEffects"] = PrintedTests,
        ["08-inference CompareRules"] = OwnTable, ["08-inference IntervalOfTotal"] = OwnTable, ["08-inference RepeatTotal"] = OwnTable, ["08-inference StandardizedTotal"] = OwnTable,
        ["08-inference Test"] = OwnTable, ["08-inference TotalRow"] = OwnTable,
    };

    private static readonly Dictionary<string, string> ThereAlone = new()
    {
        ["01-cleaning ItemDistributions"] = "the paper says nothing of how its answers are distributed",
        ["02-validity Alphas"] = ByFactors,
        ["03-cfa LargestResiduals"] = OwnTable, ["03-cfa ModificationIndexTable"] = OwnTable,
        ["04-mediation RSquared"] = "the paper prints no explained variance",
    };

    public static TheoryData<string> Names => [.. Prose.Notebooks.Keys.Where(name => File.Exists(Template(name)))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Notebooks_OfTheSameName_CallTheSameVerbs(string name)
    {
        var (here, there) = (Called(Prose.Notebooks[name]), Called(NotebookReader.Read(Template(name))));
        Assert.NotEmpty(here.Intersect(there));
        Assert.Equal(Of(name, HereAlone), here.Except(there).Order(StringComparer.Ordinal));
        Assert.Equal(Of(name, ThereAlone), there.Except(here).Order(StringComparer.Ordinal));
    }

    private static string Template(string name) => Repository.Path("templates", "study", "notebooks", name + ".ipynb");

    private static IEnumerable<string> Of(string notebook, Dictionary<string, string> reasons) =>
        reasons.Keys.Where(key => key.StartsWith(notebook + " ", StringComparison.Ordinal)).Select(key => key.Split(' ')[1]).Order(StringComparer.Ordinal);

    private static HashSet<string> Called(Notebook notebook) =>
    [
        .. from cell in notebook.Cells
           where cell.Kind == CellKind.Code
           from call in CSharpSyntaxTree.ParseText(cell.Source, new CSharpParseOptions(LanguageVersion.Preview, kind: SourceCodeKind.Script), cancellationToken: TestContext.Current.CancellationToken)
               .GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<InvocationExpressionSyntax>()
           let name = call.Expression switch { MemberAccessExpressionSyntax member => member.Name.Identifier.Text, MemberBindingExpressionSyntax member => member.Name.Identifier.Text, _ => "" }
           where Verbs.Contains(name)
           select name,
    ];
}
