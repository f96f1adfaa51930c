using Pathwise.Sem.Syntax;

namespace Pathwise.Sem.Specification;

/// <summary>A row of a parameter table on its way from the syntax to the table.</summary>
internal sealed record Draft(string Lhs, Operator Operator, string Rhs)
{
    /// <summary>The term that asks for the row; null when a default adds it.</summary>
    public Term? Term { get; init; }

    public int Group { get; init; } = 1;

    public bool IsFree { get; init; } = true;

    /// <summary>The fixed value, or the starting value of a free row.</summary>
    public double? Value { get; init; }

    public bool IsSampleMoment { get; init; }

    public string Label { get; init; } = "";

    public bool IsDefault => Term is null;

    public bool IsVariance => Operator == Operator.Covariance && Lhs == Rhs;

    /// <summary>The row's name, as lavaan forms it: <c>f=~x1</c>, <c>f=~x1.g2</c> in the second group.</summary>
    public string Name => Plain + (Group > 1 ? $".g{Group}" : "");

    /// <summary>The name without the group.</summary>
    public string Plain => Lhs + Operator.Text() + Rhs;

    public Draft FixedAt(double? value) => this with { IsFree = false, Value = value };

    public Draft Freed() => this with { IsFree = true, Value = null };

    public Parameter ToParameter(int free) => new()
    {
        Lhs = Lhs,
        Operator = Operator,
        Rhs = Rhs,
        Group = Group,
        Label = Label,
        Free = IsFree ? free : 0,
        FixedValue = IsFree ? null : Value,
        Start = IsFree ? Value : null,
        IsSampleMoment = IsSampleMoment,
        IsFromUser = !IsDefault,
    };
}
