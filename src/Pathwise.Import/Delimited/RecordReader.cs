using System.Text;
using Pathwise.Import.Contents;

namespace Pathwise.Import.Delimited;

/// <summary>
/// Cuts a text into records and fields (RFC 4180): a field that begins with a quotation mark ends at the next one that is not doubled;
/// a mark inside any other field is a letter. Blanks around a field that is not quoted are no part of it.
/// </summary>
internal sealed class RecordReader(string path, TextReader text, char separator)
{
    private readonly StringBuilder field = new();
    private readonly TextPool pool = new();
    private readonly List<string> fields = [];
    private int next = text.Read();
    private int line = 1;

    /// <summary>The line on which the last record begins.</summary>
    public int Line { get; private set; }

    /// <summary>The next record, null at the end.</summary>
    public string[]? Read()
    {
        if (next < 0)
            return null;
        Line = line;
        fields.Clear();
        do
        {
            fields.Add(Field());
            if (fields.Count > ImportLimits.Columns)
                ImportLimits.RequireSize(path, 1, fields.Count);
        }
        while (TakeSeparator());
        TakeLineEnd();
        return [.. fields];
    }

    private string Field()
    {
        field.Clear();
        while (next is ' ' && separator != ' ')
            Advance();
        if (next == '"')
            Quoted();
        var quoted = field.Length;
        while (next >= 0 && next != separator && next is not ('\n' or '\r'))
            Append();
        var length = field.Length;
        while (length > quoted && field[length - 1] == ' ')
            length--;
        return length <= 12 ? pool.Of(field.ToString(0, length)) : field.ToString(0, length);
    }

    private void Quoted()
    {
        var begin = line;
        Advance();
        while (true)
        {
            if (next < 0)
                throw new InputException($"{path}, line {begin}: a quotation mark is never closed.");
            if (next == '"')
            {
                Advance();
                if (next != '"')
                    return;
            }

            Append();
        }
    }

    private bool TakeSeparator()
    {
        if (next != separator)
            return false;
        Advance();
        return true;
    }

    private void TakeLineEnd()
    {
        if (next == '\r')
            Advance();
        if (next == '\n')
            Advance();
    }

    private void Append()
    {
        field.Append((char)next);
        Advance();
    }

    private void Advance()
    {
        var last = next;
        next = text.Read();
        if (last == '\n' || (last == '\r' && next != '\n'))
            line++;
    }
}
