using System.Text.Json;
using Pathwise.Sem.Intervals;
using Pathwise.Sem.Mediation;

namespace Pathwise.Json;

/// <summary>Tests of indirect effects and of direct paths as JSON, where they were asked for.</summary>
internal sealed class MediationJson(Utf8JsonWriter json, bool hasGroups)
{
    public void Write(IReadOnlyList<MediationTest> tests, IReadOnlyList<DirectPathEquivalence> equivalences)
    {
        if (tests.Count > 0)
            json.Rows("mediationTests", tests, Write);
        if (equivalences.Count > 0)
            json.Rows("equivalence", equivalences, Write);
    }

    private void Write(MediationTest each)
    {
        json.WriteString("effect", each.Effect.Name);
        Group(each.Effect.Group, each.Effect.GroupLabel);
        json.WriteString("test", each.Kind.Text());
        json.WriteString("hypothesis", each.Hypothesis);
        json.Number("statistic", each.Statistic);
        json.Number("df", each.DegreesOfFreedom);
        json.Number("p", each.PValue);
        json.WriteString("weakest", each.Weakest);
        json.WriteString("why", each.Why);
    }

    private void Write(DirectPathEquivalence each)
    {
        json.WriteString("lhs", each.Outcome);
        json.WriteString("rhs", each.Cause);
        Group(each.Group, each.GroupLabel);
        json.WriteNumber("bound", each.Bound);
        json.WriteNumber("alpha", each.Alpha);
        json.Number("direct", each.Direct);
        json.Number("level", each.Interval?.Level);
        json.Number("lower", each.Interval?.Lower);
        json.Number("upper", each.Interval?.Upper);
        json.Number("pLower", each.LowerPValue);
        json.Number("pUpper", each.UpperPValue);
        json.Number("p", each.PValue);
        json.Number("indirect", each.Indirect);
        json.Number("correlation", each.Correlation);
        Flag("negligible", each.IsNegligible);
        Flag("substantial", each.IsSubstantial);
        json.WriteString("why", each.Why);
    }

    private void Group(int number, string label)
    {
        if (!hasGroups)
            return;
        json.WriteNumber("group", number);
        json.WriteString("groupLabel", label);
    }

    private void Flag(string name, bool? value)
    {
        if (value is { } known)
            json.WriteBoolean(name, known);
        else
            json.WriteNull(name);
    }
}
