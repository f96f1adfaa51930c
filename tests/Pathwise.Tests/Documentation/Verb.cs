using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pathwise.Tests.Documentation;

/// <summary>A public static verb: what it is called, what it is called on, what it gives.</summary>
internal sealed record Verb(string Name, string Class, string On, string Gives, string Namespace, string Summary)
{
    private const BindingFlags PublicStatic = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The verbs of an assembly in the order of their declaration, so that the first of several forms comes first.</summary>
    public static IEnumerable<Verb> In(Assembly assembly)
    {
        var summaries = new Summaries(assembly);
        return
            from type in assembly.GetExportedTypes()
            from method in type.GetMethods(PublicStatic).OrderBy(method => method.MetadataToken)
            where !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute))
            select Of(method, summaries);
    }

    private static Verb Of(MethodInfo method, Summaries summaries)
    {
        var type = method.DeclaringType!;
        var isExtension = method.IsDefined(typeof(ExtensionAttribute));
        var first = method.GetParameters().FirstOrDefault();
        return new(
            isExtension ? method.Name : $"{TypeName.Of(type)}.{method.Name}",
            type.FullName!,
            first is null ? "" : isExtension ? TypeName.Of(first) : $"{TypeName.Of(first)} {first.Name}",
            TypeName.Of(method.ReturnParameter), type.Namespace!, summaries.FirstSentence(method));
    }
}
