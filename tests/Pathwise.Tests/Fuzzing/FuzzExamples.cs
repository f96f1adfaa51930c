namespace Pathwise.Tests.Fuzzing;

/// <summary>Small valid files of every kind that the program reads.</summary>
internal static class FuzzExamples
{
    public const string Model = """
        # measurement
        f =~ x1 + 1*x2 + a*x3
        g =~ x4 + start(0.5)*x5 + b1*x6
        g ~ c*f; x1 ~~ x4
        f ~~ 1*f
        x1 ~ 1
        ind := a*c^2 - exp(-(a + 1)/2)
        a == 0.8*b1
        c > 0.1
        """;

    public const string Data = "id,x,\"y, z\",g\nr1,1,2.5,a\nr2,-3e2,NA,\"b\"\"c\"\nr3,,4,d\n";

    public const string Qualtrics = "StartDate,Status,ResponseId,Q1_1,Q1_2\nStart,Type,ID,\"How, 1\",How 2\n\"{\"\"ImportId\"\":\"\"a\"\"}\",\"{\"\"ImportId\"\":\"\"b\"\"}\",\"{\"\"ImportId\"\":\"\"c\"\"}\",\"{\"\"ImportId\"\":\"\"d\"\"}\",\"{\"\"ImportId\"\":\"\"e\"\"}\"\n2024-01-02 10:00:00,0,R_1,5,7\n2024-01-02 11:00:00,1,R_2,1,99\n2024-01-02 12:00:00,0,R_3,3,\n";

    public const string Covariances = ",x1,x2,x3\nx1,1.5,,\nx2,.5,2,\nx3,.25,.5,3\n";

    public const string Means = "x1,x2,x3\n1,2,3\n";

    public const string Codebook = """
        title: A survey
        about: |
          Made up.
        scales:
          - name: s
            title: Satisfaction
            lowest: 1
            highest: 5
            labels: { 1: never, 5: always }
            items:
              - { name: s1, title: First, text: "How often?" }
              - { name: s2, text: How seldom?, reversed: true }
        columns:
          - { name: id, kind: identifier, text: Number }
          - { name: when, kind: time, text: Sent }
          - { name: sex, kind: choice, text: Sex, values: { f: female, m: male } }
        cleaning:
          - { rule: requires, column: sex, value: f, reason: Not asked }
          - { rule: first, column: id, reason: Twice }
          - { rule: in range, reason: Outside }
          - { rule: complete, missing: 1, reason: Blank }
        """;

    public const string StatisticsCsv = """
        id,what,kind,printed,n,df,place,links,details
        m,mean of x,mean,3.45,20,,Table 1,,items: 1; scale: 1-7
        s,sd of x,sd,1.19,20,,Table 1,mean: m,items: 1; scale: 1-7
        chi,fit,chi-square,169.04,92,129,Results,p: p,
        p,its p,p,.010,,,Results,,
        t,test,t,2.10,,18,Results,p: tp,tails: 2
        tp,its p,p,.05,,,Results,,
        all,cases,count,20,,,Methods,sum: a + b,
        a,part,count,12,,,Methods,,
        b,part,count,8,,,Methods,,
        """;

    public const string StatisticsYaml = """
        - id: all
          what: cases
          kind: count
          printed: "20"
          place: Methods
          links: { sum: a + b }
        - { id: a, what: part, kind: count, printed: 12, place: Methods }
        - id: b
          what: part
          kind: count
          printed: 8
          place: "Methods"
          why: not compared
        """;

    public const string Targets = """
        {
          "title": "A survey", "model": ["f =~ x1 + x2 + x3", "g =~ x4 + x5 + x6", "g ~ f"],
          "respondents": 60, "likelihood": "wishart", "scale": {"lowest": 1, "highest": 7},
          "reversed": ["x2"], "distinctRows": true,
          "bootstrap": {"samples": 20, "level": 0.95, "repeats": 10, "central": 0.95},
          "ranges": {"mean": [3.3, 5.6], "sd": [1.25, 1.6], "loading": [0.72, 0.86], "loadings": {"f =~ x1": [0.5, 0.7]}},
          "statistics": [
            {"id": "chi", "kind": "chisq", "printed": "8.21"},
            {"id": "df", "kind": "df", "printed": "8"},
            {"id": "b", "kind": "total", "from": "f", "of": "g", "printed": ".41"},
            {"id": "lo", "kind": "total.lower", "from": "f", "of": "g", "printed": ".10"},
            {"id": "d", "kind": "chisq.diff", "adds": "x1 ~~ x4", "printed": "3.19"}
          ]
        }
        """;

    public const string Recipe = """
        {
          "file": "small.csv", "codebook": "small.codebook.yaml", "about": "Made up.", "seed": 4,
          "answers": { "ratings": { "lowest": 1, "highest": 5, "groups": [3, 2], "between_raters": 0.6, "within_raters": 1.2,
            "items": [ { "name": "s1", "sums": [9, 6] }, { "name": "s2", "sums": [6, 3], "left_out": [1, 0] } ] } },
          "usable": { "values": { "when": "" }, "quotas": [ { "column": "sex", "counts": { "f": 2, "m": 3 } } ] },
          "unusable": [ { "rows": 1, "defect": "straight lined", "values": { "sex": "f" } }, { "rows": 1, "defect": "out of range" } ],
          "identifiers": { "column": "id", "prefix": "r", "digits": 3 },
          "times": { "started": "when", "finished": "when", "first_day": "2010-03-01", "last_day": "2010-03-20", "least_minutes": 4, "most_minutes": 20 },
          "order_by": "when"
        }
        """;

    public const string Notebook = """
        {
          "cells": [
            { "cell_type": "markdown", "id": "a", "metadata": { "tags": ["parameters"] }, "source": ["# Title\n", "Text with $x^2_{ij}$, [a link](01.ipynb) and\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n$$\\left(\\frac{a}{b}\\right) \\begin{matrix} 1 & 2 \\\\ 3 & 4 \\end{matrix}$$"] },
            { "cell_type": "code", "id": "b", "metadata": {}, "execution_count": 1, "source": "1 + 1", "outputs": [
              { "output_type": "stream", "name": "stdout", "text": ["one\n", "two"] },
              { "output_type": "execute_result", "execution_count": 1, "metadata": {}, "data": { "text/plain": "2", "text/html": "<table style=\"color: red\"><tr><td>2</td></tr></table>", "application/json": { "a": [1, null] } } },
              { "output_type": "display_data", "metadata": {}, "data": { "image/svg+xml": "<svg width=\"10\" height=\"10\"></svg>", "application/vnd.plotly.v1+json": { "data": [], "layout": {} }, "text/latex": "$\\sqrt{x}$" } },
              { "output_type": "error", "ename": "E", "evalue": "wrong", "traceback": ["a", "b"] } ] },
            { "cell_type": "raw", "id": "c", "metadata": {}, "source": "as it is" }
          ],
          "metadata": { "kernelspec": { "name": ".net-csharp", "language": "C#", "display_name": ".NET (C#)" }, "language_info": { "name": "C#" } },
          "nbformat": 4, "nbformat_minor": 5
        }
        """;

    public const string Connection = """
        { "shell_port": 50001, "control_port": 50002, "iopub_port": 50003, "stdin_port": 50004, "hb_port": 50005,
          "ip": "127.0.0.1", "transport": "tcp", "signature_scheme": "hmac-sha256", "key": "a-b-c" }
        """;

    public const string Message = """{ "msg_id": "1", "session": "s", "username": "u", "date": "2020-01-01", "msg_type": "execute_request", "version": "5.3", "code": "1", "silent": false }""";
}
