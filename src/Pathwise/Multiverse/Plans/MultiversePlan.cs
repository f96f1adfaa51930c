using System.Text.Json.Nodes;
using Pathwise.Tables;

namespace Pathwise.Multiverse.Plans;

/// <summary>
/// A plan of a multiverse: a base analysis, what is claimed on its ground, and the decisions that could have been made otherwise. The form of its
/// file is docs/multiverse.md.
/// </summary>
[TypeFormatterSource]
public sealed class MultiversePlan
{
    private readonly Lazy<JsonObject> content;

    /// <summary>A plan; its parts are set when it is made.</summary>
    public MultiversePlan() => content = new(() => PlanForm.Node(this));

    /// <summary>The file it was read from, or "the plan" when it was made in memory.</summary>
    public string Source { get; init; } = "the plan";

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader must know first; empty where the plan says nothing.</summary>
    public string About { get; init; } = "";

    /// <summary>The analysis from which the universes depart.</summary>
    public required PlanBase Base { get; init; }

    /// <summary>What the paper claims, an effect each.</summary>
    public required IReadOnlyList<Claim> Claims { get; init => field = ValueList.Of(value); }

    /// <summary>The decisions.</summary>
    public required IReadOnlyList<Decision> Decisions { get; init => field = ValueList.Of(value); }

    /// <summary>
    /// SHA-256, in hexadecimal digits, of what the plan says as JSON with sorted members: the same for plans that say the same, whatever their files look
    /// like and wherever the data lie.
    /// </summary>
    public string Hash => Checksum.Of(SortedJson.Of(content.Value));

    /// <summary>What the plan says, as JSON.</summary>
    internal JsonObject Content => (JsonObject)content.Value.DeepClone();

    /// <summary>Reads a plan.</summary>
    /// <exception cref="InputException">The file is not of this form, or the plan contradicts itself; the message names the line.</exception>
    public static MultiversePlan Read(string path) => PlanFile.Read(path);

    /// <summary>This plan, or a refusal of what contradicts itself whatever the data.</summary>
    /// <exception cref="InputException">A decision without reference or with two, a condition on something unknown, a name given twice.</exception>
    public MultiversePlan Checked()
    {
        PlanChecks.Require(this);
        return this;
    }
}
