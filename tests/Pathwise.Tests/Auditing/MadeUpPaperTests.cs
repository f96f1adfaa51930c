using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Numerics;
using Xunit;

namespace Pathwise.Tests.Auditing;

/// <summary>How often the audit is right on papers whose truth is known.</summary>
public sealed class MadeUpPaperTests
{
    private const long Seed = 20261122;

    [Fact]
    public void Audit_FortyConsistentPapers_RaisesNoAlarm()
    {
        for (var index = 0; index < 40; index++)
        {
            var report = PublishedStatistics.Of(MadeUpPaper.Make(Seed, index)).Audit();
            Assert.True(report.Findings.Count > 40);
            Assert.Empty(report.Findings.Where(finding => finding.Status == FindingStatus.Inconsistent).Select(finding => $"paper {index}, {finding.Statistic.Id}: {finding.Message}"));
        }
    }

    [Fact]
    public void Audit_FourHundredPlantedErrors_AreFoundInAtLeast95OfAHundred()
    {
        var missed = new List<string>();
        var planted = 0;
        for (var index = 1000; planted < 400; index++)
        {
            if (PlantedError.In(MadeUpPaper.Make(Seed, index), planted % PlantedError.SortCount, RandomStream.For(Seed, -index)) is not { } paper)
                continue;
            planted++;
            if (!PublishedStatistics.Of(paper.Statistics).Audit().HasInconsistencies)
                missed.Add($"paper {index}: {paper.Name}");
        }

        Assert.True(missed.Count <= 20, $"{missed.Count} of 400 missed: {string.Join("; ", missed)}");
    }
}
