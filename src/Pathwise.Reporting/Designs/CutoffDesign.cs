using System.Globalization;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Plots;
using Pathwise.Reporting.Tables;
using Pathwise.Sem.Power;

namespace Pathwise.Reporting.Designs;

/// <summary>Cut-offs of fit indices for people: a table for each shape of answers, and what each level leaves out.</summary>
internal static class CutoffDesign
{
    public static Summary WithFigures(CutoffResult result) => new(Of(result).Title, [.. Of(result).Parts, .. result.Options.Shapes.Distinct().Select(shape => result.Draw(shape))]);

    public static Summary Of(CutoffResult result) => new(
        $"Fit indices for this model in samples of {result.CaseCount} cases",
        [
            new Paragraph($"{result.Options.Replicates} samples of each population (seed {result.Options.Seed}), drawn from the model's own estimates. In the data: {string.Join(", ", result.Observed.Select(each => $"{each.Index.ToUpperInvariant()} {NumberText.Number(each.Value, 3, isBounded: true)}"))}."),
            .. result.Options.Shapes.Distinct().SelectMany(shape => Parts(result, shape)),
            LeftOut(result),
        ]);

    private static IEnumerable<Exhibit> Parts(CutoffResult result, AnswerShape shape)
    {
        CutoffLevel[] levels = [.. result.Levels.Where(level => level.Shape == shape)];
        if (levels.Sum(level => level.Drawn - level.Converged) is > 0 and var lost)
            yield return new Paragraph(string.Create(CultureInfo.InvariantCulture, $"{lost} of {levels.Sum(level => level.Drawn)} fits did not converge and count nowhere ({shape.Heading()})."), isWarning: true);
        yield return Table.Of(
            $"Cut-offs, {shape.Heading()}",
            levels.Where(level => level.Misspecification.Level > 0).SelectMany(level => level.Indices.Select(index => (Level: level, Index: index))).ToList(),
            of =>
            [
                of.Text("Left out", row => CutoffFigure.Words(row.Level.Misspecification)),
                of.Text("Index", row => row.Index.Index.ToUpperInvariant()),
                of.Text("Cut-off", row => row.Index.Cutoff is { } at ? NumberText.Number(at, 3, isBounded: true) : "none"),
                of.Text("Errors", row => row.Index.ErrorRate is { } rate ? string.Create(CultureInfo.InvariantCulture, $"{100 * rate:0} %") : "–"),
                of.Number("Noticed", 2, row => row.Index.Noticed, isBounded: true),
                of.Number("SE", 3, row => row.Index.NoticedError, isBounded: true),
                of.Number("By .95/.06/.08", 2, row => row.Index.Conventional, isBounded: true),
                of.Number("By chi-square", 2, row => row.Level.Rejected, isBounded: true),
            ],
            notes:
            [
                "A cut-off tells the misspecified samples from those in which the model holds with so many errors of either kind; none: no value does (McNeish and Wolf 2023). Noticed: share of misspecified samples worse than 95 % of the model's own.",
                Held(levels[0]),
            ]);
    }

    private static string Held(CutoffLevel level) =>
        $"Where the model holds, the chi-square rejects {NumberText.Number(level.Rejected, 3, isBounded: true)} (SE {NumberText.Number(level.RejectedError, 3, isBounded: true)}), and .95/.06/.08 refuse {string.Join(", ", level.Indices.Select(each => $"{NumberText.Number(each.Conventional, 2, isBounded: true)} by {each.Index.ToUpperInvariant()}"))}.";

    private static Table LeftOut(CutoffResult result) => Table.Of(
        "What is left out",
        result.Levels.Where(level => level.Shape == result.Options.Shapes[0] && level.Misspecification.Level > 0).Select(level => level.Misspecification).ToList(),
        of =>
        [
            of.Text("Kind", row => row.Kind.Text()),
            of.Count("Level", row => row.Level),
            of.Text("The population has", row => row.Parts),
        ]);
}
