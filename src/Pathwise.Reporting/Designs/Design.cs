using System.Collections;
using Pathwise.Reporting.Exhibits;
using Pathwise.Reporting.Tables;

namespace Pathwise.Reporting.Designs;

/// <summary>How the results of one type are shown: in text, in HTML and by the command line.</summary>
internal sealed class Design
{
    private readonly Func<object, Exhibit>? alone;
    private readonly Func<IEnumerable, Table>? rows;

    private Design(Type type, Func<object, Exhibit>? alone, Func<IEnumerable, Table>? rows) => (Type, this.alone, this.rows) = (type, alone, rows);

    /// <summary>The type; types derived from it that have no design of their own are shown by this one, too.</summary>
    public Type Type { get; }

    /// <summary>A result that is shown by itself.</summary>
    public static Design Alone<T>(Func<T, Exhibit> shown) => new(typeof(T), value => shown((T)value), null);

    /// <summary>Rows of a table, be they one or many.</summary>
    public static Design Rows<T>(Func<IReadOnlyList<T>, Table> shown)
    {
        Table Show(IEnumerable rows) => shown([.. rows.Cast<T>()]);
        return new(typeof(T), value => Show(new[] { value }), Show);
    }

    /// <summary>A type whose plain facts are enough: its numbers and words, and the lists that it has.</summary>
    public static Design Plain<T>() => new(typeof(T), null, null);

    /// <summary>The exhibit of one result; null where its plain facts are to be shown.</summary>
    public Exhibit? Of(object value) => alone?.Invoke(value);

    /// <summary>The table of several; null where there is none but that of their plain facts.</summary>
    public Table? OfRows(IEnumerable values) => rows?.Invoke(values);
}
