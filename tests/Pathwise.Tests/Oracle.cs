using System.Text.Json;
using Xunit;

namespace Pathwise.Tests;

/// <summary>Values that another program gave, from a JSON file under tests/fixtures.</summary>
internal sealed class Oracle(JsonElement element)
{
    public static Oracle Read(params string[] path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Fixture(path)));
        return new Oracle(document.RootElement.Clone());
    }

    public Oracle this[string name] => new(element.GetProperty(name));

    public Oracle this[int index] => new(element[index]);

    public bool Has(string name) => element.TryGetProperty(name, out _);

    public string Text => element.GetString() ?? "";

    public int Count => element.GetArrayLength();

    public double Number => element.GetDouble();

    public bool Flag => element.GetBoolean();

    public double[] Numbers => element.EnumerateArray().Select(value => value.GetDouble()).ToArray();

    /// <summary>Rows of an array of arrays.</summary>
    public double[][] Rows => element.EnumerateArray().Select(row => new Oracle(row).Numbers).ToArray();

    /// <summary>Asserts that a value is the oracle's, within a tolerance relative to its size where that is above one.</summary>
    public static void Near(double expected, double? actual, double tolerance)
    {
        Assert.NotNull(actual);
        Assert.True(Math.Abs(expected - actual.Value) <= tolerance * Math.Max(1, Math.Abs(expected)), $"Expected {expected:R}, got {actual:R}.");
    }

    /// <summary>The same for lists of one length.</summary>
    public static void Near(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (var i = 0; i < expected.Count; i++)
            Near(expected[i], actual[i], tolerance);
    }
}
