using Pathwise.Notebooks.Documents;
using System.Text.Json.Nodes;

namespace Pathwise.Tests.Notebooks.Replication;

/// <summary>A repository of a few files in a temporary folder.</summary>
internal sealed class SmallStudy : IDisposable
{
    private const string Statistics = "id,what,kind,printed,n,df,place,links,details,notebook,why\n"
        + "n,cases,count,3,,,Table 1,,,01-count,\nsecret,something lost,count,5,,,Table 2,,,,It was lost.\n";

    private const string Codebook = "title: A <small> survey\nabout: INVENTED. Nobody answered. It is for tests.\n"
        + "columns:\n  - { name: id, kind: identifier, text: Code }\nscales:\n  - name: s\n    title: S\n    lowest: 1\n    highest: 7\n"
        + "    items:\n      - { name: s1, text: One }\ncleaning: []\n";

    public SmallStudy()
    {
        Write("Pathwise.slnx", "");
        Write("data/published/p.csv", Statistics);
        Write("data/raw/s.codebook.yaml", Codebook);
        Write("data/raw/s.csv", "id,s1\na,1\nb,2\nc,3\n");
        Notebook("01-count", new(CellKind.Markdown, "t", "# How many?\n\nAs *many* as there are."),
            new(CellKind.Code, "p", "var dataFolder = \"../data\";") { Metadata = new JsonObject { ["tags"] = new JsonArray("parameters") } },
            new(CellKind.Code, "count", "var n = System.IO.File.ReadLines(dataFolder + \"/raw/s.csv\").Count() - 1;\nn.ToString()"),
            new(CellKind.Code, "checks", "(\"[{\\\"id\\\":\\\"n\\\",\\\"recomputed\\\":\\\"\" + n + \"\\\",\\\"verdict\\\":\\\"\" + (n == 3 ? \"reproduced\" : \"differs\") + \"\\\",\\\"why\\\":null}]\").DisplayAs(\"application/vnd.pathwise.checks+json\");"));
    }

    public string Root { get; } = Directory.CreateTempSubdirectory("pathwise-study-").FullName;

    public string Output => Path.Combine(Root, "artifacts", "replication");

    public void Write(string path, string text)
    {
        var target = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text);
    }

    public void Notebook(string name, params Cell[] cells) =>
        Write($"notebooks/{name}.ipynb", NotebookWriter.Write(new Notebook(cells)));

    /// <summary>A copy of the data with one file replaced or, where the text is null, missing.</summary>
    public string OtherData(string file, string? text)
    {
        foreach (var each in new[] { "s.codebook.yaml", "s.csv" })
            Write("other/raw/" + each, File.ReadAllText(Path.Combine(Root, "data", "raw", each)));
        Write("other/raw/" + file, text ?? "");
        if (text is null)
            File.Delete(Path.Combine(Root, "other", "raw", file));
        return Path.Combine(Root, "other");
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
