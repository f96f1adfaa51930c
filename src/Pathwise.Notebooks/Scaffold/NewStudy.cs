using Pathwise.Auditing.Reported;
using Pathwise.Sem.Specification;
using Pathwise.Studies;
using Pathwise.Surveys;

namespace Pathwise.Notebooks.Scaffold;

/// <summary>A study to be laid out: its files, read and found to fit together, before anything is written.</summary>
public sealed class NewStudy
{
    private NewStudy(NewStudyFiles files, SurveyData survey, ModelSpecification model) =>
        (Files, Survey, Model, Table) = (files, survey, model, model.Table());

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>Who did it; may be empty.</summary>
    public required IReadOnlyList<string> Authors { get; init; }

    /// <summary>What is expected.</summary>
    public required IReadOnlyList<Hypothesis> Hypotheses { get; init; }

    internal NewStudyFiles Files { get; }

    /// <summary>The usable cases, with the model's factors as scales.</summary>
    internal SurveyData Survey { get; }

    internal ModelSpecification Model { get; }

    internal ParameterTable Table { get; }

    /// <summary>The number of cases in the file of answers.</summary>
    public required int Cases { get; init; }

    /// <summary>
    /// Reads all that the study is made of. A file that cannot be read, answers that do not fit the codebook, a variable of the model that is no number
    /// of theirs, and a hypothesis about a path that the model does not have are <see cref="InputException"/>s.
    /// </summary>
    public static NewStudy Read(NewStudyFiles files, string? title = null, IReadOnlyList<string>? authors = null, IReadOnlyList<string>? hypotheses = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        var raw = SurveyData.Read(files.Data, Codebook.Read(files.Codebook));
        var model = ModelSpecification.Read(files.Model);
        RequireVariables(raw, model, files.Model);
        if (files.Published is { } published)
            PublishedStatistics.Read(published);
        var usable = raw.Clean().Data;
        if (usable.Count == 0)
            throw new InputException($"{files.Data}: none of the {raw.Count} cases is usable by the rules of {files.Codebook}; a study needs some.");
        return new(files, usable.ScaledBy(model), model)
        {
            Title = title ?? raw.Codebook.Title, Authors = authors ?? [], Cases = raw.Count,
            Hypotheses = PlannedHypotheses.Of(model.Table(), hypotheses ?? []),
        };
    }

    private static void RequireVariables(SurveyData raw, ModelSpecification model, string path)
    {
        foreach (var name in model.Table().ObservedVariables)
        {
            if (!raw.Table.Has(name))
                throw new InputException($"{path}: the variable '{name}' is no column of {raw.Table.Source}. It has: {string.Join(", ", raw.Table.Names)}.");
            if (!raw.Table.IsNumeric(name))
                throw new InputException($"{path}: the variable '{name}' is a column of texts in {raw.Table.Source}; expected numbers.");
        }
    }
}

/// <summary>The files that a study is laid out from; published statistics need not be there.</summary>
public sealed record NewStudyFiles(string Codebook, string Data, string Model, string? Published);
