using Pathwise.Tables;

namespace Pathwise.Tests.Psychometrics;

/// <summary>Eighteen items with seven answers of 92 cases, and what semTools, psych and formulas say of their reliability.</summary>
internal static class OrdinalFixture
{
    public const string Model = "C =~ c1 + c2 + c3 + c4\nA =~ a1 + a2 + a3 + a4\nK =~ k1 + k2 + k3 + k4\nI =~ i1 + i2 + i3\nM =~ m1 + m2 + m3";

    public static readonly string DataPath = Repository.Fixture("mediation", "study.csv");

    public static DataTable Table { get; } = DataTable.Read(DataPath);

    public static Oracle Expected { get; } = Oracle.Read("ordinal", "reliability.json");

    public static string[] ItemsOf(string scale) => [.. Table.Names.Where(name => name.StartsWith(scale, StringComparison.OrdinalIgnoreCase))];
}
