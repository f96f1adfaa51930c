using System.Security.Cryptography;
using Pathwise.Notebooks.Replication;

namespace Pathwise.Tests.Notebooks.Deposit;

/// <summary>A small study of its own, complete, in a folder that goes with the test.</summary>
internal sealed class StudyFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pathwise-study-");

    public StudyFolder()
    {
        Put("Pathwise.slnx", "");
        Put("README.md", "# Trust\n");
        Put("LICENSE", "MIT\n");
        Put("LICENSES/MIT.txt", "MIT\n");
        Put("LICENSES/CC-BY-4.0.txt", "CC BY\n");
        Put(".reuse/dep5", "Format: 1.0\n\nFiles: *\nCopyright: 2026 A\nLicense: MIT\n\nFiles: data/*\nCopyright: 2026 A\nLicense: CC-BY-4.0\n");
        Put("CITATION.cff", "cff-version: 1.2.0\nmessage: Cite it.\ntitle: Trust in markets\nversion: 2.1.0\nauthors:\n  - { family-names: Doe, given-names: Jo }\nkeywords: [trust]\n");
        Put("codecheck.yml", "---\nversion: https://codecheck.org.uk/spec/config/2.0/\nmanifest:\n  - file: artifacts/replication/scorecard.json\n    comment: numbers\npaper:\n  title: Trust\n");
        Put("artifacts/replication/scorecard.json", "{}\n");
        Put("artifacts/replication/notebooks/01.html", "page\n");
        Put("artifacts/other.txt", "made\n");
        Put("notebooks/01.ipynb", "{}\n");
        Put("data/raw/wave-1.codebook.yaml", """
            title: Wave one
            about: Made up.
            missing: ["-9"]
            columns:
              - { name: id, kind: identifier, text: A number. }
              - { name: land, kind: choice, text: Where., values: { "be": Belgium, "nl": Netherlands } }
            scales:
              - name: trust
                title: Trust
                lowest: 1
                highest: 5
                labels: { 1: no, 5: yes }
                items:
                  - { name: t1, text: "I trust." }
                  - { name: t2, text: "I doubt.", reversed: true }
            """);
        Put("data/raw/wave-1.csv", "id,land,t1,t2\na,be,5,1\nb,nl,-9,7\n");
        Sum();
    }

    public Study Study => new(_folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);

    public string Path(string name) => System.IO.Path.Combine(_folder.FullName, name);

    public void Put(string name, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(name))!);
        File.WriteAllText(Path(name), text);
    }

    public void Change(string name, string from, string to) => Put(name, File.ReadAllText(Path(name)).Replace(from, to, StringComparison.Ordinal));

    private void Sum() => Put("data/raw/SHA256SUMS", string.Concat(((string[])["wave-1.csv", "wave-1.codebook.yaml"]).Select(name =>
        $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path("data/raw/" + name))))}  {name}\n")));
}
