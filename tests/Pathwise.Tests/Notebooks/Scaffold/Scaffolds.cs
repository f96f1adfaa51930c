using Pathwise.Notebooks.Scaffold;

namespace Pathwise.Tests.Notebooks.Scaffold;

/// <summary>Two public studies, to be laid out; what lavaan says of them is published with them.</summary>
internal static class Scaffolds
{
    public static NewStudy Democracy(string? title = null) => NewStudy.Read(DemocracyFiles(null), title);

    public static NewStudy Published(string study) => NewStudy.Read(study == "political-democracy" ? DemocracyFiles(Numbers(study)) : AbilityFiles(Numbers(study)));

    public static NewStudyFiles DemocracyFiles(string? published) => new(
        Repository.Path("data", "examples", "political-democracy.codebook.yaml"), Repository.Path("data", "examples", "political-democracy.csv"),
        Repository.Path("data", "examples", "political-democracy.lav"), published);

    public static NewStudyFiles AbilityFiles(string? published) => new(
        Repository.Fixture("studies", "holzinger-swineford.codebook.yaml"), Repository.Fixture("studies", "holzinger-swineford.csv"),
        Repository.Fixture("studies", "holzinger-swineford.lav"), published);

    private static string Numbers(string study) => Repository.Fixture("studies", study + ".lavaan.csv");
}
