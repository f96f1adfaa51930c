using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Pathwise.Notebooks.Deposit;
using Xunit;

namespace Pathwise.Tests.Notebooks.Deposit;

public sealed class StudyPackageTests : IDisposable
{
    private readonly StudyFolder _folder = new();

    private string Zip => _folder.Path("artifacts/Trust 2026.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_AStudy_HoldsItsFilesOutputsAndDescriptions()
    {
        var files = Packed();
        string[] expected =
        [
            ".reuse/dep5", "CITATION.cff", "LICENSE", "LICENSES/CC-BY-4.0.txt", "LICENSES/MIT.txt", "Pathwise.slnx", "README.md", "SHA256SUMS", "artifacts/replication/notebooks/01.html", "artifacts/replication/scorecard.json",
            "codecheck.yml", "data/raw/SHA256SUMS", "data/raw/wave-1.codebook.yaml", "data/raw/wave-1.csv", "data/study-wave1_data.csv", "datapackage.json", "dataset_description.json", "notebooks/01.ipynb",
        ];
        Assert.Equal(expected, files.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(files["data/raw/wave-1.csv"], files["data/study-wave1_data.csv"]);
    }

    [Fact]
    public void Write_TheSums_AreThoseOfEveryOtherFile()
    {
        var files = Packed();
        var sums = Encoding.UTF8.GetString(files["SHA256SUMS"]).Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(line => line[66..], line => line[..64]);
        Assert.Equal(files.Keys.Except(["SHA256SUMS"]).Order(StringComparer.Ordinal), sums.Keys.Order(StringComparer.Ordinal));
        Assert.All(sums, each => Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(files[each.Key])), each.Value));
    }

    [Fact]
    public void Write_ForPsychDs_DescribesEveryColumn()
    {
        var description = JsonNode.Parse(Packed()["dataset_description.json"])!;
        Assert.Equal("Dataset", (string)description["@type"]!);
        Assert.Equal("Trust in markets", (string)description["name"]!);
        Assert.Equal(["id", "land", "t1", "t2"], description["variableMeasured"]!.AsArray().Select(each => (string)each!["name"]!));
        var item = description["variableMeasured"]![3]!;
        Assert.Equal((1, 5), ((int)item["minValue"]!, (int)item["maxValue"]!));
        Assert.Equal("I doubt. (Trust, 1 to 5, reverse-keyed)", (string)item["description"]!);
        Assert.Equal("Jo Doe", (string)description["creator"]![0]!["name"]!);
    }

    [Fact]
    public void Write_ForFrictionless_StatesLimitsThatTheAnswersKeep()
    {
        var files = Packed();
        var package = JsonNode.Parse(files["datapackage.json"])!;
        var resource = package["resources"]![0]!;
        Assert.Equal("trust-2026", (string)package["name"]!);
        Assert.Equal("data/study-wave1_data.csv", (string)resource["path"]!);
        Assert.Equal("sha256:" + Convert.ToHexStringLower(SHA256.HashData(files["data/raw/wave-1.csv"])), (string)resource["hash"]!);
        Assert.Equal("CC-BY-4.0", (string)resource["licenses"]![0]!["name"]!);
        Assert.Equal("[\"\",\"NA\",\"-9\"]", resource["schema"]!["missingValues"]!.ToJsonString());
        var fields = resource["schema"]!["fields"]!.AsArray();
        Assert.Equal(["string", "string", "integer", "integer"], fields.Select(field => (string)field!["type"]!));
        Assert.Equal("{\"enum\":[\"be\",\"nl\"]}", fields[1]!["constraints"]!.ToJsonString());
        Assert.Equal("{\"minimum\":1,\"maximum\":5}", fields[2]!["constraints"]!.ToJsonString());
        Assert.Null(fields[3]!["constraints"]);
    }

    [Fact]
    public void Write_Twice_GivesTheSameBytes()
    {
        StudyPackage.Write(_folder.Study, Zip);
        var first = File.ReadAllBytes(Zip);
        StudyPackage.Write(_folder.Study, Zip);
        Assert.Equal(first, File.ReadAllBytes(Zip));
    }

    [Theory]
    [InlineData("artifacts/replication/scorecard.json", "'pathwise replicate' makes it")]
    [InlineData("README.md", "README.md is missing")]
    public void Write_WhatCannotBeDeposited_IsRefusedAndNothingIsWritten(string missing, string reason)
    {
        File.Delete(_folder.Path(missing));
        Assert.Contains(reason, Assert.Throws<InputException>(() => StudyPackage.Write(_folder.Study, Zip)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Zip));
    }

    [Fact]
    public void Write_NoZip_IsRefused() =>
        Assert.Contains("expected FILE.zip", Assert.Throws<InputException>(() => StudyPackage.Write(_folder.Study, _folder.Path("x.tar"))).Message, StringComparison.Ordinal);

    private Dictionary<string, byte[]> Packed()
    {
        StudyPackage.Write(_folder.Study, Zip);
        using var zip = ZipFile.OpenRead(Zip);
        return zip.Entries.ToDictionary(entry => entry.FullName["Trust 2026/".Length..], Bytes);
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
