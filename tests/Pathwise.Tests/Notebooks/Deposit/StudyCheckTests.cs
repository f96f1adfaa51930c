using Pathwise.Notebooks.Deposit;
using Pathwise.Notebooks.Replication;
using Xunit;

namespace Pathwise.Tests.Notebooks.Deposit;

public sealed class StudyCheckTests : IDisposable
{
    private readonly StudyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Faults_ThisRepository_HasNone() => Assert.Empty(StudyCheck.Faults(new Study(Repository.Root)));

    [Fact]
    public void Faults_ACompleteStudy_HasNone() => Assert.Empty(StudyCheck.Faults(_folder.Study));

    [Theory]
    [InlineData("README.md", "README.md is missing")]
    [InlineData("LICENSE", "LICENSE is missing")]
    [InlineData("CITATION.cff", "CITATION.cff: ")]
    [InlineData("codecheck.yml", "codecheck.yml: ")]
    [InlineData("data/raw/SHA256SUMS", "data/raw/SHA256SUMS: is missing")]
    [InlineData("data/raw/wave-1.codebook.yaml", "data/raw: there is no codebook")]
    [InlineData("data/raw/wave-1.csv", "data/raw: ")]
    [InlineData(".reuse/dep5", "licences: 9 of 9 files have no licence, such as CITATION.cff")]
    [InlineData("LICENSES/MIT.txt", "licences: the text of MIT is missing")]
    [InlineData("notebooks/01.ipynb", "notebooks: there are none")]
    public void Faults_WithoutAFile_NameIt(string file, string fault)
    {
        File.Delete(_folder.Path(file));
        Assert.Contains(StudyCheck.Faults(_folder.Study), each => each.StartsWith(fault, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CITATION.cff", "cff-version: 1.2.0", "cff-version: 1.1.0", "cff-version is '1.1.0'; expected 1.2.0")]
    [InlineData("CITATION.cff", "title: Trust in markets\n", "", "title is missing")]
    [InlineData("CITATION.cff", "version: 2.1.0", "release: 2.1.0", "'release' is not something that it says")]
    [InlineData("CITATION.cff", "version: 2.1.0", "date-released: 31.1.2026", "expected a day such as 2026-01-31")]
    [InlineData("CITATION.cff", "version: 2.1.0", "type: paper", "expected software or dataset")]
    [InlineData("CITATION.cff", "version: 2.1.0", "doi: https://doi.org/10.1/x", "expected a DOI")]
    [InlineData("CITATION.cff", "given-names: Jo", "orcid: 0000-0001-2345-6789", "is not an ORCID")]
    [InlineData("CITATION.cff", "family-names: Doe, given-names: Jo", "city: Gent", "an author has no name")]
    [InlineData("CITATION.cff", "given-names: Jo", "first-name: Jo", "'first-name' is not something that it says of an author")]
    [InlineData("codecheck.yml", "  - file: artifacts/replication/scorecard.json\n    comment: numbers", "  - comment: numbers", "an entry of manifest has no file")]
    [InlineData("codecheck.yml", "artifacts/replication", "../artifacts", "lies outside the study")]
    [InlineData("codecheck.yml", "version: https://codecheck.org.uk/spec/config/2.0/", "version: 2", "version is not the address")]
    [InlineData("data/raw/wave-1.csv", "a,be", "c,be", "wave-1.csv is not what it was")]
    [InlineData("data/raw/wave-1.csv", ",land,", ";land,", "data/raw: ")]
    [InlineData(".reuse/dep5", "Files: *\nCopyright: 2026 A\nLicense: MIT", "Files: *.md\nCopyright: 2026 A\nLicense: MIT", "5 of 9 files have no licence, such as CITATION.cff")]
    [InlineData(".reuse/dep5", "CC-BY-4.0", "MIT", "LICENSES/CC-BY-4.0.txt is the licence of no file")]
    public void Faults_AfterAChange_SayWhatIsWrong(string file, string from, string to, string fault)
    {
        _folder.Change(file, from, to);
        Assert.Contains(StudyCheck.Faults(_folder.Study), each => each.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Faults_AStatementBesideAFile_IsItsLicence()
    {
        _folder.Change(".reuse/dep5", "Files: *\n", "Files: [a-z]*\n");
        foreach (var file in (string[])["CITATION.cff", "LICENSE", "Pathwise.slnx", "README.md", "codecheck.yml", "notebooks/01.ipynb"])
            _folder.Put(file + ".license", "MIT\n");
        Assert.DoesNotContain(StudyCheck.Faults(_folder.Study), each => each.Contains("have no licence", StringComparison.Ordinal));
    }
}
