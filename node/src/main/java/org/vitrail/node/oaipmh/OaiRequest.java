package org.vitrail.node.oaipmh;

import io.gdcc.xoai.exceptions.BadVerbException;
import io.gdcc.xoai.model.oaipmh.verbs.Verb.Argument;
import io.gdcc.xoai.model.oaipmh.verbs.Verb.Type;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A request whose verb is known and whose arguments are those of the verb, each once, each of the right form.
 *
 * @param arguments raw values, to be echoed unaltered; the verb is not among them
 */
record OaiRequest(Type verb, Map<Argument, String> arguments) {
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9\\-_.!~*'()]+");
    private static final Pattern SET_SPEC = Pattern.compile(PREFIX + "(:" + PREFIX + ")*");

    OaiRequest {
        arguments = Collections.unmodifiableMap(new EnumMap<>(arguments));
    }

    /**
     * Reads the arguments of a query or a form.
     *
     * @throws OaiError badVerb or badArgument, OAI-PMH §3.6
     */
    static OaiRequest read(List<FormArguments.Argument> pairs) throws OaiError {
        Type verb = readVerb(pairs);
        EnumMap<Argument, String> arguments = new EnumMap<>(Argument.class);
        for (FormArguments.Argument pair : pairs) {
            if (!pair.name().equals("verb")) {
                Argument argument = known(verb, pair.name());
                if (arguments.put(argument, pair.value()) != null) {
                    throw OaiError.badArgument("The argument " + argument + " is repeated.");
                }
            }
        }
        checkPresence(verb, arguments.keySet());
        checkForm(arguments);
        return new OaiRequest(verb, arguments);
    }

    Optional<String> find(Argument argument) {
        return Optional.ofNullable(arguments.get(argument));
    }

    /** The range of datestamps asked for; throws badArgument where a date is malformed. */
    DateRange dates() throws OaiError {
        return DateRange.read(arguments.get(Argument.From), arguments.get(Argument.Until));
    }

    private static Type readVerb(List<FormArguments.Argument> pairs) throws OaiError {
        List<String> verbs = pairs.stream()
                .filter(pair -> pair.name().equals("verb"))
                .map(FormArguments.Argument::value)
                .toList();
        if (verbs.size() != 1) {
            throw OaiError.badVerb(
                    verbs.isEmpty() ? "The argument verb is missing." : "The argument verb is repeated.");
        }
        try {
            return Type.from(verbs.get(0));
        } catch (BadVerbException e) {
            throw OaiError.badVerb("\"" + verbs.get(0) + "\" is not a verb of OAI-PMH 2.0.");
        }
    }

    private static Argument known(Type verb, String name) throws OaiError {
        for (Argument argument : Argument.values()) {
            if (argument.toString().equals(name) && takes(verb, argument)) {
                return argument;
            }
        }
        throw OaiError.badArgument("The verb " + verb.displayName() + " has no argument \"" + name + "\".");
    }

    private static boolean takes(Type verb, Argument argument) {
        return verb.reqArgs().contains(argument)
                || verb.optArgs().contains(argument)
                || verb.exclArgs().contains(argument);
    }

    private static void checkPresence(Type verb, Set<Argument> present) throws OaiError {
        if (present.contains(Argument.ResumptionToken)) {
            if (present.size() > 1) {
                throw OaiError.badArgument("resumptionToken excludes every other argument.");
            }
            return;
        }
        String missing = verb.reqArgs().stream()
                .filter(argument -> !present.contains(argument) && argument != Argument.Verb)
                .map(Argument::toString)
                .sorted()
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw OaiError.badArgument("The verb " + verb.displayName() + " needs the argument " + missing + ".");
        }
    }

    private static void checkForm(Map<Argument, String> arguments) throws OaiError {
        String prefix = arguments.get(Argument.MetadataPrefix);
        if (prefix != null && !PREFIX.matcher(prefix).matches()) {
            throw OaiError.badArgument("The metadataPrefix is not one: letters, digits and -_.!~*'() only.");
        }
        String set = arguments.get(Argument.Set);
        if (set != null && !SET_SPEC.matcher(set).matches()) {
            throw OaiError.badArgument("The set is not a setSpec: letters, digits, -_.!~*'() and colons between them.");
        }
        DateRange.read(arguments.get(Argument.From), arguments.get(Argument.Until));
    }
}
