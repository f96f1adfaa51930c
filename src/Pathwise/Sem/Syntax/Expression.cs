using Pathwise.Numerics;

namespace Pathwise.Sem.Syntax;

/// <summary>
/// An arithmetic expression of a definition or a constraint: numbers, names of labelled parameters, + - * / ^,
/// parentheses, exp, log, sqrt and abs, read as R reads them.
/// </summary>
internal abstract record Expression
{
    /// <summary>The names that occur, in the order of their first use.</summary>
    public IReadOnlyList<string> Names => [.. AllNames().Distinct()];

    /// <summary>True when the gradient is the same everywhere.</summary>
    public bool IsLinear => Degree <= 1;

    /// <summary>0 for a constant, 1 for a linear expression, 2 for any other.</summary>
    public abstract int Degree { get; }

    /// <summary>How many steps lie between the expression and its innermost operand.</summary>
    public virtual int Depth => 0;

    /// <summary>How many operations it takes to compute, everything that names stand for spelled out; at most a billion.</summary>
    public virtual int Size => 1;

    /// <summary>Value and gradient, given those of each name.</summary>
    public abstract Jet Evaluate(Func<string, Jet> valueOf, int variables);

    /// <summary>The same expression with each name replaced by what <paramref name="replace"/> gives for it.</summary>
    public abstract Expression Substitute(Func<string, Expression> replace);

    protected abstract IEnumerable<string> AllNames();

    // Definitions of definitions double at every step.
    private static int Total(int one, int other) => Math.Min(one + other, 1_000_000_000);

    /// <summary>A constant.</summary>
    public sealed record Number(double Value) : Expression
    {
        public override int Degree => 0;

        public override Jet Evaluate(Func<string, Jet> valueOf, int variables) => Jet.Constant(Value, variables);

        public override Expression Substitute(Func<string, Expression> replace) => this;

        protected override IEnumerable<string> AllNames() => [];
    }

    /// <summary>A parameter's label, or the name of a definition.</summary>
    public sealed record Name(string Text) : Expression
    {
        public override int Degree => 1;

        public override Jet Evaluate(Func<string, Jet> valueOf, int variables) => valueOf(Text);

        public override Expression Substitute(Func<string, Expression> replace) => replace(Text);

        protected override IEnumerable<string> AllNames() => [Text];
    }

    /// <summary>A sign change.</summary>
    public sealed record Negation(Expression Operand) : Expression
    {
        public override int Depth { get; } = Operand.Depth + 1;

        public override int Size { get; } = Total(Operand.Size, 1);

        public override int Degree => Operand.Degree;

        public override Jet Evaluate(Func<string, Jet> valueOf, int variables) => -Operand.Evaluate(valueOf, variables);

        public override Expression Substitute(Func<string, Expression> replace) => new Negation(Operand.Substitute(replace));

        protected override IEnumerable<string> AllNames() => Operand.AllNames();
    }

    /// <summary>Two operands joined by one of <c>+ - * / ^</c>.</summary>
    public sealed record Binary(char Sign, Expression Left, Expression Right) : Expression
    {
        public override int Depth { get; } = Math.Max(Left.Depth, Right.Depth) + 1;

        public override int Size { get; } = Total(Left.Size, Right.Size);

        public override int Degree => Sign switch
        {
            '+' or '-' => Math.Max(Left.Degree, Right.Degree),
            '*' => Math.Min(Left.Degree + Right.Degree, 2),
            '/' => Right.Degree == 0 ? Left.Degree : 2,
            _ => Left.Degree + Right.Degree == 0 ? 0 : 2,
        };

        public override Jet Evaluate(Func<string, Jet> valueOf, int variables)
        {
            var (left, right) = (Left.Evaluate(valueOf, variables), Right.Evaluate(valueOf, variables));
            return Sign switch
            {
                '+' => left + right,
                '-' => left - right,
                '*' => left * right,
                '/' => left / right,
                _ => Jet.Power(left, right),
            };
        }

        public override Expression Substitute(Func<string, Expression> replace) =>
            new Binary(Sign, Left.Substitute(replace), Right.Substitute(replace));

        protected override IEnumerable<string> AllNames() => Left.AllNames().Concat(Right.AllNames());
    }

    /// <summary>One of the functions of <see cref="Functions"/>.</summary>
    public sealed record Call(string Function, Expression Argument) : Expression
    {
        public override int Depth { get; } = Argument.Depth + 1;

        public override int Size { get; } = Total(Argument.Size, 1);

        public static readonly IReadOnlyList<string> Functions = ["exp", "log", "sqrt", "abs"];

        public override int Degree => Argument.Degree == 0 ? 0 : 2;

        public override Jet Evaluate(Func<string, Jet> valueOf, int variables)
        {
            var at = Argument.Evaluate(valueOf, variables);
            var value = at.Value;
            return Function switch
            {
                "exp" => at.Map(PortableMath.Exp(value), PortableMath.Exp(value)),
                "log" => at.Map(PortableMath.Log(value), 1 / value),
                "sqrt" => at.Map(Math.Sqrt(value), 0.5 / Math.Sqrt(value)),
                _ => at.Map(Math.Abs(value), Math.Sign(value)),
            };
        }

        public override Expression Substitute(Func<string, Expression> replace) =>
            new Call(Function, Argument.Substitute(replace));

        protected override IEnumerable<string> AllNames() => Argument.AllNames();
    }
}
