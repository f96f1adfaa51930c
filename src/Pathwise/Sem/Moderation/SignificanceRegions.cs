using Pathwise.Sem.Intervals;

namespace Pathwise.Sem.Moderation;

/// <summary>Finds the regions of significance of an effect of one moderator.</summary>
internal sealed class SignificanceRegions
{
    private const int Steps = 200;
    private const int Bisections = 60;
    private const double LatentReach = 3;

    private readonly ModeratedInference inference;
    private readonly ModeratedPath path;
    private readonly int moderator;
    private readonly IntervalKind kind;
    private readonly double level;

    private SignificanceRegions(ModeratedInference inference, ModeratedPath path, int moderator, IntervalKind kind, double level) =>
        (this.inference, this.path, this.moderator, this.kind, this.level) = (inference, path, moderator, kind, level);

    /// <summary>The regions by an interval of a kind and a level; the values of the moderator are those of the data, null of a latent one.</summary>
    public static SignificanceRegion Of(ModeratedInference inference, ModeratedPath path, (string Name, int Place, ModeratorDistribution? Values) moderator, IntervalKind kind, double level)
    {
        var search = new SignificanceRegions(inference, path, moderator.Place, kind, level);
        var reach = LatentReach * inference.Whole.Deviations[moderator.Place];
        var (from, to) = moderator.Values is { } data ? (data.Least, data.Largest) : (-reach, reach);
        ConditionalPoint[] curve = [.. Enumerable.Range(0, Steps + 1).Select(i => search.At(from + ((to - from) * i / Steps)))];
        ConditionalPoint[] between = [.. BoundCrossings.Of(search.Moved(), from, to).Select(search.At)];
        ConditionalPoint[] points = [.. curve.Concat(between).OrderBy(point => point.Value)];
        double[] roots = [.. search.Roots(points, point => point.Lower).Concat(search.Roots(points, point => point.Upper)).Order()];
        return new()
        {
            Effect = path.Effect with { Kind = path.Kind }, Moderator = moderator.Name, Kind = kind, Level = level,
            Roots = roots, Segments = [.. search.Segments([from, .. roots, to], moderator.Values)], Curve = curve, Data = moderator.Values?.Sorted ?? [],
        };
    }

    private ConditionalPoint At(double value)
    {
        var quantity = Quantity(value);
        var interval = inference.Interval(kind, quantity);
        return new(value, inference.Value(quantity), interval?.Lower, interval?.Upper);
    }

    private ModeratedQuantity Quantity(double value) => new(path.Effect, [(1, path, Places(ModeratorPlace.Raw(value)))]);

    private MovedInterval Moved() => new(
        kind, level, path.DegreeIn(moderator), value => inference.Value(Quantity(value)), value => inference.Draws(kind, Quantity(value)).Draws,
        value => inference.Draws(kind, Quantity(value)).LeftOut, value => inference.Interval(kind, Quantity(value)));

    private ModeratorPlace[] Places(ModeratorPlace here) =>
        [.. Enumerable.Range(0, inference.Whole.Centres.Length).Select(j => j == moderator ? here : ModeratorPlace.InProduct(0))];

    private IEnumerable<double> Roots(ConditionalPoint[] curve, Func<ConditionalPoint, double?> bound)
    {
        for (var i = 1; i < curve.Length; i++)
        {
            if (bound(curve[i - 1]) is { } left && bound(curve[i]) is { } right && left < 0 != right < 0)
                yield return Bisect(curve[i - 1].Value, curve[i].Value, left < 0, bound);
        }
    }

    private double Bisect(double from, double to, bool isNegativeAtFrom, Func<ConditionalPoint, double?> bound)
    {
        for (var step = 0; step < Bisections && to - from > 1e-13 * (Math.Abs(from) + Math.Abs(to)); step++)
        {
            var middle = from + ((to - from) / 2);
            if (bound(At(middle)) < 0 == isNegativeAtFrom)
                from = middle;
            else
                to = middle;
        }

        return from + ((to - from) / 2);
    }

    private IEnumerable<RegionSegment> Segments(double[] ends, ModeratorDistribution? data)
    {
        for (var i = 1; i < ends.Length; i++)
        {
            var inside = At(ends[i - 1] + ((ends[i] - ends[i - 1]) / 2));
            var sign = inside.Lower > 0 ? 1 : inside.Upper < 0 ? -1 : 0;
            yield return new(ends[i - 1], ends[i], sign, data?.Share(ends[i - 1], ends[i]));
        }
    }
}
