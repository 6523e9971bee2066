package org.accountinghub.routes.engine;

/** Where one step of a transfer stands. */
public enum StepState {
    PLANNED,
    /** The write was about to be made; what became of it is not recorded yet. */
    INTENDED,
    /** The write was made and its answer is not known. */
    UNCERTAIN,
    DONE
}
