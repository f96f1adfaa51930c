using System.Text.Json;
using Pathwise.Notebooks.Html;
using Pathwise.Tests.Reporting.Plots;
using Xunit;

namespace Pathwise.Tests.Notebooks.Html;

public sealed class MultiversePageTests
{
    [Fact]
    public void Of_Universes_HasEachOfThemWithItsCodeAndFetchesNothing()
    {
        var page = MultiversePage.Of(MultiverseFigureTests.Made(60), null, true, row => $"show </script> {row.Key[^4..]}");
        Assert.Contains("Synthetic data", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http://", page.Replace("http://www.w3.org", "", StringComparison.Ordinal), StringComparison.Ordinal);
        using var data = JsonDocument.Parse(Between(page, "<script type=\"application/json\">", "</script>"));
        var universes = data.RootElement.GetProperty("universes").EnumerateArray().ToList();
        Assert.Equal(60, universes.Count);
        Assert.Equal(57, data.RootElement.GetProperty("drawn").GetInt32());
        Assert.Equal("show </script> 0000", universes.Single(each => each.GetProperty("reference").GetBoolean()).GetProperty("code").GetString());
        Assert.Equal(3, universes.Count(each => each.GetProperty("status").GetString() == "not converged"));
        double[] first = [.. universes.Take(57).Select(each => each.GetProperty("effects")[0][0].GetDouble())];
        Assert.Equal(first.Order(), first);
        Write(page, "multiverse-60.html");
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(50_000)]
    public void Of_VeryManyUniverses_IsOneFileThatABrowserCanHold(int count)
    {
        var page = MultiversePage.Of(MultiverseFigureTests.Made(count), null, false, row => row.Key[..12]);
        Assert.DoesNotContain("Synthetic data", page, StringComparison.Ordinal);
        Assert.InRange(page.Length, 100_000, 25_000_000);
        Write(page, $"multiverse-{count}.html");
    }

    private static string Between(string text, string from, string to)
    {
        var begin = text.IndexOf(from, StringComparison.Ordinal) + from.Length;
        return text[begin..text.IndexOf(to, begin, StringComparison.Ordinal)];
    }

    // To be looked at by eye.
    private static void Write(string page, string name)
    {
        if (Environment.GetEnvironmentVariable("PATHWISE_PICTURES") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, name), page);
    }
}
