// Runs every notebook from the first cell to the last: dotnet run tests/notebooks.cs
// The program is that of .config/dotnet-tools.json, or the one that the variable PATHWISE names.
using System.Diagnostics;

var root = new DirectoryInfo(Environment.CurrentDirectory);
while (root is not null && !File.Exists(Path.Combine(root.FullName, "study.yaml")))
    root = root.Parent;
if (root is null)
{
    Console.Error.WriteLine("Neither this folder nor one above it has study.yaml; change into the study first.");
    return 2;
}

var program = Environment.GetEnvironmentVariable("PATHWISE");
if (program is null && Run("dotnet", "tool", "restore") is var restored and not 0)
    return restored;
return program is null ? Run("dotnet", "pathwise", "replicate") : Run(program, "replicate");

int Run(string file, params string[] arguments)
{
    using var process = Process.Start(new ProcessStartInfo(file, arguments) { WorkingDirectory = root.FullName })!;
    process.WaitForExit();
    return process.ExitCode;
}
