using System.CommandLine;
using System.Globalization;
using Pathwise.Analyses;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Sam;
using Pathwise.Tables;

namespace Pathwise.Cli.Options;

/// <summary>The options that say what a model is fitted to: cases, or covariances and means.</summary>
internal sealed class SampleArguments
{
    private readonly DataArguments data = new("Cases");

    private readonly Option<string?> group = new("--group") { Description = "The column of the data that says which group a case belongs to.", HelpName = "COLUMN" };

    private readonly Option<string[]> covariances = new("--cov")
    {
        Description = "Covariances instead of cases: a CSV with a header and one row for each variable, full or lower triangle; groups one below the other.",
        HelpName = "CSV",
    };

    private readonly Option<string[]> counts = new("--n") { Description = "With --cov: number of cases, for several groups N,N2,...", HelpName = "N" };

    private readonly Option<string?> means = new("--means") { Description = "With --cov: a CSV with a header and a row of means for each group.", HelpName = "CSV" };

    public IEnumerable<Option> Options => [.. data.Options, group, covariances, counts, means];

    /// <summary>What a reader of the results must know of the data that models were fitted to.</summary>
    public DataAccount Account { get; private set; } = DataAccount.Empty;

    /// <summary>True when the command line names several groups.</summary>
    public bool HasGroups(ParseResult parsed) => parsed.GetValue(group) is not null || parsed.List(counts).Count > 1;

    /// <summary>What the command line names, or what an analysis names with what the command line says otherwise.</summary>
    public (CaseSelection? Cases, MomentSelection? Moments) Choose(ParseResult parsed, Analysis? given = null, string? source = null)
    {
        var hasCases = data.IsNamed(parsed) || (!parsed.Has(covariances) && given?.Cases is not null);
        var hasMoments = parsed.Has(covariances) || (!data.IsNamed(parsed) && given?.Moments is not null);
        RequireOneSource(parsed, hasCases, hasMoments, given?.Moments is not null);
        var cases = data.Choose(parsed, hasCases ? given?.Cases : null, source);
        return hasCases
            ? (cases! with { Group = parsed.Given(group, cases.Group) }, null)
            : (null, Moments(parsed, given?.Moments, source));
    }

    /// <summary>The cases chosen, read once, whatever is then fitted to them.</summary>
    public SelectedCases Read(ParseResult parsed, CaseSelection cases) => data.ReadAll(parsed, cases);

    /// <summary>Fits the model of an analysis to its data.</summary>
    public FitResult Fit(ParseResult parsed, Analysis analysis)
    {
        if (analysis.Cases is not { } cases)
            return analysis.Fit();
        if (analysis.Sam is not null)
            return FitInSteps(parsed, analysis).Structure;
        var fit = analysis.Model.Fit(data.Read(parsed, cases), analysis.Estimation, analysis.Completion, cases.Group);
        Account = Account.With(data.Account(cases, cases.Group is null ? fit.Table.ObservedVariables : [.. fit.Table.ObservedVariables, cases.Group]));
        return fit;
    }

    /// <summary>Estimates the model of an analysis in two steps.</summary>
    public SamResult FitInSteps(ParseResult parsed, Analysis analysis)
    {
        if (analysis.Cases is not { } cases)
            return analysis.FitInSteps();
        var result = analysis.Model.Sam(data.Read(parsed, cases), analysis.Sam, analysis.Estimation, analysis.Completion, cases.Group);
        string[] columns = [.. result.Structure.Sample[0].Names.Concat(result.Blocks.SelectMany(block => block.Indicators)).Where(name => !result.Blocks.Any(block => block.Factors.Contains(name)) && !result.Products.Contains(name))];
        Account = Account.With(data.Account(cases, cases.Group is null ? columns : [.. columns, cases.Group]));
        return result;
    }

    /// <summary>The cases of an analysis with all their columns; null where it has moments alone.</summary>
    public DataTable? Table(ParseResult parsed, Analysis analysis) => analysis.Cases is { } cases ? data.Read(parsed, cases) : null;

    /// <summary>The cases of an analysis, and what a reader must know of these columns.</summary>
    /// <exception cref="InputException">The analysis has covariances alone.</exception>
    public DataTable Read(ParseResult parsed, Analysis analysis, string why)
    {
        var table = Table(parsed, analysis) ?? throw new InputException($"{why} needs cases: give --data CSV. Covariances do not say how often an answer was given.");
        IEnumerable<string> group = analysis.Cases!.Group is { } column ? [column] : [];
        Account = Account.With(data.Account(analysis.Cases, [.. analysis.Model.ObservedVariables, .. group]));
        return table;
    }

    private void RequireOneSource(ParseResult parsed, bool hasCases, bool hasMoments, bool hasCounts)
    {
        if (hasCases == hasMoments)
            throw new InputException(hasMoments ? "--data and --cov exclude each other; give one of them." : "Nothing to fit the model to; give --data CSV, or --cov CSV with --n N.");
        if (hasCases && (parsed.List(counts).Count > 0 || parsed.GetValue(means) is not null))
            throw new InputException("--n and --means belong to --cov; with --data they follow from the cases.");
        if (hasMoments && parsed.GetValue(group) is not null)
            throw new InputException("--group names a column of --data; with --cov the groups follow from --n N,N2,...");
        if (hasMoments && !hasCounts && parsed.List(counts).Count == 0)
            throw new InputException("--cov needs --n, the number of cases (for several groups N,N2,...).");
    }

    private MomentSelection Moments(ParseResult parsed, MomentSelection? given, string? source)
    {
        if (given is not null && !parsed.Has(covariances) && !parsed.Has(counts) && !parsed.Has(means))
            return given.Verified(source!);
        var files = parsed.GivenList(covariances, given is null ? [] : [given.Path]);
        return files.Count == 1
            ? MomentSelection.Of(files[0], parsed.Has(counts) ? [.. parsed.List(counts).Select(Count)] : given!.Counts, parsed.Given(means, given?.MeansPath))
            : throw new InputException("--cov takes one file; several groups stand in it one below the other.");
    }

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 1
            ? count
            : throw new InputException($"--n: '{text}' is not a number of cases; expected a whole number above 1.");
}
