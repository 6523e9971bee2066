package org.accountinghub.connectors.spi;

/** A setting is missing or wrong. The message names the setting and the remedy, never a secret's value. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String setting;

    public InvalidSettingsException(String setting, String message) {
        super(setting + ": " + message);
        this.setting = setting;
    }

    public String setting() {
        return setting;
    }
}
