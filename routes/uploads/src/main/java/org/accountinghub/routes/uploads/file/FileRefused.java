package org.accountinghub.routes.uploads.file;

/** A file that cannot be taken as a whole: what is wrong with it, and what to do. Nothing of it was written. */
public final class FileRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    public FileRefused(String reason, String remedy) {
        super(reason, null, false, false);
        this.remedy = remedy;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public String remedy() {
        return remedy;
    }
}
