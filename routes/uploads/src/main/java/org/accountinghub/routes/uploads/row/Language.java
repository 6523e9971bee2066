package org.accountinghub.routes.uploads.row;

/** Of headers and of how numbers are written. */
public enum Language {
    SWEDISH,
    ENGLISH
}
