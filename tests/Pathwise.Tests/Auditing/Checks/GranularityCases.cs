using Pathwise.Auditing.Reported;
using Pathwise.Tables;

namespace Pathwise.Tests.Auditing.Checks;

/// <summary>The published cases of GRIM, GRIMMER and DEBIT.</summary>
internal static class GranularityCases
{
    public static DataTable Read(string file) => DataTable.Read(Repository.Fixture("audit", file));

    public static ReportedNumber Number(DataTable cases, string column, int row) => ReportedNumber.Parse(cases.Texts(column)[row]!);

    public static int Whole(DataTable cases, string column, int row) => (int)cases.Numbers(column)[row];
}
