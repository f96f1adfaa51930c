using System.Globalization;
using Xunit;

namespace Pathwise.Tests.Documentation;

/// <summary>Reads the tables of times that pages print: <c>1.4 (1.37)</c> is a median and a minimum.</summary>
internal static class SpeedTable
{
    /// <summary>The median of a cell; null where it is empty.</summary>
    public static double? Median(string cell) => cell.Length > 0 ? double.Parse(cell.Split(' ')[0], CultureInfo.InvariantCulture) : null;

    /// <summary>Medians are printed with three digits, so the ratio of what is printed may be off by one in the last of them.</summary>
    public static void AssertRatio(string peer, double? own, string printed)
    {
        if (Median(peer) is not { } time || own is null)
            Assert.Equal("", printed);
        else
            Assert.InRange(double.Parse(printed, CultureInfo.InvariantCulture), (0.985 * time / own.Value) - 0.5, (1.015 * time / own.Value) + 0.5);
    }
}
