using System.CommandLine;
using System.Globalization;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Moments;
using Pathwise.Sem.Specification;

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

    /// <summary>Fits a model to what the command line names.</summary>
    public FitResult Fit(ParseResult parsed, ModelSpecification model, EstimationOptions estimation, ModelOptions completion)
    {
        RequireOneSource(parsed);
        if (data.Path(parsed) is null)
            return model.Fit(Covariances(parsed), estimation, completion);
        var label = parsed.GetValue(group);
        var fit = model.Fit(data.Read(parsed), estimation, completion, label);
        Account = Account.With(data.Account(parsed, label is null ? fit.Table.ObservedVariables : [.. fit.Table.ObservedVariables, label]));
        return fit;
    }

    private void RequireOneSource(ParseResult parsed)
    {
        var hasCovariances = parsed.List(covariances).Count > 0;
        var path = data.Path(parsed);
        if (path is not null == hasCovariances)
            throw new InputException(hasCovariances ? "--data and --cov exclude each other; give one of them." : "Nothing to fit the model to; give --data CSV, or --cov CSV with --n N.");
        if (!hasCovariances && (parsed.List(counts).Count > 0 || parsed.GetValue(means) is not null))
            throw new InputException("--n and --means belong to --cov; with --data they follow from the cases.");
        if (hasCovariances && parsed.GetValue(group) is not null)
            throw new InputException("--group names a column of --data; with --cov the groups follow from --n N,N2,...");
        if (hasCovariances && parsed.List(counts).Count == 0)
            throw new InputException("--cov needs --n, the number of cases (for several groups N,N2,...).");
    }

    private IReadOnlyList<SampleMoments> Covariances(ParseResult parsed)
    {
        var files = parsed.List(covariances);
        return files.Count == 1
            ? CovarianceFile.Read(files[0], [.. parsed.List(counts).Select(Count)], parsed.GetValue(means))
            : throw new InputException("--cov takes one file; several groups stand in it one below the other.");
    }

    private static int Count(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 1
            ? count
            : throw new InputException($"--n: '{text}' is not a number of cases; expected a whole number above 1.");
}
