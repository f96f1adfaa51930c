namespace Pathwise.Export.Content;

/// <summary>The guideline for reporting mediation analyses (AGReMA; Lee et al. 2021), its 25 items in our words.</summary>
internal static class MediationChecklist
{
    private const string Note = "After Lee et al. (2021), JAMA 326(11), AGReMA, shortened and in other words; the original is what counts.";

    public static ReportTable Of(Report report) => new("agrema", ChecklistItem.Table("AGReMA: Mediation Analyses", [.. Before(new(report)), .. Methods(new(report)), .. After(new(report))], Note));

    private static IEnumerable<ChecklistItem> Before(RunFacts facts) =>
    [
        new("1", "Title and abstract", "The title says that it is a mediation analysis."),
        new("2", "Title and abstract", "A structured abstract: objectives, methods, results, conclusions."),
        new("3", "Introduction", "Background, and the reason to think that the mediators transmit the effect."),
        new("4", "Introduction", "The objectives of the mediation analysis."),
        new("5", "Methods", "Registration or protocol of the mediation analysis, or that there is none."),
        new("6", "Methods", "Design and source of the data.", facts.Data),
        new("7", "Methods", "Participants: who was eligible, where, when.", facts.Cases),
        new("8", "Methods", "Sample size: how it was determined."),
        new("9", "Methods", "The effects of interest.", facts.Roles is { } roles ? $"{roles} Direct, indirect along each path and total, in the table of effects." : null),
    ];

    private static IEnumerable<ChecklistItem> Methods(RunFacts facts) =>
    [
        new("10", "Methods", "The assumed causal model, with confounders, as a graph.", "paths.svg, paths.tex and paths.dot show the fitted model. AUTHOR: confounders of cause, mediator and outcome."),
        new("11", "Methods", "The assumptions under which the effects are causal: no unmeasured confounding of each pair, order in time, no interaction of cause and mediator."),
        new("12", "Methods", "How and when cause, mediators and outcome were measured.", facts.Reliability),
        new("13", "Methods", "The levels of the cause that are compared, and units of mediators and outcomes.", "Unstandardized effects are of a difference of one unit of the cause; standardized ones of one standard deviation. AUTHOR: the units."),
        new("14", "Methods", "Statistical methods: estimation, intervals, missing data, software.", string.Join(" ", new[] { facts.Estimator, facts.Effects, facts.Missing, facts.Software }.OfType<string>())),
        new("15", "Methods", "Sensitivity analyses: of assumptions, of confounding, of models."),
        new("16", "Methods", "Ethical approval and consent."),
    ];

    private static IEnumerable<ChecklistItem> After(RunFacts facts) =>
    [
        new("17", "Results", "The flow of participants, and their characteristics.", facts.Cases),
        new("18", "Results", "Estimates of the effects with their uncertainty.", facts.Effects is { } effects ? $"Table of effects. {effects}" : null),
        new("19", "Results", "Results of sensitivity analyses."),
        new("20", "Discussion", "Limitations: bias, measurement, missing data, power."),
        new("21", "Discussion", "Interpretation, with other evidence; what is causal and what is not."),
        new("22", "Discussion", "Implications for practice and research."),
        new("23", "Other", "Funding and the part of funders."),
        new("24", "Other", "Conflicts of interest."),
        new("25", "Other", "Access to data and code.", $"{facts.Software} {facts.Data}"),
    ];
}
