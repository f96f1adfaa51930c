using System.Text;
using System.Text.RegularExpressions;
using Pathwise.Reporting.Figures;
using Xunit;

namespace Pathwise.Tests.Reporting.Figures;

public sealed partial class FigureHtmlTests
{
    [Theory]
    [InlineData("paths", 4)]
    [InlineData("forest", 2)]
    public void ToHtml_AFigure_CarriesItsPicturesInItsAddresses(string kind, int count)
    {
        var figure = FigureSamples.Of(kind);
        var pictures = Address().Matches(figure.ToHtml()).Select(match => Encoding.UTF8.GetString(Convert.FromBase64String(match.Groups["content"].Value))).ToList();
        Assert.Equal(count, pictures.Count);
        Assert.Contains(figure.ToSvg(), pictures);
        Assert.DoesNotContain("<svg", figure.ToHtml(), StringComparison.Ordinal);
        Assert.Contains($"width=\"{figure.Width}\" height=\"{figure.Height}\"", figure.ToHtml(), StringComparison.Ordinal);
    }

    // The least that can be read, on a column of 700 pixels and on a phone of 360 with its margins.
    [Theory]
    [InlineData("paths", 0, 336)]
    [InlineData("paths", 1, 700)]
    [InlineData("paths", 2, 336)]
    [InlineData("paths", 3, 700)]
    [InlineData("forest", 0, 336)]
    [InlineData("forest", 1, 700)]
    public void ToHtml_LettersOfEveryPicture_AreElevenPixelsHighWhereItIsShown(string kind, int picture, double window)
    {
        var svg = Encoding.UTF8.GetString(Convert.FromBase64String(Address().Matches(FigureSamples.Of(kind).ToHtml())[picture].Groups["content"].Value));
        var width = double.Parse(Width().Match(svg).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        var smallest = Size().Matches(svg).Min(match => double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(width, 1, 980);
        Assert.InRange(smallest * Math.Min(1, window / width), 11, 20);
    }

    [GeneratedRegex("base64,(?<content>[A-Za-z0-9+/=]+)")]
    private static partial Regex Address();

    [GeneratedRegex(" width=\"(\\d+)\"")]
    private static partial Regex Width();

    [GeneratedRegex(" font-size=\"([\\d.]+)\"")]
    private static partial Regex Size();
}
