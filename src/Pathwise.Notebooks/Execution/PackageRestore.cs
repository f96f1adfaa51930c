using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Pathwise.Notebooks.Execution;

/// <summary>
/// Gets packages as <c>dotnet restore</c> does for a project that refers to them: from the sources that the notebook's folder and its user have
/// configured, into the user's folder of packages.
/// </summary>
internal static partial class PackageRestore
{
    /// <summary>What the packages and all that they need bring along. Throws <see cref="InputException"/> where they cannot be had.</summary>
    public static RestoredPackages Of(IReadOnlyList<PackageReference> packages, string folder)
    {
        var project = Directory.CreateTempSubdirectory("pathwise-packages-");
        try
        {
            Write(project.FullName, packages, folder);
            Run(project.FullName);
            return RestoredPackages.Read(Path.Combine(project.FullName, "obj", "project.assets.json"));
        }
        finally
        {
            project.Delete(recursive: true);
        }
    }

    private static void Write(string project, IReadOnlyList<PackageReference> packages, string folder)
    {
        var properties = new XElement("PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.Major}.{Environment.Version.Minor}"),
            new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier), new XElement("SelfContained", false), new XElement("UseAppHost", false),
            // Sources are looked for from the notebook's folder upwards.
            new XElement("RestoreRootConfigDirectory", folder), new XElement("NuGetAudit", false));
        var references = packages.Select(each => new XElement("PackageReference", new XAttribute("Include", each.Name), new XAttribute("Version", each.Version ?? "*")));
        new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"), properties, new XElement("ItemGroup", references)).Save(Path.Combine(project, "packages.csproj"));
        // What lies above a temporary folder is not for this project.
        foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"])
            new XElement("Project").Save(Path.Combine(project, name));
    }

    private static void Run(string project)
    {
        var start = new ProcessStartInfo(DotNet.Program, ["restore", "packages.csproj", "--nologo", "-v:q", "-tl:off", "-nodereuse:false"])
        {
            WorkingDirectory = project, UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InputException(Reason(output + "\n" + errors.GetAwaiter().GetResult()));
        }
        finally
        {
            // Whoever waits may be interrupted.
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static string Reason(string log) => ErrorLine().Match(log) is { Success: true } error
        ? error.Groups["text"].Value.Trim()
        : $"dotnet restore failed: {log.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).FirstOrDefault() ?? "it said nothing"}";

    // MSBuild's form: file : error CODE: text [project].
    [GeneratedRegex(@"error (?<text>[A-Z]+[0-9]+: .*?)(\s\[[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex ErrorLine();
}
