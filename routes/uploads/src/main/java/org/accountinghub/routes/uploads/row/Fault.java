package org.accountinghub.routes.uploads.row;

/**
 * What stands against a value.
 *
 * @param problem in plain words; without the value where that may be a personal number
 */
record Fault(String problem, String remedy) {}
