using System.Text.RegularExpressions;
using Xunit;

namespace Pathwise.Tests.Architecture;

public sealed class DependenceTests
{
    private static readonly string[] Rooms =
        ["Numerics", "Surveys", "Sem", "Psychometrics", "Ranking", "Auditing", "Synthesis", "Teaching", "Reporting"];

    private static readonly string[] RoomsOfSem =
        ["Syntax", "Specification", "Moments", "Implied", "Estimation", "Inference", "Evaluation", "Resampling"];

    [Fact]
    public void Library_EachRoom_DependsOnEarlierRoomsAlone() => AssertOrder("", Rooms);

    [Fact]
    public void Sem_EachRoom_DependsOnEarlierRoomsAlone() => AssertOrder("Sem", RoomsOfSem);

    [Fact]
    public void Library_EveryFolder_HasAPlaceInTheOrder()
    {
        Assert.Empty(Folders("").Except(Rooms));
        Assert.Empty(Folders("Sem").Except(RoomsOfSem));
    }

    private static void AssertOrder(string below, string[] rooms)
    {
        var prefix = below.Length == 0 ? "Pathwise." : $"Pathwise.{below}.";
        var offences =
            from room in rooms
            let folder = Repository.Path("src", "Pathwise", below, room)
            where Directory.Exists(folder)
            from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            from later in rooms.Skip(Array.IndexOf(rooms, room) + 1)
            where Regex.IsMatch(File.ReadAllText(file), $@"\b{Regex.Escape(prefix + later)}\b(?!\.dll)")
            select $"{Path.GetRelativePath(Repository.Root, file)} uses {prefix}{later}";
        Assert.Empty(offences);
    }

    private static IEnumerable<string> Folders(string below) =>
        Directory.EnumerateDirectories(Repository.Path("src", "Pathwise", below)).Select(folder => Path.GetFileName(folder)!);
}
