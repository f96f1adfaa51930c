namespace Pathwise.Sem.Syntax;

/// <summary>What a term says about its parameter: per group, or one entry for all groups; null where it says nothing.</summary>
internal sealed record Modifier
{
    /// <summary>Fixed values; null within the list frees the parameter (<c>NA</c>).</summary>
    public IReadOnlyList<double?>? Fixed { get; init; }

    /// <summary>Starting values.</summary>
    public IReadOnlyList<double?>? Start { get; init; }

    /// <summary>Labels; an empty text is no label.</summary>
    public IReadOnlyList<string>? Labels { get; init; }

    /// <summary>True when <see cref="Labels"/> come from <c>equal()</c> and so must name other parameters.</summary>
    public bool IsEqualTo { get; init; }

    /// <summary>This modifier with what another one adds; null when both say the same kind of thing.</summary>
    public Modifier? With(Modifier other)
    {
        var isTwice = (Fixed is not null && other.Fixed is not null)
            || (Start is not null && other.Start is not null)
            || (Labels is not null && other.Labels is not null);
        return isTwice
            ? null
            : new Modifier
            {
                Fixed = Fixed ?? other.Fixed,
                Start = Start ?? other.Start,
                Labels = Labels ?? other.Labels,
                IsEqualTo = IsEqualTo || other.IsEqualTo,
            };
    }
}
