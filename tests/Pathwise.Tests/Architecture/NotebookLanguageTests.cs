using System.Reflection;
using Xunit;

namespace Pathwise.Tests.Architecture;

public sealed class NotebookLanguageTests
{
    // The archived .NET Interactive kernel compiles cells as C# 13, which sees extension methods but no extension properties.
    [Fact]
    public void Library_HasNoExtensionProperty_SoThatEveryKernelSeesItsVerbs()
    {
        var accessors =
            from type in typeof(InputException).Assembly.GetExportedTypes()
            where type.IsAbstract && type.IsSealed
            from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
            where method.Name.StartsWith("get_", StringComparison.Ordinal) && method.GetParameters().Length > 0
            select $"{type.Name}.{method.Name}";
        Assert.Empty(accessors);
    }
}
