package org.vitrail.cli.describe;

import org.vitrail.schema.language.Language;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The language of what is printed. */
public final class LanguageOption {

    @Option(
            names = "--language",
            paramLabel = "en|fr",
            converter = Tag.class,
            description = "of what is printed (default: by LC_ALL, LC_MESSAGES or LANG, else en)")
    private Language language;

    /** As asked for, else that of the environment. */
    public Language language() {
        return language == null
                ? Language.ofEnvironment(System.getenv("LC_ALL"), System.getenv("LC_MESSAGES"), System.getenv("LANG"))
                : language;
    }

    /** Reads {@code en} and {@code fr}. */
    static final class Tag implements ITypeConverter<Language> {
        @Override
        public Language convert(String value) {
            for (Language known : Language.values()) {
                if (known.tag().equals(value)) {
                    return known;
                }
            }
            throw new TypeConversionException("'" + value + "' is neither en nor fr");
        }
    }
}
