using Pathwise.Sem.Syntax;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Sem.Specification;

/// <summary>A model as its author wrote it, before options, groups and data are known.</summary>
[TypeFormatterSource]
public sealed class ModelSpecification
{
    private readonly ModelSyntax syntax;
    private Made? last;

    private ModelSpecification(string source, string text)
    {
        Source = source;
        Text = text;
        syntax = Named(() => ModelSyntax.Parse(text));
    }

    /// <summary>Where the syntax came from: the path of its file, or "the model" when it was given as text.</summary>
    public string Source { get; }

    /// <summary>The syntax as written.</summary>
    public string Text { get; }

    /// <summary>All observed variables, in the order that its tables have; they do not depend on options or groups.</summary>
    internal IReadOnlyList<string> ObservedVariables => field ??= Named(() =>
    {
        ProductName.RequireMeasured(syntax.Terms);
        return VariableRoles.Of(syntax.Terms).Roles.Observed;
    });

    /// <summary>The variables that are ordered by these options or by the syntax, in the order of the observed ones.</summary>
    internal IReadOnlyList<string> OrderedVariables(ModelOptions options) => Named(() =>
    {
        var (roles, terms) = VariableRoles.Of(Coded(options.Codings).syntax.Terms);
        return OrderedCategories.NamesOf(roles, terms, options);
    });

    /// <summary>How many thresholds the syntax itself gives each ordered variable; null without ordered variables.</summary>
    /// <exception cref="InputException">It gives one none.</exception>
    internal IReadOnlyDictionary<string, int>? WrittenThresholds(ModelOptions options)
    {
        var (ordered, written) = (OrderedVariables(options), Terms.Where(term => term.Operator == "|").ToLookup(term => term.Lhs));
        if (ordered.Where(name => !written.Contains(name)).ToArray() is { Length: > 0 } without)
            throw new InputException($"{Source}: no thresholds of {string.Join(", ", without)}, from which the number of their categories follows; write {without[0]} | start(-0.5)*t1 + start(0.5)*t2 and so on, or give --data.");
        return ordered.Count == 0 ? null : ordered.ToDictionary(name => name, name => written[name].Max(term => int.Parse(term.Rhs[1..], System.Globalization.CultureInfo.InvariantCulture)));
    }

    /// <summary>The variables whose moments these options hold at the sample's.</summary>
    internal IReadOnlyList<string> Covariates(ModelOptions options) => options.FixedX ? VariableRoles.Of(Coded(options.Codings).syntax.Terms).Roles.Exogenous : [];

    /// <summary>The parameters that the syntax names, in its order.</summary>
    internal IReadOnlyList<Term> Terms => syntax.Terms;

    /// <summary>Products of latent variables that the model does not measure: those that two steps alone can estimate.</summary>
    internal IReadOnlyList<string> UnmeasuredProducts => ProductName.Unmeasured(syntax.Terms);

    /// <summary>Its definitions and constraints, in its order.</summary>
    internal IReadOnlyList<ModelRelation> Relations => syntax.Relations;

    /// <summary>Reads lavaan's model syntax; what is not supported is refused with its line and the reason.</summary>
    /// <exception cref="SyntaxException">The syntax cannot be read, or asks for what is not supported.</exception>
    public static ModelSpecification Parse(string text) => new("the model", text);

    /// <summary>The same, of a text that came from a file.</summary>
    internal static ModelSpecification Parse(string text, string source) => new(source, text);

    /// <summary>Reads lavaan's model syntax from a file in UTF-8.</summary>
    /// <exception cref="InputException">The file cannot be read.</exception>
    /// <exception cref="SyntaxException">The syntax cannot be read, or asks for what is not supported.</exception>
    public static ModelSpecification Read(string path) => new(path, FileText.Read(path));

    /// <summary>
    /// The model with the coded columns of categorical variables in their place, whose categories are known; itself where it names none of them.
    /// </summary>
    /// <exception cref="SyntaxException">A categorical variable stands where it has no meaning.</exception>
    public ModelSpecification Coded(IReadOnlyList<CategoryCoding> codings)
    {
        ArgumentNullException.ThrowIfNull(codings);
        CategoryCoding[] named = [.. codings.Where(Names)];
        if (named.FirstOrDefault(coding => coding.Categories.Count < 2) is { } unknown)
            throw new InputException($"{Source}: the categories of {unknown.Name} are not known without data; name them in its coding.");
        return named.Length == 0 ? this : new(Source, Named(() => CodedSyntax.Of(Text, named)));
    }

    /// <summary>Whether the model names a categorical variable.</summary>
    internal bool Names(CategoryCoding coding) => ObservedVariables.SelectMany(ProductName.Factors).Contains(coding.Name);

    /// <summary>The model's parameters for a single group.</summary>
    public ParameterTable Table(ModelOptions? options = null) => Table(options, [""]);

    /// <summary>The model's parameters for the groups named, in their order.</summary>
    /// <exception cref="InputException">Labels, values or options do not fit the model or the number of groups.</exception>
    public ParameterTable Table(ModelOptions? options, IReadOnlyList<string> groupLabels) => Table(options, groupLabels, null);

    /// <summary>The same, the number of thresholds of each ordered variable being known from the data.</summary>
    internal ParameterTable Table(ModelOptions? options, IReadOnlyList<string> groupLabels, IReadOnlyDictionary<string, int>? thresholds)
    {
        ArgumentNullException.ThrowIfNull(groupLabels);
        ArgumentOutOfRangeException.ThrowIfZero(groupLabels.Count);
        options ??= new ModelOptions();
        if (thresholds is null && last is { } made && made.Options == options && made.Labels.SequenceEqual(groupLabels))
            return made.Table;
        var table = Named(() => TableBuilder.Build(Coded(options.Codings).syntax, options, groupLabels, thresholds));
        if (thresholds is null)
            last = new(options, [.. groupLabels], table);
        return table;
    }

    private T Named<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (SyntaxException mistake)
        {
            throw new SyntaxException(Source, mistake.Line, mistake.Text, mistake.Reason);
        }
    }

    // The table made last, for the many fits of one model; tables are immutable.
    private sealed record Made(ModelOptions Options, string[] Labels, ParameterTable Table);
}
