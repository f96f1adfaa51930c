using Pathwise.Analyses;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Pathwise.Shards;

namespace Pathwise.Cli.Options;

/// <summary>What shards of an estimation of effects hold: a bootstrap, one that tests the model, or both.</summary>
internal sealed class EffectShard
{
    private readonly BootstrapShard? draws;
    private readonly BootstrapShard? stine;
    private bool isAtItsEnd;

    /// <summary>Nothing yet.</summary>
    /// <exception cref="InputException">The analysis draws nothing.</exception>
    public EffectShard(FitResult fit, Analysis analysis)
    {
        draws = analysis.Bootstrap is { } options ? new(fit, options) : null;
        stine = analysis.BollenStine is { } tested ? new(fit, tested) : null;
        if (draws is null && stine is null)
            throw new InputException("--shard: without --bootstrap N or --bollen-stine N there is nothing to share out.");
    }

    /// <summary>The bootstrap, to carry on from; null when there is none.</summary>
    public BootstrapResult? Draws => draws?.Result;

    /// <summary>The bootstrap that tests the model, likewise.</summary>
    public BootstrapResult? StineDraws => stine?.Result;

    /// <summary>The fingerprint of an estimation of effects.</summary>
    public static string Plan(FitResult fit, Analysis analysis) => ShardPlan.Of(analysis, fit.Values, Convert.ToHexStringLower(FitFingerprint.Of(fit)));

    /// <summary>What all shards of a merge hold.</summary>
    public static EffectShard Of(ShardSet merged, FitResult fit, Analysis analysis)
    {
        var all = new EffectShard(fit, analysis);
        foreach (var file in merged.Files)
            file.Read(all.Read);
        return all;
    }

    /// <summary>The work of a shard.</summary>
    public ShardWork Work(Shard shard, IProgress<BootstrapProgress> progress, CancellationToken cancellation)
    {
        var total = (draws?.Total(shard) ?? 0) + (stine?.Total(shard) ?? 0);
        return new(total, Done, Read, Draw, Write);

        // Improper samples are redrawn after all others: until then the shard lacks a sample.
        int Done() => (draws?.Done(shard) ?? 0) + (stine?.Done(shard) ?? 0) is var done && done == total && !isAtItsEnd ? Math.Max(total - 1, 0) : done;

        void Draw() => isAtItsEnd = draws?.Draw(shard, BootstrapArguments.IsToBeRedrawn, progress, cancellation) is not false
            && stine?.Draw(shard, _ => false, progress, cancellation) is not false;
    }

    private void Write(BinaryWriter writer)
    {
        draws?.Write(writer);
        stine?.Write(writer);
    }

    private void Read(BinaryReader reader)
    {
        draws?.Read(reader);
        stine?.Read(reader);
    }
}
