using System.Diagnostics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Pathwise.Notebooks.Execution;

namespace Pathwise.Notebooks.Jupyter;

/// <summary>The process that a kernel is alone in.</summary>
public static class KernelProcess
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Refuses input, and ends the process when the client that started it is gone.</summary>
    public static void Prepare()
    {
        Console.SetIn(new RefusingReader());
        if (int.TryParse(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), NumberStyles.None, CultureInfo.InvariantCulture, out var parent) && parent > 1)
            new Thread(() => Watch(parent)) { IsBackground = true }.Start();
    }

    /// <summary>
    /// Gives exceptions that nobody caught to the kernel, from now on and for good: without that, one on a thread that a cell started
    /// would end the process and with it the session.
    /// </summary>
    public static void Guard(Kernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        ExceptionHandling.SetUnhandledExceptionHandler(failure =>
        {
            kernel.ShowUnhandled(failure);
            return true;
        });
    }

    private static void Watch(int parent)
    {
        try
        {
            using var process = Process.GetProcessById(parent);
            while (!process.HasExited)
                Thread.Sleep(BetweenLooks);
        }
        catch (ArgumentException)
        {
            // It was gone already.
        }

        Environment.Exit(0);
    }
}
