package org.vitrail.node.rdf;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.NodeValue;

/** CONCAT, REPLACE or REGEX, as it is but within an allowance. SPARQL 1.1 §17.4.3. */
final class BoundedFunction extends ExprFunctionN {
    private final ExprFunctionN function;
    private final Allowance allowance;

    private BoundedFunction(ExprFunctionN function, Allowance allowance) {
        super(function.getFunctionSymbol().getSymbol(), new ExprList(function.getArgs()));
        this.function = function;
        this.allowance = allowance;
    }

    /** The function itself when it needs no bound. */
    static ExprFunctionN of(ExprFunctionN function, Allowance allowance) {
        boolean bounded =
                function instanceof E_StrConcat || function instanceof E_StrReplace || function instanceof E_Regex;
        return bounded ? new BoundedFunction(function, allowance) : function;
    }

    @Override
    public NodeValue eval(List<NodeValue> values) {
        try {
            return bounded(values);
        } catch (PatternSyntaxException e) {
            throw new ExprEvalException("Not a regular expression: " + e.getMessage());
        } catch (StackOverflowError e) {
            throw new CostlyQuery("A regular expression repeats a group too often.");
        }
    }

    private NodeValue bounded(List<NodeValue> values) {
        if (function instanceof E_StrConcat) {
            long length = values.stream()
                    .mapToLong(value -> value.asString().length())
                    .sum();
            allowance.requireText(length, "CONCAT");
            return function.eval(values);
        }
        String text = text(values.getFirst());
        if (function instanceof E_Regex) {
            return NodeValue.booleanReturn(matcher(text, values, 2).find());
        }
        requireReplaced(text, matcher(text, values, 3), values.get(2).asString());
        return function.eval(values);
    }

    private String text(NodeValue value) {
        if (!value.isString() && !value.isLangString()) {
            throw new ExprEvalException(getFunctionSymbol().getSymbol() + " is for texts, not for " + value);
        }
        return value.asNode().getLiteralLexicalForm();
    }

    /** @param flagsAt place of the optional flags */
    private Matcher matcher(String text, List<NodeValue> values, int flagsAt) {
        boolean flagged = values.size() > flagsAt && values.get(flagsAt) != null;
        int flags = flagged ? flags(values.get(flagsAt).asString()) : 0;
        return Pattern.compile(values.get(1).asString(), flags).matcher(new WatchedText(text, allowance));
    }

    /** The longest that the result can be. */
    private void requireReplaced(String text, Matcher matcher, String replacement) {
        long groups = replacement.chars().filter(c -> c == '$').count();
        long length = text.length();
        while (matcher.find()) {
            length += replacement.length() + groups * (matcher.end() - matcher.start());
            allowance.requireText(length, "REPLACE");
        }
    }

    private static int flags(String letters) {
        int flags = 0;
        for (char letter : letters.toCharArray()) {
            flags |= switch (letter) {
                case 'i' -> Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
                case 'm' -> Pattern.MULTILINE;
                case 's' -> Pattern.DOTALL;
                case 'x' -> Pattern.COMMENTS;
                case 'q' -> Pattern.LITERAL;
                default -> throw new ExprEvalException("No flag of a regular expression: " + letter);
            };
        }
        return flags;
    }

    @Override
    public Expr copy(ExprList args) {
        return new BoundedFunction((ExprFunctionN) function.copy(args), allowance);
    }
}
