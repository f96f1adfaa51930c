using Pathwise.Numerics;
using Pathwise.Sem.Compiled;

namespace Pathwise.Sem.Power;

/// <summary>
/// Counts and sums over simulated samples, of a size that does not grow with their number. Estimates are summed as their distances from the
/// population's value, so that few digits are lost.
/// </summary>
internal sealed class PowerSums(double[] truth, int kinds)
{
    private readonly int[] outcomes = new int[Enum.GetValues<FitStatus>().Length];
    private readonly OfEstimates[] estimates = new OfEstimates[truth.Length];
    private readonly OfIntervals[] intervals = new OfIntervals[truth.Length * kinds];

    /// <summary>Number of samples.</summary>
    public int Drawn => outcomes.Sum();

    /// <summary>For each way in which fits ended how many did.</summary>
    public IEnumerable<(FitStatus Status, int Count)> Outcomes => outcomes.Select((count, status) => ((FitStatus)status, count)).Where(each => each.count > 0);

    /// <summary>The value in the population of an effect, by its place in a sample.</summary>
    public double Truth(int place) => truth[place];

    /// <summary>The estimates of an effect, by its place in a sample.</summary>
    public OfEstimates Estimates(int place) => estimates[place];

    /// <summary>Its intervals of a kind, counted from 0.</summary>
    public OfIntervals Intervals(int kind, int place) => intervals[(kind * truth.Length) + place];

    /// <summary>Takes up a sample.</summary>
    public void Add(PowerSample sample)
    {
        outcomes[(int)sample.Status]++;
        if (!sample.Status.HasConverged())
            return;
        for (var place = 0; place < truth.Length; place++)
            estimates[place] = estimates[place].With(sample.Values[place] - truth[place], sample.Errors[place]);
        for (var i = 0; i < intervals.Length; i++)
        {
            if (sample.Intervals[i] is { } interval)
                intervals[i] = intervals[i].With(interval, truth[i % truth.Length]);
        }
    }

    /// <summary>Takes up the samples of other sums.</summary>
    public void Add(PowerSums other)
    {
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] += other.outcomes[i];
        for (var i = 0; i < estimates.Length; i++)
            estimates[i] = estimates[i].With(other.estimates[i]);
        for (var i = 0; i < intervals.Length; i++)
            intervals[i] = intervals[i].With(other.intervals[i]);
    }

    /// <summary>Of the estimates of an effect: how many there are, their distances from the population's value and the squares of these, and the errors.</summary>
    internal readonly record struct OfEstimates(int Count, double Distances, double Squares, int ErrorCount, double Errors)
    {
        /// <summary>The mean distance.</summary>
        public double Bias => Distances / Count;

        /// <summary>The standard deviation of the estimates, with divisor n - 1.</summary>
        public double Deviation => Math.Sqrt(Math.Max(Squares - (Distances * Bias), 0) / (Count - 1));

        /// <summary>The mean error; null when there is none.</summary>
        public double? MeanError => ErrorCount > 0 ? Errors / ErrorCount : null;

        /// <summary>With one more sample; what is not finite, or as an error no number, is left out.</summary>
        public OfEstimates With(double distance, double error) => new(
            Count + (double.IsFinite(distance) ? 1 : 0),
            Distances + (double.IsFinite(distance) ? distance : 0),
            Squares + (double.IsFinite(distance) ? distance * distance : 0),
            ErrorCount + (double.IsNaN(error) ? 0 : 1),
            Errors + (double.IsNaN(error) ? 0 : error));

        /// <summary>With the samples of another.</summary>
        public OfEstimates With(OfEstimates other) => new(
            Count + other.Count, Distances + other.Distances, Squares + other.Squares, ErrorCount + other.ErrorCount, Errors + other.Errors);
    }

    /// <summary>Of the intervals of an effect: how many there are, exclude zero, hold the population's value, lie below it and lie above it.</summary>
    internal readonly record struct OfIntervals(int Count, int Found, int Held, int Below, int Above)
    {
        /// <summary>With one more.</summary>
        public OfIntervals With(Interval interval, double truth) => With(new OfIntervals(
            1, interval.Contains(0) ? 0 : 1, interval.Contains(truth) ? 1 : 0, interval.Upper < truth ? 1 : 0, interval.Lower > truth ? 1 : 0));

        /// <summary>With those of another.</summary>
        public OfIntervals With(OfIntervals other) =>
            new(Count + other.Count, Found + other.Found, Held + other.Held, Below + other.Below, Above + other.Above);
    }
}
