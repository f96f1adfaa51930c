using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Tables;
using Xunit;

namespace Pathwise.Tests.Sem.Estimation;

public sealed class ThresholdOrderTests
{
    [Theory]
    [InlineData("a1 | t1 + t2 + t3", null)]
    [InlineData("a1 | 0.9*t1 + 0.2*t2", "The thresholds t1 and t2 of a1 are not in order (0.9, 0.2)")]
    [InlineData("a1 | a*t2 + b*t3\na == b", "The thresholds t2 and t3 of a1 are not in order")]
    public void Warnings_ThresholdsThatDoNotRise_AreNamed(string thresholds, string? expected)
    {
        var data = DataTable.Read(Repository.Fixture("lavaan", "ordinal", "s02_sparse5", "data.csv"));
        var fit = ModelSpecification.Parse("F =~ a1 + a2 + a3\n" + thresholds).Fit(data, new() { Estimator = Estimator.WLSMV }, new() { Ordered = ["all"] });
        var messages = fit.Warnings.Where(warning => warning.Code == "thresholds-cross").Select(warning => warning.Message).ToArray();
        Assert.Equal(expected is null ? 0 : 1, messages.Length);
        Assert.All(messages, message => Assert.StartsWith(expected!, message, StringComparison.Ordinal));
    }
}
