using Pathwise.Sem.Estimation;
using Pathwise.Sem.Specification;
using Pathwise.Sem.Syntax;
using Pathwise.Tables;

namespace Pathwise.Teaching;

/// <summary>A model that may be wrong, tried on data: what the engine refused, or the fit with what it warns of. Never throws.</summary>
[TypeFormatterSource]
public sealed class ModelAttempt
{
    private ModelAttempt(string syntax) => Syntax = syntax;

    /// <summary>The model as written.</summary>
    public string Syntax { get; }

    /// <summary>The fit; null when the engine refused.</summary>
    public FitResult? Fit { get; private init; }

    /// <summary>Why the engine refused; null when it did not.</summary>
    public string? Refusal { get; private init; }

    /// <summary>The line of the syntax that was refused, counted from 1; null when the refusal is not about a line.</summary>
    public int? Line { get; private init; }

    /// <summary>Tries a model in lavaan's syntax.</summary>
    public static ModelAttempt Of(string syntax, DataTable data, EstimationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(syntax);
        try
        {
            return new(syntax) { Fit = ModelSpecification.Parse(syntax).Fit(data, options) };
        }
        catch (SyntaxException mistake)
        {
            return new(syntax) { Refusal = mistake.Message, Line = mistake.Line };
        }
        catch (InputException mistake)
        {
            return new(syntax) { Refusal = mistake.Message };
        }
    }
}
