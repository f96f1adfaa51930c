namespace Pathwise.Reporting.Sentences;

/// <summary>A part of a template.</summary>
internal abstract record Piece;

/// <summary>Words as they stand.</summary>
internal sealed record Words(string Text) : Piece;

/// <summary>
/// A place for a named value, how it is to be said (a format, empty for the plain value), and the words to choose from; either of these is empty.
/// </summary>
internal sealed record Place(string Name, string Format, IReadOnlyList<IReadOnlyList<Piece>> Choices) : Piece;
