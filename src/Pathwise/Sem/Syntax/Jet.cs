using Pathwise.Numerics;

namespace Pathwise.Sem.Syntax;

/// <summary>The value of an expression and its exact gradient, carried together (forward differentiation).</summary>
/// <param name="Value">Value at the point.</param>
/// <param name="Gradient">Derivatives with respect to the variables, in their order; never changed once made.</param>
internal readonly record struct Jet(double Value, double[] Gradient)
{
    public static Jet Constant(double value, int variables) => new(value, new double[variables]);

    public static Jet Variable(double value, int position, int variables)
    {
        var gradient = new double[variables];
        gradient[position] = 1;
        return new Jet(value, gradient);
    }

    public static Jet operator +(Jet left, Jet right) => Combine(left.Value + right.Value, left, 1, right, 1);

    public static Jet operator -(Jet left, Jet right) => Combine(left.Value - right.Value, left, 1, right, -1);

    public static Jet operator -(Jet operand) => operand.Map(-operand.Value, -1);

    public static Jet operator *(Jet left, Jet right) =>
        Combine(left.Value * right.Value, left, right.Value, right, left.Value);

    public static Jet operator /(Jet left, Jet right)
    {
        var ratio = left.Value / right.Value;
        return Combine(ratio, left, 1 / right.Value, right, -ratio / right.Value);
    }

    public static Jet Power(Jet basis, Jet exponent)
    {
        var value = PortableMath.Power(basis.Value, exponent.Value);
        var byBasis = exponent.Value == 0 ? 0 : exponent.Value * PortableMath.Power(basis.Value, exponent.Value - 1);
        // A constant exponent needs no logarithm, which a negative base would not have.
        return Array.TrueForAll(exponent.Gradient, slope => slope == 0)
            ? basis.Map(value, byBasis)
            : Combine(value, basis, byBasis, exponent, value * PortableMath.Log(basis.Value));
    }

    /// <summary>A function of one jet, given the function's value and slope there.</summary>
    public Jet Map(double value, double slope) => new(value, Array.ConvertAll(Gradient, each => slope * each));

    private static Jet Combine(double value, Jet left, double byLeft, Jet right, double byRight)
    {
        var gradient = new double[left.Gradient.Length];
        for (var i = 0; i < gradient.Length; i++)
            gradient[i] = (byLeft * left.Gradient[i]) + (byRight * right.Gradient[i]);
        return new Jet(value, gradient);
    }
}
