using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Sem.Estimation;

/// <summary>A model and its cases with the coded columns of the categorical variables that the model names; both as they were where it names none.</summary>
internal sealed record CodedData(ModelSpecification Model, DataTable Table, ModelOptions Options)
{
    /// <summary>Codes the variables by the categories that occur.</summary>
    /// <exception cref="InputException">A categorical variable does not fit its coding, or stands where it has no meaning.</exception>
    public static CodedData Of(ModelSpecification model, DataTable data, ModelOptions options)
    {
        var chosen = options with { Codings = [.. options.Codings.Where(model.Names).Select(coding => coding.In(data))] };
        return new(model.Coded(chosen.Codings), chosen.Codings.Aggregate(data, (table, coding) => coding.AddTo(table)), chosen);
    }
}
