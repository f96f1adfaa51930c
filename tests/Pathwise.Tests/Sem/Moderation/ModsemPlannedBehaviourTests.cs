using Pathwise.Sem.Specification;
using Xunit;

namespace Pathwise.Tests.Sem.Moderation;

/// <summary>
/// What modsem 1.0.5 (with lavaan 0.6-19) prints for its data <c>TPB</c> (theory of planned behaviour, synthetic), by doubly centred product indicators (reference page modsem_pi; commit 05659d05 of
/// Kss2k/modsem), typed with three digits. The data are not at hand: the model is fitted to the covariances that the printed estimates imply. The covariance of the product with the residual of its explained factor is zero there.
/// </summary>
public sealed class ModsemPlannedBehaviourTests
{
    private const string Model = """
        ATT =~ att1 + att2 + att3 + att4 + att5
        SN =~ sn1 + sn2
        PBC =~ pbc1 + pbc2 + pbc3
        INT =~ int1 + int2 + int3
        BEH =~ b1 + b2
        INT:PBC =~ int1:pbc1 + int2:pbc1 + int3:pbc1 + int1:pbc2 + int2:pbc2 + int3:pbc2 + int1:pbc3 + int2:pbc3 + int3:pbc3
        INT ~ ATT + SN + PBC
        BEH ~ INT + PBC + INT:PBC
        ATT ~~ SN + PBC + INT:PBC
        SN ~~ PBC + INT:PBC
        PBC ~~ INT:PBC
        INT:PBC ~~ 0*INT
        int1:pbc1 ~~ int1:pbc2 + int1:pbc3 + int2:pbc1 + int3:pbc1
        int1:pbc2 ~~ int1:pbc3 + int2:pbc2 + int3:pbc2
        int1:pbc3 ~~ int2:pbc3 + int3:pbc3
        int2:pbc1 ~~ int2:pbc2 + int2:pbc3 + int3:pbc1
        int2:pbc2 ~~ int2:pbc3 + int3:pbc2
        int2:pbc3 ~~ int3:pbc3
        int3:pbc1 ~~ int3:pbc2 + int3:pbc3
        int3:pbc2 ~~ int3:pbc3
        """;

    // Estimate and standard error.
    private const string Printed = """
        ATT=~att2 .878 .012, ATT=~att3 .789 .012, ATT=~att4 .695 .011, ATT=~att5 .887 .013, SN=~sn2 .889 .017, PBC=~pbc2 .912 .013, PBC=~pbc3 .801 .012, INT=~int2 .914 .016, INT=~int3 .808 .015, BEH=~b2 .960 .030
        INT:PBC=~int2:pbc1 .931 .015, INT:PBC=~int3:pbc1 .774 .013, INT:PBC=~int1:pbc2 .893 .013, INT:PBC=~int2:pbc2 .826 .017, INT:PBC=~int3:pbc2 .690 .015, INT:PBC=~int1:pbc3 .799 .012, INT:PBC=~int2:pbc3 .738 .015, INT:PBC=~int3:pbc3 .622 .014
        INT~ATT .213 .026, INT~SN .177 .028, INT~PBC .217 .030, BEH~INT .191 .024, BEH~PBC .230 .022, BEH~INT:PBC .204 .018, ATT~~SN .629 .029, ATT~~PBC .678 .029, SN~~PBC .678 .029
        int1:pbc1~~int1:pbc2 .126 .009, int1:pbc1~~int1:pbc3 .102 .007, int1:pbc1~~int2:pbc1 .104 .007, int1:pbc1~~int3:pbc1 .091 .006, int1:pbc2~~int1:pbc3 .095 .007, int1:pbc2~~int2:pbc2 .128 .007, int1:pbc2~~int3:pbc2 .119 .006
        int1:pbc3~~int2:pbc3 .110 .006, int1:pbc3~~int3:pbc3 .097 .005, int2:pbc1~~int2:pbc2 .152 .008, int2:pbc1~~int2:pbc3 .138 .007, int2:pbc1~~int3:pbc1 .082 .006, int2:pbc2~~int2:pbc3 .121 .007, int2:pbc2~~int3:pbc2 .104 .005
        int2:pbc3~~int3:pbc3 .087 .005, int3:pbc1~~int3:pbc2 .139 .007, int3:pbc1~~int3:pbc3 .123 .006, int3:pbc2~~int3:pbc3 .114 .005, ATT~~INT:PBC .086 .024, SN~~INT:PBC .055 .025, PBC~~INT:PBC .087 .024
        att1~~att1 .167 .007, att2~~att2 .150 .006, att3~~att3 .160 .006, att4~~att4 .163 .006, att5~~att5 .159 .006, sn1~~sn1 .178 .015, sn2~~sn2 .156 .012, pbc1~~pbc1 .145 .008, pbc2~~pbc2 .160 .007, pbc3~~pbc3 .154 .007
        int1~~int1 .158 .009, int2~~int2 .160 .008, int3~~int3 .167 .007, b1~~b1 .186 .018, b2~~b2 .135 .017, int1:pbc1~~int1:pbc1 .266 .013, int2:pbc1~~int2:pbc1 .292 .012, int3:pbc1~~int3:pbc1 .251 .010
        int1:pbc2~~int1:pbc2 .290 .012, int2:pbc2~~int2:pbc2 .269 .010, int3:pbc2~~int3:pbc2 .253 .009, int1:pbc3~~int1:pbc3 .223 .009, int2:pbc3~~int2:pbc3 .234 .008, int3:pbc3~~int3:pbc3 .203 .007
        ATT~~ATT .998 .037, SN~~SN .987 .039, PBC~~PBC .962 .035, INT~~INT .490 .020, BEH~~BEH .455 .023, INT:PBC~~INT:PBC 1.020 .041
        """;

    [Fact]
    public void Fit_ProductIndicatorsOfPlannedBehaviour_HasTheParametersAndErrorsThatModsemPrints() => ModsemNumbersTests.Compare(Model, Printed, 78, 222);

    // Unless the syntax says otherwise, a product's covariance with the residual of its explained factor is free.
    [Fact]
    public void Table_ProductOfAnExplainedFactor_FreesItsCovarianceWithTheResidual() =>
        Assert.Equal(79, ModelSpecification.Parse(Model.Replace("INT:PBC ~~ 0*INT\n", "", StringComparison.Ordinal)).Table(new() { FixedX = false }).FreeCount);
}
