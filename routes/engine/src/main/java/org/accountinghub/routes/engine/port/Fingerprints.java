package org.accountinghub.routes.engine.port;

import org.accountinghub.mappings.model.register.RegisterField;

/**
 * Keyed hashes of single values, so that what two sides held can be remembered without being kept. The key is a secret of
 * the hub: registration numbers could be guessed from plain hashes. Pure and fast; asks no database.
 */
@FunctionalInterface
public interface Fingerprints {

    /**
     * The same for the same value of the same field of the same record, and for nothing else: the same value of another
     * record has another one.
     *
     * @param partnerId the record's id at the connection's partner
     * @return printable, at most 32 characters
     */
    String of(String connection, String partnerId, RegisterField field, String value);
}
