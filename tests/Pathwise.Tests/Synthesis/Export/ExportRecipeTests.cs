using Pathwise.Synthesis.Export;
using Pathwise.Tests.Surveys;
using Xunit;

namespace Pathwise.Tests.Synthesis.Export;

public sealed class ExportRecipeTests
{
    [Theory]
    [InlineData("null", "holds no recipe.")]
    [InlineData("{ \"seed\": 3,\n \"file\": 4 }", "line 2")]
    [InlineData("{ \"seed\": ", "line 1")]
    public void Read_WhatIsNoRecipe_IsRefusedWithItsPlace(string json, string expected)
    {
        using var file = new TemporaryFile(json, ".json");
        var message = Assert.Throws<InputException>(() => ExportRecipe.Read(file.Path)).Message;
        Assert.StartsWith(file.Path, message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("executives")]
    [InlineData("academics")]
    public void Read_AShippedRecipe_SaysWhatItMakes(string name)
    {
        var recipe = ExportRecipe.Read(Repository.Path("data", "recipes", name + ".json"));
        Assert.Equal(name + ".csv", recipe.File);
        Assert.NotEqual("", recipe.About);
    }
}
