using Pathwise.Sem.Specification;
using Pathwise.Surveys;
using Pathwise.Tables;

namespace Pathwise.Sem.Estimation;

/// <summary>A model and its cases with the coded columns of the categorical variables that the model names; both as they were where it names none.</summary>
internal sealed record CodedData(ModelSpecification Model, DataTable Table, ModelOptions Options)
{
    /// <summary>Codes the variables by the categories that occur.</summary>
    /// <exception cref="InputException">A categorical variable does not fit its coding, or stands where it has no meaning.</exception>
    public static CodedData Of(ModelSpecification model, DataTable data, ModelOptions options)
    {
        if (data.Names.FirstOrDefault(name => !data.IsNumeric(name) && model.Names(new() { Name = name }) && !options.Codings.Any(coding => coding.Name == name) && IsCategorical(data, name)) is { } words)
            throw new InputException($"{data.Source}, column {Quoted.Of(words)} holds words, as {Quoted.Of(data.Texts(words).OfType<string>().First())}; expected numbers, or that its categories are coded (--coding {words}=indicator on the command line).");
        var chosen = options with { Codings = [.. options.Codings.Where(model.Names).Select(coding => coding.In(data))] };
        return new(model.Coded(chosen.Codings), chosen.Codings.Aggregate(data, (table, coding) => coding.AddTo(table)), chosen);
    }

    private static bool IsCategorical(DataTable data, string name)
    {
        string[] values = [.. data.Texts(name).OfType<string>()];
        return values.All(NotNumbers.IsWording) && values.Distinct().Count() is >= 2 and <= CategoryCoding.Most;
    }
}
