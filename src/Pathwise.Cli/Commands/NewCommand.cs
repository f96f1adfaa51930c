using System.CommandLine;
using Pathwise.Cli.Console;
using Pathwise.Notebooks.Scaffold;

namespace Pathwise.Cli.Commands;

/// <summary>Lays out a repository for a study of one's own.</summary>
internal static class NewCommand
{
    private const string Help = """
        Lays out a study of your own: a repository with data, codebook, model, notebooks, README, citation and a test, in which 'replicate' runs at once.

        Hypotheses are one for each path of the model unless --hypothesis states them; they stand in study.yaml, to be changed there.
        """;

    private static readonly Argument<string> Folder = new("DIR") { Description = "The folder to make; it must not exist, or be empty." };
    private static readonly Option<string> Codebook = new("--codebook") { Description = "What the columns of the data mean.", HelpName = "YAML", Required = true };
    private static readonly Option<string> Data = new("--data") { Description = "The answers.", HelpName = "CSV", Required = true };
    private static readonly Option<string> Model = new("--model") { Description = "The model, in lavaan's syntax.", HelpName = "FILE", Required = true };
    private static readonly Option<string?> Published = new("--published") { Description = "Published or planned statistics.", HelpName = "FILE" };
    private static readonly Option<string?> Title = new("--title") { Description = "What the study is called; the codebook's title unless given.", HelpName = "TEXT" };
    private static readonly Option<string[]> Authors = new("--author") { Description = "An author; may be repeated.", HelpName = "NAME" };
    private static readonly Option<string[]> Hypotheses = new("--hypothesis") { Description = "'NAME: PATH: SIGN', such as 'H1: x -> y: positive'; may be repeated.", HelpName = "TEXT" };

    public static Command Create()
    {
        var command = new Command("new", Help) { Folder, Codebook, Data, Model, Published, Title, Authors, Hypotheses };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        var folder = parsed.GetValue(Folder)!;
        StudyFiles.RequireEmpty(folder);
        var files = new NewStudyFiles(parsed.GetValue(Codebook)!, parsed.GetValue(Data)!, parsed.GetValue(Model)!, parsed.GetValue(Published));
        var study = NewStudy.Read(files, parsed.GetValue(Title), parsed.GetValue(Authors), parsed.GetValue(Hypotheses));
        StudyFiles.Write(study, folder);
        parsed.InvocationConfiguration.Output.WriteLine(
            $"{folder}: {study.Title}. {study.Hypotheses.Count} {(study.Hypotheses.Count == 1 ? "hypothesis" : "hypotheses")} in study.yaml; change into it and run 'pathwise replicate'.");
        return ExitCode.Done;
    }
}
