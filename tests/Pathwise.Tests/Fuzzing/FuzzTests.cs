using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Import;
using Pathwise.Import.Drafts;
using Pathwise.Json;
using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;
using Pathwise.Notebooks.Jupyter;
using Pathwise.Numerics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Synthesis;
using Pathwise.Synthesis.Export;
using Pathwise.Tables;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Fuzzing;

/// <summary>
/// Whatever a file holds, it is read or refused. With the environment's PATHWISE_FUZZ=N each reader takes N spoiled files instead of a few
/// hundred, from PATHWISE_FUZZ_SEED on; PATHWISE_FUZZ_ONLY names some of the readers, parted by commas.
/// </summary>
[Trait("pace", "slow")]
public sealed class FuzzTests : IDisposable
{
    private static readonly int Count = Setting("PATHWISE_FUZZ", 400);
    private static readonly int Seed = Setting("PATHWISE_FUZZ_SEED", 20101);

    private static readonly Lazy<FitResult> s_fit = new(() =>
    {
        var numbers = new double[30, 3];
        var stream = Pathwise.Numerics.RandomStream.For(1, 1);
        for (var i = 0; i < 30; i++)
            (numbers[i, 0], numbers[i, 1], numbers[i, 2]) = (stream.NextNormal(), stream.NextNormal(), stream.NextNormal());
        return ModelSpecification.Parse("m ~ x\ny ~ m").Fit(DataTable.Of(["x", "m", "y"], numbers));
    });

