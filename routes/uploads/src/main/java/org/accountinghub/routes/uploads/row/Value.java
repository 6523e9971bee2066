package org.accountinghub.routes.uploads.row;

/** What was made of a cell. */
sealed interface Value {

    /** Nothing stands there: the record's field stays as it is. */
    record Left() implements Value {}

    /** In the field's canonical form; empty = it shall lose its value. */
    record Given(String canonical) implements Value {}

    /** It cannot be taken. */
    record Wrong(Fault fault) implements Value {}

    static Value wrong(String problem, String remedy) {
        return new Wrong(new Fault(problem, remedy));
    }
}
