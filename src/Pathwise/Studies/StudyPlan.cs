using Pathwise.Auditing.Reported;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Studies;

/// <summary>
/// A study with one survey and one model, as the file study.yaml in its folder describes it: where answers and model lie, how the model is
/// estimated, and what is expected of it.
/// </summary>
[TypeFormatterSource]
public sealed class StudyPlan
{
    /// <summary>The name of the file that says that a folder holds such a study.</summary>
    public const string FileName = "study.yaml";

    /// <summary>The file it was read from.</summary>
    public required string Source { get; init; }

    /// <summary>What the study is called.</summary>
    public required string Title { get; init; }

    /// <summary>The file of answers, below the folder of data; its codebook stands beside it.</summary>
    public required string Answers { get; init; }

    /// <summary>The file of the model, below the folder of data.</summary>
    public required string Model { get; init; }

    /// <summary>How models are estimated.</summary>
    public required EstimationOptions Estimation { get; init; }

    /// <summary>How the bootstrap is drawn.</summary>
    public required BootstrapOptions Bootstrap { get; init; }

    /// <summary>What is expected, in the order of the file.</summary>
    public required IReadOnlyList<Hypothesis> Hypotheses { get; init; }

    /// <summary>Reads a study.yaml; anything in it that is not understood is an <see cref="InputException"/> with its line.</summary>
    public static StudyPlan Read(string path) => StudyFile.Read(path);

    /// <summary>The answers as they came, from a folder of data.</summary>
    public SurveyData ReadAnswers(string dataFolder) => SurveyData.Read(Path.Combine(dataFolder, Answers));

    /// <summary>The usable answers from a folder of data, reverse-keyed items recoded, with the model's factors as scales.</summary>
    public SurveyData ReadUsable(string dataFolder) => ReadAnswers(dataFolder).Clean().Data.Recode().ScaledBy(ReadModel(dataFolder));

    /// <summary>The model, from a folder of data.</summary>
    public ModelSpecification ReadModel(string dataFolder) => ModelSpecification.Read(Path.Combine(dataFolder, Model));

    /// <summary>The published statistics of a folder of data; none where it has no folder <c>published</c>.</summary>
    public static PublishedStatistics ReadPublished(string dataFolder) => Path.Combine(dataFolder, "published") is var folder && Directory.Exists(folder)
        ? PublishedStatistics.Read(folder)
        : PublishedStatistics.Of([]);
}
