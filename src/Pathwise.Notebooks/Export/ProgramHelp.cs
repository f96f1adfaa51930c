namespace Pathwise.Notebooks.Export;

/// <summary>What a program made of a notebook needs, since no kernel gives it.</summary>
internal static class ProgramHelp
{
    /// <summary>How it is built: as a notebook's cells are, whatever the folder around it asks of its own code.</summary>
    public static IReadOnlyList<string> Properties { get; } =
    [
        "PublishAot=false", "Nullable=disable", "TreatWarningsAsErrors=false", "RunAnalyzers=false", "GenerateDocumentationFile=false",
        "RestorePackagesWithLockFile=false", "NoWarn=CS8321", "Configuration=Release",
    ];

    /// <summary>What cells call without a using.</summary>
    public const string Statements = """
        static ShownValue display(object value, params string[] mimeTypes) => NotebookText.Show(value);

        """;

    /// <summary>A value as text: by the formatters that its type or the type of its rows names, as a kernel would, or by ToString.</summary>
    public const string Types = """
        public sealed class ShownValue
        {
            public void Update(object value) => NotebookText.Show(value);
        }

        public static class NotebookText
        {
            public static ShownValue Display(this object value, params string[] mimeTypes) => Show(value);

            public static ShownValue DisplayAs(this string content, string mimeType) => mimeType == "text/plain" ? Show(content) : new ShownValue();

            public static ShownValue Show(object value)
            {
                Console.WriteLine(value is null or string ? value : Formatted(value) ?? value.ToString());
                return new ShownValue();
            }

            private static readonly HashSet<Type> sources = new();

            private static string Formatted(object value)
            {
                var rows = value.GetType().GetInterfaces().Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>));
                return Formatted(value, Sources(value.GetType()), isMarked: true)
                    ?? Formatted(value, rows.SelectMany(type => Sources(type.GetGenericArguments()[0])).Concat(sources).ToList(), isMarked: false);
            }

            private static List<Type> Sources(Type type)
            {
                var named = type.GetCustomAttributes(inherit: true).Where(each => each.GetType().Name == "TypeFormatterSourceAttribute")
                    .Select(each => (Type)((dynamic)each).FormatterSourceType).ToList();
                sources.UnionWith(named);
                return named;
            }

            private static string Formatted(object value, List<Type> from, bool isMarked)
            {
                foreach (var source in from)
                {
                    var made = Activator.CreateInstance(source, nonPublic: true);
                    foreach (var formatter in (IEnumerable)source.GetMethod("CreateTypeFormatters").Invoke(made, null))
                    {
                        object Of(string property) => formatter.GetType().GetProperty(property)?.GetValue(formatter);
                        if ((string)Of("MimeType") != "text/plain" || !(Of("Type") is Type type ? type.IsInstanceOfType(value) : isMarked))
                            continue;
                        var text = new System.IO.StringWriter();
                        if ((bool)formatter.GetType().GetMethod("Format").Invoke(formatter, [value, text]))
                            return text.ToString().TrimEnd();
                    }
                }
                return null;
            }
        }

        public static class NotebookFolder
        {
            public static void Enter(string folder, [System.Runtime.CompilerServices.CallerFilePath] string program = "") =>
                Environment.CurrentDirectory = System.IO.Path.Combine(System.IO.Path.GetDirectoryName(program), folder);
        }

        """;
}
