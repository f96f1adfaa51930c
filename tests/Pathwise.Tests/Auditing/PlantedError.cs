using System.Globalization;
using Pathwise.Auditing.Reported;
using Pathwise.Numerics;

namespace Pathwise.Tests.Auditing;

/// <summary>One number of a consistent paper changed by more than rounding explains, as authors' slips do.</summary>
internal static class PlantedError
{
    /// <summary>How many sorts of error there are.</summary>
    public static int SortCount => Sorts.Length;

    private static readonly (string Name, Func<Paper, bool> Plant)[] Sorts =
    [
        ("p too large", paper => paper.ShiftP(paper.Pick("t", "t1", "z", "f", "chi", "r", "model") + ".p")),
        ("test statistic a third larger", paper => paper.Scale(paper.Pick("t", "t1", "z", "f", "chi", "r"), 1.35)),
        ("df miscounted", paper => paper.Shift("model.df", paper.Sign() * (1 + paper.Integer(3)))),
        ("RMSEA", paper => paper.Shift("model.rmsea", 0.01 + (0.02 * paper.Uniform()))),
        ("CFI", paper => paper.Shift("model.cfi", -0.02 - (0.03 * paper.Uniform()))),
        ("TLI", paper => paper.Shift("model.tli", -0.02 - (0.03 * paper.Uniform()))),
        ("BIC", paper => paper.Shift("model.bic", paper.Sign() * (2 + (8 * paper.Uniform())))),
        ("total effect", paper => paper.Shift("total", paper.Sign() * (0.03 + (0.1 * paper.Uniform())))),
        ("R-squared", paper => paper.Shift("r2", 0.05 + (0.1 * paper.Uniform()))),
        ("lower bound above the estimate", paper => paper.SetAbove(paper.Pick("a", "b", "c", "total"))),
        ("p against the interval", paper => paper.Contradict(paper.Pick("a", "b", "c", "total"))),
        ("share", paper => paper.Shift(paper.Pick("share0", "share1", "share2"), paper.Sign() * (0.3 + (2 * paper.Uniform())))),
        ("count of a group", paper => paper.Shift(paper.Pick("g0", "g1", "g2"), 1 + paper.Integer(4))),
        ("mean that no sum gives", paper => paper.MakeImpossible(paper.Pick("item0", "item1", "item2", "item3"))),
        ("deviation beyond the scale", paper => paper.Shift(paper.Pick("item0.sd", "item1.sd", "item2.sd", "item3.sd"), 1.6 + paper.Uniform())),
        ("deviation of zeros and ones", paper => paper.Shift("binary.sd", -0.03 - (0.1 * paper.Uniform()))),
        ("correlation that cannot be", paper => paper.Shift(paper.Pick("r01", "r02", "r12", "r23"), -1.3)),
        ("names listed", paper => paper.Shift("themes", paper.Sign())),
        ("said twice", paper => paper.Shift("themes.again", 1 + paper.Integer(2))),
        ("composite reliability", paper => paper.Shift("cr", paper.Sign() * (0.03 + (0.05 * paper.Uniform())))),
        ("average variance extracted", paper => paper.Shift("ave", paper.Sign() * (0.03 + (0.05 * paper.Uniform())))),
        ("alpha", paper => paper.Shift("alpha", -0.08 - (0.1 * paper.Uniform()))),
        ("z against estimate and error", paper => paper.Shift("estimate.z", paper.Sign() * (0.2 + paper.Uniform()))),
        ("p against estimate and error", paper => paper.ShiftP("other.p")),
        ("standard error", paper => paper.Shift("estimate.se", 0.03 + (0.05 * paper.Uniform()))),
        ("explained against residual variance", paper => paper.Shift("explained", paper.Sign() * (0.01 + (0.1 * paper.Uniform())))),
        ("announced and not reported", paper => paper.Rename("announced")),
        ("symmetric interval", paper => paper.MoveSymmetricBound()),
    ];

    /// <summary>The paper with an error of one sort, and its name; null when this paper has no place for it.</summary>
    public static (ReportedStatistic[] Statistics, string Name)? In(ReportedStatistic[] statistics, int sort, RandomStream random)
    {
        var paper = new Paper([.. statistics], random);
        return Sorts[sort].Plant(paper) ? (paper.Statistics, Sorts[sort].Name) : null;
    }

    private sealed class Paper(ReportedStatistic[] statistics, RandomStream random)
    {
        public ReportedStatistic[] Statistics => statistics;

        public double Uniform() => random.NextUniform();

        public int Integer(int bound) => random.NextInteger(bound);

        public int Sign() => random.NextInteger(2) == 0 ? -1 : 1;

        public string Pick(params string[] ids) => ids[random.NextInteger(ids.Length)];

        public bool Shift(string id, double by) => Set(id, Value(id) + by);

        public bool Scale(string id, double by)
        {
            // Where p hardly moves, or is only said to be small, a changed statistic contradicts nothing.
            var p = Value(id + ".p");
            return p is > 0.02 and < 0.7 && Set(id, Value(id) * by);
        }

        public bool ShiftP(string id) => Value(id) < 0.6 && SetText(id, Text(Value(id) + 0.02 + (0.3 * Uniform()), 3));

        public bool SetAbove(string effect) => Set(effect + ".lo", Value(effect) + 0.01 + (0.1 * Uniform()));

        public bool Contradict(string effect)
        {
            var (lower, upper) = (Value(effect + ".lo"), Value(effect + ".up"));
            return lower > 0.001 || upper < -0.001 ? SetText(effect + ".p", Text(0.06 + (0.5 * Uniform()), 3))
                : lower < -0.001 && upper > 0.001 && SetText(effect + ".p", Pick("< .01", ".020", "< .001"));
        }

        public bool MakeImpossible(string id)
        {
            var n = Find(id).N!.Value;
            for (var attempt = 0; attempt < 20; attempt++)
            {
                var wrong = Value(id) + (Sign() * (0.01 + (0.04 * Uniform())));
                var text = Text(wrong, 2);
                var printed = double.Parse(text, CultureInfo.InvariantCulture);

                // No sum of n whole numbers comes within half a unit of it.
                if (Enumerable.Range(n, 6 * n).All(sum => Math.Abs(((double)sum / n) - printed) > 0.00501))
                    return SetText(id, text);
            }

            return false;
        }

        public bool Rename(string list)
        {
            var position = Array.FindIndex(statistics, statistic => statistic.Id == list);
            statistics[position] = statistics[position] with { Printed = "theme 1; theme 99" };
            return true;
        }

        public bool MoveSymmetricBound()
        {
            var effect = Array.Find(statistics, statistic => statistic.Details.GetValueOrDefault("interval") == "symmetric");
            return effect is not null && Shift(effect.Id + ".up", 0.02 + (0.1 * Uniform()));
        }

        private double Value(string id) => (double)Find(id).Number!.Value;

        private ReportedStatistic Find(string id) => Array.Find(statistics, statistic => statistic.Id == id)!;

        private bool Set(string id, double value) => SetText(id, Text(value, Find(id).Number!.Decimals) + (Find(id).Number!.IsPercentage ? "%" : ""));

        private bool SetText(string id, string printed)
        {
            var position = Array.FindIndex(statistics, statistic => statistic.Id == id);
            statistics[position] = statistics[position] with { Printed = printed, Number = ReportedNumber.Parse(printed) };
            return true;
        }

        private static string Text(double value, int decimals) => value.ToString($"F{decimals}", CultureInfo.InvariantCulture);
    }
}
