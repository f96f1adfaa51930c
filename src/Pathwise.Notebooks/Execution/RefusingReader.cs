namespace Pathwise.Notebooks.Execution;

/// <summary>Standard input where nobody can type: asking for it is an error that says so.</summary>
internal sealed class RefusingReader : TextReader
{
    private const string Why = "A notebook cannot ask for input: it must run from top to bottom. Set a variable in a cell instead.";

    public override int Read() => throw new InvalidOperationException(Why);

    public override int Peek() => throw new InvalidOperationException(Why);

    public override string? ReadLine() => throw new InvalidOperationException(Why);

    public override string ReadToEnd() => throw new InvalidOperationException(Why);
}
