using Pathwise.Analyses;
using Pathwise.Sem.Estimation;
using Pathwise.Sem.Resampling;
using Pathwise.Tables;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Pathwise.Studies;

/// <summary>The form in which a study is described, and its way from there to a <see cref="StudyPlan"/>.</summary>
internal sealed class StudyFile
{
    private static readonly IReadOnlyDictionary<string, ExpectedSign> Signs = new Dictionary<string, ExpectedSign>
    {
        ["any"] = ExpectedSign.Any, ["positive"] = ExpectedSign.Positive, ["negative"] = ExpectedSign.Negative,
        ["+"] = ExpectedSign.Positive, ["-"] = ExpectedSign.Negative,
    };

    public string Title { get; set; } = "";

    public string Answers { get; set; } = "";

    public string Model { get; set; } = "";

    public EstimationEntry Estimation { get; set; } = new();

    public BootstrapEntry Bootstrap { get; set; } = new();

    public List<HypothesisEntry> Hypotheses { get; set; } = [];

    public static StudyPlan Read(string path)
    {
        var text = YamlForm.Read(path, allowsBlanks: false);
        var parser = new DeserializerBuilder().WithNamingConvention(UnderscoredNamingConvention.Instance).Build();
        try
        {
            var file = YamlForm.Understood(path, () => parser.Deserialize<StudyFile?>(text), InOurWords) ?? throw new InputException("there is nothing in it.");
            return file.ToPlan(path);
        }
        catch (InputException problem) when (!problem.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new InputException($"{path}: {problem.Message}", problem);
        }
    }

    /// <summary>The word by which a file states a sign.</summary>
    public static string Word(ExpectedSign sign) => Signs.Word(sign);

    /// <summary>The sign that a word stands for.</summary>
    public static ExpectedSign Sign(string owner, string word) => Choice(Signs, $"{owner}: sign", word);

    private static string? InOurWords(Exception problem)
    {
        var quoted = problem.Message.Split('\'');
        var value = quoted.Length > 1 ? quoted[1] : "";
        return problem switch
        {
            YamlException when problem.Message.StartsWith("Property '", StringComparison.Ordinal) => $"'{value}' is not something that a study says here.",
            FormatException or OverflowException => $"'{value}' does not fit; expected a whole number.",
            _ => null,
        };
    }

    private static T Choice<T>(IReadOnlyDictionary<string, T> choices, string owner, string word) =>
        choices.FirstOrDefault(choice => choice.Key.Equals(word, StringComparison.OrdinalIgnoreCase)) is { Key: not null } found
            ? found.Value
            : throw new InputException($"{owner} is '{word}'; expected {string.Join(", ", choices.Keys)}.");

    private StudyPlan ToPlan(string path)
    {
        var hypotheses = Hypotheses.Select(each => each.ToHypothesis()).ToArray();
        if (hypotheses.GroupBy(each => each.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new InputException($"hypothesis '{twice.Key}' is given twice; expected each name once.");
        return new()
        {
            Source = path,
            Title = Required(Title, "the study", "title"),
            Answers = Required(Answers, "the study", "answers (a file below data)"),
            Model = Required(Model, "the study", "model (a file below data)"),
            Estimation = Estimation.ToOptions(),
            Bootstrap = new BootstrapOptions { Replicates = Bootstrap.Resamples, Seed = Bootstrap.Seed, Threads = 0 }.Checked(),
            Hypotheses = hypotheses,
        };
    }

    private static string Required(string value, string owner, string what) =>
        value.Length > 0 ? value : throw new InputException($"{owner} has no {what}.");

    internal sealed class EstimationEntry
    {
        public string Estimator { get; set; } = "ML";

        public string Likelihood { get; set; } = "normal";

        public string Missing { get; set; } = "listwise";

        public EstimationOptions ToOptions() => new()
        {
            Estimator = Choice(OptionWords.Estimators, "estimator", Estimator),
            Likelihood = Choice(OptionWords.Likelihoods, "likelihood", Likelihood),
            Missing = Choice(OptionWords.Treatments, "missing", Missing),
        };
    }

    internal sealed class BootstrapEntry
    {
        public int Resamples { get; set; } = 2000;

        public long Seed { get; set; } = 1;
    }

    internal sealed class HypothesisEntry
    {
        public string Name { get; set; } = "";

        public string Path { get; set; } = "";

        public string Sign { get; set; } = "any";

        public Hypothesis ToHypothesis()
        {
            var name = Required(Name, "a hypothesis", "name");
            return Hypothesis.Of(name, Required(Path, $"hypothesis '{name}'", "path"), StudyFile.Sign($"hypothesis '{name}'", Sign));
        }
    }
}
