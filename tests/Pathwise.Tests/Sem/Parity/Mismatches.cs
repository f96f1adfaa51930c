using System.Globalization;
using System.Text.Json;
using Xunit;

namespace Pathwise.Tests.Sem.Parity;

/// <summary>Collects what differs from an oracle, so that one run shows all of it.</summary>
internal sealed class Mismatches
{
    private readonly List<string> found = [];
    private int compared;

    /// <summary>Compares relative to the expected size, absolutely below one; null has to meet null.</summary>
    public void Add(string what, JsonElement expected, double? actual, double tolerance)
    {
        compared++;
        double? wanted = expected.ValueKind == JsonValueKind.Number ? expected.GetDouble() : null;
        var isClose = wanted is null || actual is null
            ? wanted is null && actual is null
            : Math.Abs(wanted.Value - actual.Value) <= tolerance * Math.Max(1, Math.Abs(wanted.Value));
        if (!isClose)
            found.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: expected {wanted:R}, got {actual:R}"));
    }

    /// <summary>Fails with the list of differences, or when nothing was compared.</summary>
    public void AssertNone(int atLeast = 0)
    {
        Assert.True(compared >= atLeast, $"Only {compared} values were compared.");
        Assert.True(found.Count == 0, string.Join(Environment.NewLine, found));
    }
}
