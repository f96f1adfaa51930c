using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Sem.Specification;
using Pathwise.Tables;

namespace Pathwise.Cli.Options;

/// <summary>The options that take an analysis from a file and keep one there.</summary>
internal sealed class AnalysisArguments
{
    private readonly Option<string?> analysis = new("--analysis") { Description = "Take from this file what the command line does not say: model, data, options, as --write-analysis wrote them.", HelpName = "JSON" };
    private readonly Option<string?> written = new("--write-analysis") { Description = "Keep the analysis (data by their content, model, every option that decides a digit) in this file.", HelpName = "JSON" };

    private Analysis? given;

    public IEnumerable<Option> Options => [analysis, written];

    /// <summary>The argument for the model, which may be left to the file.</summary>
    public static Argument<string?> Model(string description) => new("MODEL") { Description = $"{description} With --analysis it may be left out.", Arity = ArgumentArity.ZeroOrOne };

    /// <summary>The file of the analysis, or null.</summary>
    public string? Source(ParseResult parsed) => parsed.GetValue(analysis);

    /// <summary>The analysis of the file, or null when none is named; read once.</summary>
    public Analysis? Given(ParseResult parsed) => given ??= Source(parsed) is { } path ? Analysis.Read(path) : null;

    /// <summary>The model of the command line, or of the file.</summary>
    public ModelSpecification Model(ParseResult parsed, Argument<string?> model) => parsed.GetValue(model) is { } path
        ? ModelSpecification.Read(path)
        : Given(parsed)?.Model ?? throw new InputException("MODEL is missing: give a file in lavaan's syntax, or --analysis JSON.");

    /// <summary>Refuses before any work what cannot be kept.</summary>
    public void Check(ParseResult parsed)
    {
        if (parsed.GetValue(written) is { } path)
            OutputFile.Probe(path);
    }

    /// <summary>Keeps the analysis where it was asked for.</summary>
    public void Keep(ParseResult parsed, Analysis planned)
    {
        if (parsed.GetValue(written) is { } path)
            planned.Write(path);
    }
}
