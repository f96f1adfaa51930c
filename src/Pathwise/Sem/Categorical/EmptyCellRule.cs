namespace Pathwise.Sem.Categorical;

/// <summary>What is done about cells of a two-way table that nobody is in, before its polychoric correlation is sought. Thresholds keep their values.</summary>
public enum EmptyCellRule
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>
    /// In a table of two by two with one empty cell, half a case goes into it and the others change so that the margins stay (Brown and Benedetti
    /// 1977); nothing in larger tables. Lavaan's default, <c>zero.add = c(0.5, 0)</c>.
    /// </summary>
    HalfInTwoByTwo,

    /// <summary>Each empty cell of any table gets one over the number of cells: all of them together weigh less than one case.</summary>
    ShareOfCells,
}

/// <summary>Rules for empty cells as options name them.</summary>
public static class EmptyCellRuleText
{
    private static readonly string[] Texts = ["none", "0.5 in 2 x 2", "1/(rc)"];

    /// <summary>The rule's text: <c>none</c>, <c>0.5 in 2 x 2</c> or <c>1/(rc)</c>.</summary>
    public static string Text(this EmptyCellRule rule) => Texts[(int)rule];
}
