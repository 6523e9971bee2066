package org.accountinghub.connectors.testkit.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.accountinghub.connectors.spi.Connector;

/** The port that a part of the kit is about: whoever implements it has to pass one such part. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface Proves {
    Class<? extends Connector> value();
}
