using System.Globalization;
using System.Reflection;
using Pathwise.Tests;
using Xunit;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(SignsOfLife))]
[assembly: CountedTests]

namespace Pathwise.Tests;

/// <summary>
/// A line every half minute while the tests run. <c>dotnet test</c> keeps what its tests print, and where its own output is a pipe it shows no progress either: minutes
/// without a word. So the line goes where <c>dotnet test</c> writes its errors, if that is a pipe; Linux alone says where that is.
/// </summary>
public sealed class SignsOfLife : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    private readonly long _start = TimeProvider.System.GetTimestamp();
    private readonly string? _pipe = Environment.GetCommandLineArgs().Contains("--dotnet-test-pipe") ? PipeOfParent() : null;
    private readonly Timer _clock;

    public SignsOfLife() => _clock = new Timer(_ => Say(), null, Pause, Pause);

    public void Dispose() => _clock.Dispose();

    private static string? PipeOfParent()
    {
        const string mine = "/proc/self/status";
        if (!File.Exists(mine))
            return null;
        var parent = File.ReadLines(mine).First(line => line.StartsWith("PPid:", StringComparison.Ordinal)).Split('\t')[1];
        var errors = $"/proc/{parent}/fd/2";
        return new FileInfo(errors).LinkTarget?.StartsWith("pipe:", StringComparison.Ordinal) == true ? errors : null;
    }

    // Nobody reads a pipe that has gone; the tests go on.
    private void Say()
    {
        if (_pipe is null)
            return;
        try
        {
            using var writer = new StreamWriter(new FileStream(_pipe, FileMode.Open, FileAccess.Write));
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{CountedTestsAttribute.Finished} tests have run in {TimeProvider.System.GetElapsedTime(_start).TotalSeconds:0} s"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }
}

/// <summary>Counts the tests that have run.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class CountedTestsAttribute : BeforeAfterTestAttribute
{
    private static int finished;

    public static int Finished => Volatile.Read(ref finished);

    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Interlocked.Increment(ref finished);
}
