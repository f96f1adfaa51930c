using Pathwise.Sem.Specification;

namespace Pathwise.Sem.Inference;

/// <summary>
/// What freeing one fixed parameter would gain: the expected drop of the chi-square (Sorbom 1989) and the expected
/// parameter change, raw and standardized as lavaan's epc, sepc.lv, sepc.all and sepc.nox.
/// </summary>
[TypeFormatterSource]
public sealed record ModificationIndex(
    string Lhs,
    Operator Operator,
    string Rhs,
    int Group,
    double Drop,
    double Change,
    double? ChangeStdLv,
    double? ChangeStdAll,
    double? ChangeStdNoX);