    private static readonly Dictionary<string, FuzzedReader> Readers = new()
    {
        ["model"] = new(".lav", path => ModelSpecification.Read(path).Table(), FuzzExamples.Model, "y ~ x", "i =~ 1*y1 + 1*y2\ns =~ 0*y1 + 1*y2\ni ~~ s"),
        ["data"] = new(".csv", path => DataTable.Read(path), FuzzExamples.Data, "x\n1\n"),
        ["survey"] = new(".csv", path => SurveyData.Read(path, Small()).Clean(), "id,when,sex,s1,s2\n1,2010-03-01T09:30,f,1,5\n2,,m,,2\n2,2010-03-01 09:30,f,3,\n"),
        ["covariances"] = new(".csv", path => CovarianceFile.Read(path, [50]), FuzzExamples.Covariances, "x,y\n1,.5\n.5,1\n"),
        ["means"] = new(".csv", Means, FuzzExamples.Means),
        ["codebook"] = new(Codebook.Ending, path => Codebook.Read(path), FuzzExamples.Codebook),
        ["statistics in CSV"] = new(".csv", path => AuditJson.Text(PublishedStatistics.Read(path).Audit()), FuzzExamples.StatisticsCsv),
        ["statistics in YAML"] = new(".yaml", path => AuditJson.Text(PublishedStatistics.Read(path).Audit()), FuzzExamples.StatisticsYaml),
        ["targets"] = new(".json", path => new SynthesisPlan(SynthesisTargets.Read(path)), FuzzExamples.Targets),
        ["recipe"] = new(".json", Export, FuzzExamples.Recipe),
        ["notebook"] = new(".ipynb", Notebook, FuzzExamples.Notebook),
        ["connection"] = new(".json", path => Connection.Read(path), FuzzExamples.Connection),
        ["message"] = new(".json", Message, FuzzExamples.Message),
        ["sav"] = Imported("h_byte.sav", "h_none.sav", "h_zlib.zsav", "made/pspp.sav", "made/western.sav"),
        ["dta"] = Imported("h_v8.dta", "h_v12.dta", "h_v13.dta", "h_v15.dta", "made/v14.dta"),
        ["xlsx"] = Imported("made/good.xlsx"),
        ["ods"] = Imported("made/good.ods", "small.ods"),
        ["sheet of xlsx"] = Packed("made/good.xlsx", "xl/worksheets/sheet2.xml"),
        ["workbook of xlsx"] = Packed("made/good.xlsx", "xl/workbook.xml"),
        ["styles of xlsx"] = Packed("made/good.xlsx", "xl/styles.xml"),
        ["texts of xlsx"] = Packed("made/good.xlsx", "xl/sharedStrings.xml"),
        ["content of ods"] = Packed("small.ods", "content.xml"),
        ["export"] = new(".csv", Import, FuzzExamples.Qualtrics, "id;größe\n1;1,5\n2;2,5\n", "Respondent ID,Collector ID,How?,\n,,a,b\n1,2,3,4\n", "x\ty\n7 - much\tNever\n1 - little\tAlways\n"),
        ["bootstrap"] = new(".bootstrap", path => Fit().ReadBootstrap(path), Saved()),
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("pathwise-fuzz-").FullName;

    public static TheoryData<string> Names => Environment.GetEnvironmentVariable("PATHWISE_FUZZ_ONLY") is { Length: > 0 } only ? [.. only.Split(',')] : [.. Readers.Keys];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public void SpoiledFiles_AreReadOrRefused(string name)
    {
        File.WriteAllText(Path.Combine(_folder, "small" + Codebook.Ending), FuzzExamples.Codebook);
        var (read, refused, faults) = Readers[name].Run(Count, Seed, _folder);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {read} read, {refused} refused"));
        Assert.Empty(faults);
        Assert.Equal(Count, read + refused);
        Assert.True(refused > Count / 20, "The changes spoil too little.");
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static Codebook Small()
    {
        using var file = new Surveys.TemporaryFile(FuzzExamples.Codebook, Codebook.Ending);
        return Codebook.Read(file.Path);
    }

    private static FuzzedReader Imported(params string[] fixtures) => new(".file", Import, [.. fixtures.Select(fixture => File.ReadAllBytes(Repository.Fixture("import", fixture)))]);

    private static FuzzedReader Packed(string fixture, string part) => new(".part", path => PackedExamples.Read(path, fixture, part), PackedExamples.Part(fixture, part));

    // What is imported can be written, and the draft of its codebook is one.
    private static void Import(string path)
    {
        var folder = Path.Combine(Path.GetDirectoryName(path)!, "draft");
        SurveyImport.Read(path).WriteDraft(folder, mayReplace: true);
        Codebook.Read(Path.Combine(folder, "answers" + Codebook.Ending));
    }

    private static void Means(string path)
    {
        using var covariances = new Surveys.TemporaryFile(FuzzExamples.Covariances);
        CovarianceFile.Read(covariances.Path, [50], path);
    }

    private static void Export(string path)
    {
        using var text = new StringWriter();
        RawExport.Make(path).Write(text);
    }

    // What is read can also be written, compared and shown.
    private static void Notebook(string path)
    {
        var notebook = NotebookReader.Read(path);
        NotebookReader.Parse(NotebookWriter.Write(notebook), "what was written");
        new NotebookPage(notebook, "name", link => link).ToPage(SideContents.Alone, "", "", "").ToHtml();
    }

    private static void Message(string path)
    {
        var wire = new Wire("key");
        var header = File.ReadAllBytes(path);
        byte[][] parts = [header, "{}"u8.ToArray(), "{}"u8.ToArray(), header];
        byte[][] frames = [[1], "<IDS|MSG>"u8.ToArray(), Encoding.ASCII.GetBytes(Convert.ToHexStringLower(HMACSHA256.HashData("key"u8, parts.SelectMany(part => part).ToArray()))), .. parts];
        if (wire.Read(frames) is not { } message)
            throw new InputException("no message");
        wire.Write(message.Answer("reply", new() { ["type"] = message.Type }, "session"));
    }

    private static FitResult Fit() => s_fit.Value;

    private static byte[] Saved()
    {
        using var file = new Surveys.TemporaryFile("", ".bootstrap");
        Fit().Bootstrap(new BootstrapOptions { Seed = 1, Replicates = 20, HasJackknife = true }).Save(file.Path);
        return File.ReadAllBytes(file.Path);
    }
}
