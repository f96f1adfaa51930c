using System.Globalization;
using Pathwise.Auditing;
using Pathwise.Auditing.Reported;
using Pathwise.Psychometrics;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Power;
using Pathwise.Surveys;
using Pathwise.Tests.Auditing;
using Pathwise.Tests.Psychometrics;
using Pathwise.Tests.Ranking;
using Xunit;

namespace Pathwise.Tests;

public sealed class MessagesInOtherCulturesTests
{
    [Fact]
    public void Messages_OnAMachineWithDecimalCommas_HaveTheSameNumbers()
    {
        var before = CultureInfo.CurrentCulture;
        var published = PublishedStatistics.Of(MadeUpPaper.Make(1, 1));
        var findings = Messages(published);
        try
        {
            CultureInfo.CurrentCulture = WithCommas();
            foreach (var (action, number) in Mistakes())
                Assert.Contains(number, Assert.ThrowsAny<Exception>(action).Message, StringComparison.Ordinal);
            Assert.Equal(findings, Messages(published));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // As in Germany, with the minus sign of Sweden; also where the machine has no cultures.
    private static CultureInfo WithCommas()
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (",", ".", "−");
        return culture;
    }

    private static IEnumerable<(Action Action, string Number)> Mistakes()
    {
        var survey = RatedSurvey.Read();
        var fit = FittedAbilities.ThreeFactors;
        yield return (() => ValueRange.Of(new ValueRange(2.5, 1.5).Lower), "from 2.5 to 1.5");
        yield return (() => survey.EarlyAgainstLate("wave", 0.75), "is 0.75;");
        yield return (() => survey.MarkerAdjusted(1.25), "is 1.25;");
        yield return (() => survey.Reliabilities(95.5), "is 95.5;");
        yield return (() => FittedAbilities.Model.CorrelationsBelow(Holzinger.Table, 1.25), "is 1.25;");
        yield return (() => fit.EstimateEffects(new EffectOptions { Level = 95.5 }), "is 95.5; expected a number between 0 and 1, such as 0.955");
        yield return (() => new PowerOptions { Count = 90, Seed = 1, Level = 95.5 }.Checked(), "is 95.5;");
        yield return (() => Holzinger.Table.With("x1", [.. Enumerable.Repeat(2.5, 301)]).Kmo(Holzinger.Items), "it is 2.5 in");
    }

    private static string[] Messages(PublishedStatistics published) => [.. published.Audit().Findings.Select(finding => finding.Message)];
}
