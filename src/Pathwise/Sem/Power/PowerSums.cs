using Pathwise.Numerics;
using Pathwise.Sem.Compiled;

namespace Pathwise.Sem.Power;

/// <summary>
/// Counts and sums over simulated samples, of a size that does not grow with their number. Estimates are summed as their distances from the
/// population's value, so that few digits are lost, and without rounding, so that it does not matter who draws which samples.
/// </summary>
internal sealed class PowerSums(double[] truth, int kinds, int tests = 0)
{
    private readonly int[] outcomes = new int[Enum.GetValues<FitStatus>().Length];
    private readonly OfEstimates[] estimates = [.. truth.Select(_ => new OfEstimates())];
    private readonly OfIntervals[] intervals = new OfIntervals[truth.Length * kinds];
    private readonly SimulatedDecisions[] decisions = [.. Enumerable.Range(0, tests).Select(_ => new SimulatedDecisions())];

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

    /// <summary>What a test decided, by its place in a sample.</summary>
    public SimulatedDecisions Decisions(int test) => decisions[test];

    /// <summary>Takes up a sample.</summary>
    public void Add(PowerSample sample)
    {
        outcomes[(int)sample.Status]++;
        if (!sample.Status.HasConverged())
            return;
        for (var place = 0; place < truth.Length; place++)
            estimates[place].Add(sample.Values[place] - truth[place], sample.Errors[place]);
        for (var i = 0; i < intervals.Length; i++)
        {
            if (sample.Intervals[i] is { } interval)
                intervals[i] = intervals[i].With(interval, truth[i % truth.Length]);
        }

        for (var k = 0; k < decisions.Length; k++)
            decisions[k].Add(sample.Decisions[k]);
    }

    /// <summary>Takes up the samples of other sums.</summary>
    public void Add(PowerSums other)
    {
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] += other.outcomes[i];
        for (var i = 0; i < estimates.Length; i++)
            estimates[i].Add(other.estimates[i]);
        for (var i = 0; i < intervals.Length; i++)
            intervals[i] = intervals[i].With(other.intervals[i]);
        for (var k = 0; k < decisions.Length; k++)
            decisions[k].Add(other.decisions[k]);
    }

    /// <summary>Writes all of it but the population's values.</summary>
    public void Write(BinaryWriter writer)
    {
        foreach (var count in outcomes)
            writer.Write(count);
        foreach (var each in estimates)
            each.Write(writer);
        foreach (var each in intervals)
            each.Write(writer);
        foreach (var each in decisions)
            each.Write(writer);
    }

    /// <summary>Takes over what <see cref="Write"/> wrote of the same effects and as many kinds of intervals.</summary>
    /// <exception cref="InvalidDataException">It is something else.</exception>
    public void Read(BinaryReader reader)
    {
        for (var i = 0; i < outcomes.Length; i++)
            outcomes[i] = reader.ReadInt32();
        for (var i = 0; i < estimates.Length; i++)
            estimates[i] = OfEstimates.Read(reader);
        for (var i = 0; i < intervals.Length; i++)
            intervals[i] = OfIntervals.Read(reader);
        for (var k = 0; k < decisions.Length; k++)
            decisions[k] = SimulatedDecisions.Read(reader);
    }

    /// <summary>Of the estimates of an effect: how many there are, their distances from the population's value and the squares of these, and the errors.</summary>
    internal sealed class OfEstimates
    {
        private ExactSum distances = new();
        private ExactSum squares = new();
        private ExactSum fourths = new();
        private ExactSum errors = new();
        private int errorCount;

        /// <summary>How many estimates there are.</summary>
        public int Count { get; private set; }

        /// <summary>The mean distance.</summary>
        public double Bias => distances.Value / Count;

        /// <summary>The standard deviation of the estimates, with divisor n - 1.</summary>
        public double Deviation => Math.Sqrt(Math.Max(squares.Value - (distances.Value * Bias), 0) / (Count - 1));

        /// <summary>The mean squared distance.</summary>
        public double MeanSquare => squares.Value / Count;

        /// <summary>Its standard error: the standard deviation of the squared distances, with divisor n - 1, over the root of n.</summary>
        public double MeanSquareError => Math.Sqrt(Math.Max(fourths.Value - (squares.Value * MeanSquare), 0) / (Count - 1) / Count);

        /// <summary>The mean error; null when there is none.</summary>
        public double? MeanError => errorCount > 0 ? errors.Value / errorCount : null;

        /// <summary>Takes up one more sample; what is not finite, or as an error no number, is left out.</summary>
        public void Add(double distance, double error)
        {
            if (double.IsFinite(distance))
            {
                Count++;
                distances.Add(distance);
                squares.Add(distance * distance);
                fourths.Add(distance * distance * (distance * distance));
            }

            if (double.IsNaN(error))
                return;
            errorCount++;
            errors.Add(error);
        }

        /// <summary>Takes up the samples of another.</summary>
        public void Add(OfEstimates other)
        {
            (Count, errorCount) = (Count + other.Count, errorCount + other.errorCount);
            distances.Add(other.distances);
            squares.Add(other.squares);
            fourths.Add(other.fourths);
            errors.Add(other.errors);
        }

        /// <summary>Writes all of it.</summary>
        public void Write(BinaryWriter writer)
        {
            writer.Write(Count);
            writer.Write(errorCount);
            distances.Write(writer);
            squares.Write(writer);
            fourths.Write(writer);
            errors.Write(writer);
        }

        /// <summary>Reads what <see cref="Write"/> wrote.</summary>
        public static OfEstimates Read(BinaryReader reader) => new()
        {
            Count = reader.ReadInt32(),
            errorCount = reader.ReadInt32(),
            distances = ExactSum.Read(reader),
            squares = ExactSum.Read(reader),
            fourths = ExactSum.Read(reader),
            errors = ExactSum.Read(reader),
        };
    }

    /// <summary>Of the intervals of an effect: how many there are, exclude zero, hold the population's value, lie below it and lie above it.</summary>
    internal readonly record struct OfIntervals(int Count, int Found, int Held, int Below, int Above)
    {
        /// <summary>With one more.</summary>
        public OfIntervals With(Interval interval, double truth) => With(new OfIntervals(
            1, interval.Contains(0) ? 0 : 1, interval.Contains(truth) ? 1 : 0, interval.Upper < truth ? 1 : 0, interval.Lower > truth ? 1 : 0));

        /// <summary>Writes all of it.</summary>
        public void Write(BinaryWriter writer)
        {
            foreach (var count in (ReadOnlySpan<int>)[Count, Found, Held, Below, Above])
                writer.Write(count);
        }

        /// <summary>Reads what <see cref="Write"/> wrote.</summary>
        public static OfIntervals Read(BinaryReader reader) =>
            new(reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());

        /// <summary>With those of another.</summary>
        public OfIntervals With(OfIntervals other) =>
            new(Count + other.Count, Found + other.Found, Held + other.Held, Below + other.Below, Above + other.Above);
    }
}
