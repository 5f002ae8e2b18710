package za.co.spikedata.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a component of a form, or of one value of an enum, what its name and type do not. */
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Says {
    String value() default "";

    /** The media type of bytes. */
    String media() default "";

    /** Characters that a text has at least. */
    int least() default 0;
}
