using Pathwise.Numerics;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Figures;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Influence;

namespace Pathwise.Reporting.Plots;

/// <summary>Influential cases as figures: the effect as cases go one after the other, and what each case changes by itself.</summary>
public static class InfluenceFigure
{
    private const int MostNamed = 5;

    /// <summary>The effect with its interval, by the standard error, after each step of the greedy search that moves its significance.</summary>
    public static Figure Draw(this InfluenceResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var (effect, path) = (result.Effect, result.Effect.Path);
        var reach = NormalDistribution.Quantile((1 + result.Options.Level) / 2);
        double?[] lower = [.. path.Select(step => step.Estimate - (reach * step.StandardError))], upper = [.. path.Select(step => step.Estimate + (reach * step.StandardError))];
        double[] at = [.. path.Select(step => (double)step.Count)];
        var name = EffectWords.Name(effect.Effect);
        var title = $"{name} as cases go";
        var note = $"At each step the case goes without which the effect is nearest to the change of its significance, and all others are judged anew. Bars are {NumberText.Number(100 * result.Options.Level, 0)} % intervals by the standard error.";
        return new()
        {
            Title = title,
            Note = note,
            AlternativeText = $"Points of the effect over the number of cases left out, 0 to {path[^1].Count} of {result.Count}. {string.Join(" ", effect.Drops.Select(drop => $"{Words(drop.Claim, effect.IsSignificant)}: {(drop.Count is { } count ? $"{count} cases" : "not found")}."))}",
            Height = SvgFigure.HeightFor(title, note, 640, 300, hasLegend: true),
            X = Axis.Over("Cases left out", [.. at.Select(each => (double?)each)], fromZero: true),
            Y = Axis.Over("Effect", [.. lower, .. upper, 0]),
            Marks =
            [
                new ReferenceLine { IsHorizontal = true, At = 0, Tone = Tone.Muted },
                new IntervalMarks { At = at, Lower = lower, Upper = upper },
                new PointMarks { X = at, Y = [.. path.Select(step => step.Estimate)], Name = name },
                .. effect.Drops.Where(drop => drop.Claim != DropClaim.Sign && drop.GreedyCount is not null).Select(drop => new ReferenceLine
                {
                    At = drop.GreedyCount!.Value,
                    Tone = drop.Claim == DropClaim.Significance ? Tone.Vermilion : Tone.Purple,
                    Name = $"{Words(drop.Claim, effect.IsSignificant)} ({drop.GreedyCount})",
                }),
            ],
        };
    }

    /// <summary>What each case changes about the effect by itself, in the order of the data; the largest are named.</summary>
    public static Figure DrawCases(this InfluenceResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var rows = result.Cases.Index().Where(each => each.Item.Change?.Effect is not null).Select(each => (At: each.Index + 1.0, each.Item.Case, Change: each.Item.Change!.Effect!.Value)).ToList();
        var named = rows.OrderByDescending(each => Math.Abs(each.Change)).Take(MostNamed).ToList();
        var title = $"What each case changes about {EffectWords.Name(result.Effect.Effect)}";
        const string note = "The effect with the case less the effect without it, each from an exact fit.";
        return new()
        {
            Title = title,
            Note = note,
            AlternativeText = $"A bar for each of {rows.Count} cases. Largest: {string.Join(", ", named.Select(each => $"{each.Case.Text} {NumberText.Number(each.Change, 3)}"))}.",
            Height = SvgFigure.HeightFor(title, note, 640, 260),
            X = Axis.Over("Case, in the order of the data", [1, result.Count]),
            Y = Axis.Over("Change of the effect", [.. rows.Select(each => (double?)each.Change), 0]),
            Marks =
            [
                new ReferenceLine { IsHorizontal = true, At = 0, Tone = Tone.Muted, Stroke = Stroke.Solid },
                new BarMarks { At = [.. rows.Select(each => each.At)], From = [.. rows.Select(_ => 0.0)], To = [.. rows.Select(each => each.Change)], Thickness = 0.6 },
                .. named.Select(each => new TextMark { X = each.At, Y = each.Change, Text = each.Case.Text, Size = 11, Offset = 4, Tone = Tone.Ink }),
            ],
        };
    }

    /// <summary>A claim as the legend names it.</summary>
    private static string Words(DropClaim claim, bool isSignificant) => claim switch
    {
        DropClaim.Sign => "Other sign",
        DropClaim.Significance => isSignificant ? "Not significant" : "Significant",
        _ => "Significant with the other sign",
    };
}
