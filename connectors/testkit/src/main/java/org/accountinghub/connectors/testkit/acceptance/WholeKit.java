package org.accountinghub.connectors.testkit.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Stands on the class whose nested classes are the kit for one connector: fails when the connector implements a port that
 * none of them proves, or when another number of tests was executed. Says nothing when {@code -Dtest} picks a part.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ExecutedTests.class)
public @interface WholeKit {

    /** How many tests are executed, those that are made while it runs among them. */
    int tests();
}
