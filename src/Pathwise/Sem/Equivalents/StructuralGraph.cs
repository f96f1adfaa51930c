namespace Pathwise.Sem.Equivalents;

/// <summary>A structural part of a model: its variables and what joins them. Two graphs are equal when the same joins the same variables.</summary>
internal sealed record StructuralGraph
{
    private StructuralGraph(ValueList<string> variables, ValueList<StructuralRelation> relations, bool isCommonFactor) =>
        (Variables, Relations, IsCommonFactor) = (variables, relations, isCommonFactor);

    /// <summary>The structural variables, in the order of the model.</summary>
    public IReadOnlyList<string> Variables { get; }

    /// <summary>Arrows and covariances, in one order for equal graphs.</summary>
    public IReadOnlyList<StructuralRelation> Relations { get; }

    /// <summary>True when nothing joins the variables but a factor that they have in common.</summary>
    public bool IsCommonFactor { get; }

    /// <summary>The arrows.</summary>
    public IEnumerable<StructuralRelation> Arrows => Relations.Where(each => each.IsArrow);

    /// <summary>The covariances.</summary>
    public IEnumerable<StructuralRelation> Covariances => Relations.Where(each => !each.IsArrow);

    /// <summary>True when no arrows lead back to where they come from.</summary>
    public bool IsAcyclic
    {
        get
        {
            var left = Variables.ToHashSet();
            while (left.RemoveWhere(variable => !Arrows.Any(arrow => arrow.To == variable && left.Contains(arrow.From))) > 0)
            {
            }

            return left.Count == 0;
        }
    }

    /// <summary>A graph of the variables with these relations.</summary>
    public static StructuralGraph Of(IReadOnlyList<string> variables, IEnumerable<StructuralRelation> relations)
    {
        var place = variables.Index().ToDictionary(each => each.Item, each => each.Index);
        StructuralRelation Ordered(StructuralRelation each) =>
            !each.IsArrow && place[each.From] > place[each.To] ? new(each.To, each.From, false) : each;
        return new(
            new(variables),
            new(relations.Select(Ordered).OrderBy(each => place[each.To]).ThenBy(each => place[each.From]).ThenBy(each => each.IsArrow)),
            false);
    }

    /// <summary>The variables as indicators of one factor.</summary>
    public static StructuralGraph CommonFactor(IReadOnlyList<string> variables) => new(new(variables), new([]), true);

    /// <summary>The same graph with one relation in place of another.</summary>
    public StructuralGraph With(StructuralRelation added, StructuralRelation removed) => Of(Variables, [.. Relations.Where(each => each != removed), added]);

    /// <summary>True when an arrow or a covariance joins the two.</summary>
    public bool AreJoined(string one, string other) => Relations.Any(each => each.Joins(one, other));

    /// <summary>The structural part in lavaan's syntax, a line for each variable that is explained and for each covariance.</summary>
    public IEnumerable<string> Lines() => IsCommonFactor
        ? [$"{FactorName()} =~ {string.Join(" + ", Variables)}"]
        : [
            .. Arrows.GroupBy(arrow => arrow.To).Select(into => $"{into.Key} ~ {string.Join(" + ", into.Select(arrow => arrow.From))}"),
            .. Covariances.Select(each => $"{each.From} ~~ {each.To}"),
        ];

    /// <summary>What is zero: the covariances of variables that nothing joins, which defaults might set free.</summary>
    public IEnumerable<string> Zeros() => IsCommonFactor
        ? []
        : from i in Enumerable.Range(0, Variables.Count)
          from j in Enumerable.Range(i + 1, Variables.Count - i - 1)
          where !AreJoined(Variables[i], Variables[j])
          select $"{Variables[i]} ~~ 0*{Variables[j]}";

    private string FactorName()
    {
        var name = "common";
        while (Variables.Contains(name))
            name += "_factor";
        return name;
    }
}
