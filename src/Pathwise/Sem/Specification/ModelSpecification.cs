using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Specification;

/// <summary>A model as its author wrote it, before options, groups and data are known.</summary>
public sealed class ModelSpecification
{
    private readonly ModelSyntax syntax;

    private ModelSpecification(string text, ModelSyntax syntax)
    {
        Text = text;
        this.syntax = syntax;
    }

    /// <summary>The syntax as written.</summary>
    public string Text { get; }

    /// <summary>Reads lavaan's model syntax; what is not supported is refused with its line and the reason.</summary>
    /// <exception cref="SyntaxException">The syntax cannot be read, or asks for what is not supported.</exception>
    public static ModelSpecification Parse(string text) => new(text, ModelSyntax.Parse(text));

    /// <summary>The model's parameters for a single group.</summary>
    public ParameterTable Table(ModelOptions? options = null) => Table(options, [""]);

    /// <summary>The model's parameters for the groups named, in their order.</summary>
    /// <exception cref="InputException">Labels, values or options do not fit the model or the number of groups.</exception>
    public ParameterTable Table(ModelOptions? options, IReadOnlyList<string> groupLabels)
    {
        ArgumentNullException.ThrowIfNull(groupLabels);
        ArgumentOutOfRangeException.ThrowIfZero(groupLabels.Count);
        return TableBuilder.Build(syntax, options ?? new ModelOptions(), groupLabels);
    }
}
