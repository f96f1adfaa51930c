using Xunit;

namespace Pathwise.Tests.Architecture;

[Trait("pace", "slow")]
public sealed class DependenceTests
{
    internal static readonly string[] Rooms =
    [
        "Numerics", "Parallel", "Tables", "Shards", "Surveys",
        "Sem/Syntax", "Sem/Specification", "Sem/Moments", "Sem/Categorical", "Sem/Implied", "Sem/Estimation", "Sem/Inference", "Sem/Evaluation",
        "Sem/Compiled", "Sem/Effects", "Sem/Resampling", "Sem/Intervals", "Sem/Mediation", "Sem/Sam", "Sem/Moderation", "Sem/Invariance", "Sem/Power", "Sem/Equivalents", "Sem/Influence", "Sem/Sensitivity",
        "Analyses", "Psychometrics", "Ranking", "Auditing", "Studies", "Synthesis", "Teaching", "Json",
        "Multiverse/Plans", "Multiverse/Universes", "Multiverse/Runs", "Multiverse/Inference",
    ];

    internal static readonly string[] Layers = ["Exhibits", "Tables", "Sentences", "Figures", "Plots", "Designs", "Displays"];

    private static readonly string[] Assemblies = ["Pathwise", "Pathwise.Import", "Pathwise.Reporting", "Pathwise.Export", "Pathwise.Notebooks", "Pathwise.Cli"];

    [Fact]
    public void Library_EachRoom_UsesEarlierRoomsAlone() => AssertOrder("Pathwise", Rooms);

    [Fact]
    public void Reporting_EachLayer_UsesEarlierLayersAlone() => AssertOrder("Pathwise.Reporting", Layers);

    [Fact]
    public void Source_EachAssembly_UsesEarlierAssembliesAlone()
    {
        var back =
            from arrow in SourceTree.Arrows
            where Array.IndexOf(Assemblies, Assembly(arrow.Key.To)) > Array.IndexOf(Assemblies, Assembly(arrow.Key.From))
            select arrow.Value[0];
        Assert.Empty(back);
    }

    [Fact]
    public void Library_EveryFolder_HasAPlaceInTheOrder()
    {
        string[] strays =
        [
            .. Folders("Pathwise").Where(folder => Place(Rooms, folder) < 0),
            .. Folders("Pathwise.Reporting").Where(folder => Place(Layers, folder) < 0),
        ];
        Assert.Empty(strays);
    }

    [Fact]
    public void Source_HasNoCircleOfFolders()
    {
        var next = SourceTree.Arrows.Keys.ToLookup(arrow => arrow.From, arrow => arrow.To);
        var (done, path, circles) = (new HashSet<string>(), new List<string>(), new List<string>());
        void Visit(string folder)
        {
            if (path.IndexOf(folder) is var begin and >= 0)
                circles.AddRange(path[begin..].Zip([.. path[(begin + 1)..], folder]).Select(arrow => SourceTree.Arrows[arrow][0]));
            if (path.Contains(folder) || !done.Add(folder))
                return;
            path.Add(folder);
            foreach (var other in next[folder])
                Visit(other);
            path.RemoveAt(path.Count - 1);
        }

        foreach (var group in next)
            Visit(group.Key);
        Assert.Empty(circles);
    }

    private static void AssertOrder(string assembly, string[] rooms)
    {
        var back =
            from arrow in SourceTree.Arrows
            where Assembly(arrow.Key.From) == assembly && Assembly(arrow.Key.To) == assembly
            let @from = Place(rooms, Below(arrow.Key.From))
            let to = Place(rooms, Below(arrow.Key.To))
            where @from >= 0 && to > @from
            select arrow.Value[0];
        Assert.Empty(back);
    }

    private static IEnumerable<string> Folders(string assembly) => SourceTree.Trees.Select(tree => SourceTree.FolderOf(tree.FilePath))
        .Where(folder => Assembly(folder) == assembly).Select(Below).Where(folder => folder.Length > 0).Distinct();

    private static string Assembly(string folder) => folder.Split('/')[0];

    private static string Below(string folder) => folder[Assembly(folder).Length..].TrimStart('/');

    internal static int Place(string[] rooms, string folder) =>
        Array.FindIndex(rooms, room => folder == room || folder.StartsWith(room + "/", StringComparison.Ordinal));
}
