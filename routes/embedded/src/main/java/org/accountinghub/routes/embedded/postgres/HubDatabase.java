package org.accountinghub.routes.embedded.postgres;

/**
 * One database as the hub expects to find it: owned by the service system's role, with an empty schema {@code hub} that belongs to the hub's role.
 *
 * @param superuser may do everything; for installation and tests only
 * @param serviceOwner the service system's role {@code service_owner}: owns the database and may create the schema {@code service}
 * @param hub the hub's role {@code hub}: owns the schema {@code hub} and may nothing else until it is granted something
 */
public record HubDatabase(DatabaseLogin superuser, DatabaseLogin serviceOwner, DatabaseLogin hub) {}
