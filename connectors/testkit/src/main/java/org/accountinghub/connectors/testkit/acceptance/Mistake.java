package org.accountinghub.connectors.testkit.acceptance;

/** A value that a setting must refuse, named by the setting. */
public record Mistake(String setting, String value) {

    @Override
    public String toString() {
        return setting + " = \"" + value + "\"";
    }
}
