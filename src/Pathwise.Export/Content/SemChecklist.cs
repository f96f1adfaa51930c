namespace Pathwise.Export.Content;

/// <summary>The reporting standards of the APA for structural equation models (Appelbaum et al. 2018, JARS-Quant, Table 7), in our words.</summary>
internal static class SemChecklist
{
    private const string Note = "After Appelbaum et al. (2018), American Psychologist 73(1), Table 7 of JARS-Quant, shortened and in other words; the original is what counts.";

    public static ReportTable Of(Report report) => new("jars-sem", ChecklistItem.Table("APA JARS: Structural Equation Models", [.. Before(new(report)), .. Specification(new(report)), .. Results(new(report)), .. After()], Note));

    private static IEnumerable<ChecklistItem> Before(RunFacts facts) =>
    [
        new("1", "Title and abstract", "Name the process that the model stands for."),
        new("2", "Title and abstract", "In the abstract at least two global fit statistics of different kinds, a word on residuals, and whether the interpreted model is the one first specified.", $"{facts.Fit} {facts.Residuals}"),
        new("3", "Introduction", "The primary model, the theory behind it, the paths that matter and why they point as they do."),
        new("4", "Introduction", "Whether the model may be respecified, and by which rules."),
        new("5", "Participants", "How the sample came about; how many cases; whether the data were collected for this model or come from elsewhere.", facts.Cases),
        new("6", "Sample size", "How the number of cases was determined, with the power analysis and what it assumed."),
        new("7", "Measures", "For each observed variable what it measures, its scale and its psychometric properties; which are composites or parcels.", facts.Reliability),
        new("8", "Data", "Whether the input is raw or summary data; whether others can have it.", facts.Data),
    ];

    private static IEnumerable<ChecklistItem> Specification(RunFacts facts) =>
    [
        new("9", "Data diagnostics", "Missing values: how many, where, why, and how they were treated.", facts.Missing),
        new("10", "Data diagnostics", "Distributions, outliers and what was done about them.", "Skewness and kurtosis of each variable in Table 2. AUTHOR: outliers, transformations."),
        new("11", "Specification", "All variables and parameters, which are free, fixed or constrained; means; groups; the diagram.", string.Join(" ", new[] { facts.Specification, facts.Groups }.OfType<string>())),
        new("12", "Specification", "Why the model is identified.", "The information matrix at the estimates says so unless a warning tells otherwise (item 14). AUTHOR: the argument."),
        new("13", "Estimation", "Software with version, estimator and why it, assumptions it makes.", $"{facts.Software} {facts.Estimator}"),
        new("14", "Estimation", "Convergence, improper solutions and what was done about them.", facts.Convergence),
        new("15", "Estimation", "Criteria by which fit is judged and models are chosen."),
    ];

    private static IEnumerable<ChecklistItem> Results(RunFacts facts) =>
    [
        new("16", "Results", "Global fit: the test of exact fit with its degrees of freedom and approximate indices with intervals.", facts.Fit),
        new("17", "Results", "Local fit: residuals.", facts.Residuals),
        new("18", "Results", "All estimates, unstandardized and standardized, with standard errors.", "Tables of the measurement and of the structural model."),
        new("19", "Results", "Indirect effects: how they were tested.", facts.Effects),
        new("20", "Results", "Alternative models and the tests between them.", facts.Compared),
        new("21", "Results", "Each respecification, why, and what it changed."),
        new("22", "Results", "Groups or occasions: invariance of measurement.", facts.Groups is { } groups ? $"{groups} AUTHOR: the sequence of models." : "One group, one set of measurements in this run."),
    ];

    private static IEnumerable<ChecklistItem> After() =>
    [
        new("23", "Discussion", "Equivalent models that fit as well, and why the chosen one is preferred."),
        new("24", "Discussion", "What supports a causal reading, and what does not."),
        new("25", "Discussion", "How far the results generalize; replication."),
    ];
}
