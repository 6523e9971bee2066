package org.accountinghub.routes.engine.memory;

/** What may go wrong with a call to a {@link MemoryPartner}. */
public interface Luck {

    /** Not carried out, and said so. */
    boolean refused();

    /** The answer to a write is lost. */
    boolean lost();

    /** Whether the write whose answer is lost was carried out. */
    boolean carriedOut();

    Luck GOOD = new Luck() {
        @Override
        public boolean refused() {
            return false;
        }

        @Override
        public boolean lost() {
            return false;
        }

        @Override
        public boolean carriedOut() {
            return true;
        }
    };
}
