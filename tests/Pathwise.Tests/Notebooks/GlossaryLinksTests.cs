using Pathwise.Notebooks.Documents;
using Pathwise.Notebooks.Html;
using Pathwise.Notebooks.Replication;
using Xunit;

namespace Pathwise.Tests.Notebooks;

/// <summary>Notebooks and glossary speak of the same terms.</summary>
public sealed class GlossaryLinksTests
{
    private static readonly Glossary Terms = Glossary.Beside(Path.Combine(Repository.Root, "notebooks"))!;
    private static readonly IReadOnlyList<(string Name, Notebook Notebook)> Notebooks =
        [.. new Study(Repository.Root).Notebooks.Select(path => (Path.GetFileName(path), NotebookReader.Read(path)))];

    [Fact]
    public void Links_OfEveryNotebook_LeadToATerm()
    {
        var slugs = Terms.Terms.Select(term => term.Slug).ToHashSet();
        Assert.Empty(Notebooks.SelectMany(each => TermMentions.Links(each.Notebook).Where(slug => !slugs.Contains(slug)).Select(slug => $"{each.Name}: {slug}")));
    }

    [Fact]
    public void Terms_OfTheGlossary_AreEachLinkedFromANotebook() =>
        Assert.Empty(Terms.Terms.Select(term => term.Slug).Except(Notebooks.SelectMany(each => TermMentions.Links(each.Notebook))));

    [Fact]
    public void FirstMentions_InEveryNotebook_AreLinks()
    {
        var mentions = new TermMentions(Terms);
        var bare = from each in Notebooks
                   from first in mentions.In(each.Notebook).DistinctBy(mention => mention.Slug)
                   where !first.IsLinked
                   select $"{each.Name}: {first.Words}";
        Assert.True(!bare.Any(), string.Join("; ", bare));
    }
}
