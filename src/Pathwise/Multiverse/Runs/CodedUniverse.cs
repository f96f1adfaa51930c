using Pathwise.Multiverse.Universes;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Multiverse.Runs;

/// <summary>A universe whose categorical variables have coded columns in their place; as it was where it has none.</summary>
/// <param name="Setting">The analysis, of coded columns.</param>
/// <param name="Model">The model, of coded columns.</param>
/// <param name="Codings">The codings, with the categories of the cases that the universe can use.</param>
internal sealed record CodedUniverse(UniverseSetting Setting, ModelSpecification Model, IReadOnlyList<CategoryCoding> Codings)
{
    /// <summary>The codings that a model has use for: those that its analysis says, else those of the codebook.</summary>
    public static IReadOnlyList<CategoryCoding> Named(MultiverseData data, UniverseSetting setting, ModelSpecification model)
    {
        CategoryCoding[] said = [.. setting.Settings.Completion.Codings.Select(coding => coding.Described(data.Codebook))];
        return [.. said.Concat(CodebookCodings.Of(data.Codebook).Where(other => said.All(own => own.Name != other.Name))).Where(model.Names)];
    }

    /// <summary>The universe with these codings, whose categories are known.</summary>
    public static CodedUniverse Of(UniverseSetting setting, ModelSpecification model, IReadOnlyList<CategoryCoding> codings)
    {
        if (codings.Count == 0)
            return new(setting, model, codings);
        var coded = model.Coded(codings);
        return new(setting with { Model = coded.Text, Settings = setting.Settings with { Completion = setting.Settings.Completion with { Codings = [] } } }, coded, codings);
    }
}
