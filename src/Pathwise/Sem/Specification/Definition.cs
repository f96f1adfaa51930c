namespace Pathwise.Sem.Specification;

/// <summary>A quantity that the syntax defines from labelled parameters, such as an indirect effect.</summary>
/// <param name="Name">The name given to it.</param>
/// <param name="Text">The expression as written, without blanks.</param>
/// <param name="Function">Its value and gradient at the free parameters.</param>
public sealed record Definition(string Name, string Text, ParameterFunction Function);
