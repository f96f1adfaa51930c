namespace Pathwise.Sem.Categorical;

/// <summary>
/// One of the statistics that models of ordered variables are fitted to, named as in lavaan: <c>x|t1</c> a threshold, <c>y~1</c> a mean with its sign
/// turned, <c>y~~y</c> a variance, <c>x~~y</c> a correlation or, with a continuous variable, a covariance.
/// </summary>
[TypeFormatterSource]
public sealed record SampleStatistic(string Name, double Value, double StandardError);
