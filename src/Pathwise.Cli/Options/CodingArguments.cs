using System.CommandLine;
using Pathwise.Analyses;
using Pathwise.Sem.Specification;
using Pathwise.Surveys;

namespace Pathwise.Cli.Options;

/// <summary>The option that says how categorical variables are coded, and what the codebook of the data says of it.</summary>
internal sealed class CodingArguments
{
    private readonly Option<string[]> coding = new("--coding")
    {
        Description = "Categorical variables of the model, as department=indicator or department=effect:sales (the reference; else the first): columns department.operations and so on take its place. Choices of the codebook that are no numbers are indicators unless it or this says otherwise.",
        HelpName = "NAME=KIND",
    };

    public IEnumerable<Option> Options => [coding];

    /// <summary>The codings of a model's categorical variables: those of the command line, else of an analysis, else of the codebook.</summary>
    /// <exception cref="InputException">A coding is not of this form, is given twice, or is of a variable that the model does not name.</exception>
    public ModelOptions Resolved(ParseResult parsed, ModelOptions given, ModelSpecification model, CaseSelection? cases)
    {
        var codebook = cases?.CodebookPath is { } path ? Codebook.Read(path) : null;
        CategoryCoding[] said = [.. parsed.List(coding).Select(text => CodingText.Read(text, coding.Name).Described(codebook))];
        if (said.GroupBy(each => each.Name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new InputException($"{coding.Name}: {twice.Key} is coded twice; expected each variable once.");
        if (Array.Find(said, each => !model.Names(each)) is { } unknown)
            throw new InputException($"{coding.Name} {unknown.Name}: {model.Source} does not name it; expected a variable that the model has, as in m ~ x + {unknown.Name} + x:{unknown.Name}.");
        var others = given.Codings.Count > 0 ? given.Codings : [.. CodebookCodings.Of(codebook)];
        return given with { Codings = [.. said, .. others.Where(each => model.Names(each) && !said.Any(own => own.Name == each.Name))] };
    }
}
