package za.co.spikedata.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a mapped method what its mapping does not: method and path are the mapping's, and each
 * variable of the path is an id (a UUID).
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Operation {
    /** Names it for programs that are made of the description, such as {@code listDocuments}. */
    String id();

    String summary();

    String description() default "";

    /** Whether anybody may ask, without a token. */
    boolean isOpen() default false;

    Parameter[] parameters() default {};

    Body[] takes() default {};

    Answer answers();

    /** Statuses in which it may end beside those in which every operation may. */
    int[] refuses() default {};

    /** A parameter or a header. */
    @Target({})
    @interface Parameter {
        String name();

        /** {@code header} or {@code query}; without meaning for a header of an answer. */
        String in() default "header";

        Class<?> type() default String.class;

        String says() default "";

        /** A regular expression that it matches (ECMA-262); empty for any. */
        String pattern() default "";

        /** Least, usual and most value of a number; empty for any. */
        int[] range() default {};
    }

    /** A form in which a body comes. */
    @Target({})
    @interface Body {
        /** Its media type. */
        String type() default "application/json";

        /** A record for JSON, text, or bytes; {@link Object} for JSON of any form. */
        Class<?> form() default Object.class;

        /** Names a schema that the description was given; empty for the form's own. */
        String shape() default "";

        String says() default "";
    }

    /** What comes when nothing is wrong. */
    @Target({})
    @interface Answer {
        int status() default 200;

        String says();

        Parameter[] headers() default {};

        Body[] bodies();
    }
}
