using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Sam;

/// <summary>Whose parameters each definition and constraint of a model is about: one measurement block's, or the structural model's.</summary>
internal sealed class RelationParts
{
    private const int Structural = -1;

    private readonly Dictionary<string, int> parts = [];
    private readonly List<(int Part, ModelRelation Relation)> relations = [];

    /// <summary>Of a model whose terms are told apart.</summary>
    /// <exception cref="InputException">A relation, or a label, is about several parts.</exception>
    public RelationParts(ModelSpecification model, IReadOnlyList<IReadOnlyList<Term>> blocks, IReadOnlyList<Term> structure)
    {
        for (var b = 0; b < blocks.Count; b++)
            Add(blocks[b], b);
        Add(structure, Structural);
        foreach (var relation in model.Relations)
        {
            int[] of = [.. Names(relation).Select(name => parts.GetValueOrDefault(name, Structural)).Distinct()];
            if (of.Length > 1)
                throw new InputException($"'{relation.Text}' joins parameters of measurement with others, which are estimated in different steps; expected parameters of one block, or of the structural model.");
            var part = of is [var only] ? only : Structural;
            if (relation.Operator == ":=")
                parts.TryAdd(relation.Lhs, part);
            relations.Add((part, relation));
        }
    }

    /// <summary>Those of the structural model.</summary>
    public IReadOnlyList<ModelRelation> OfStructure => OfBlock(Structural);

    /// <summary>Those of a block, counted from 0.</summary>
    public IReadOnlyList<ModelRelation> OfBlock(int block) => [.. relations.Where(each => each.Part == block).Select(each => each.Relation)];

    private static IEnumerable<string> Names(ModelRelation relation) => relation.Operator == ":=" ? relation.Right.Names : relation.Left.Names.Concat(relation.Right.Names).Distinct();

    private void Add(IReadOnlyList<Term> terms, int part)
    {
        foreach (var label in terms.SelectMany(term => term.Modifier.Labels ?? []).Where(label => label.Length > 0))
        {
            if (!parts.TryAdd(label, part) && parts[label] != part)
                throw new InputException($"The label {label} stands at parameters of measurement and of the structural model, which are estimated in different steps; expected two labels.");
        }
    }
}
