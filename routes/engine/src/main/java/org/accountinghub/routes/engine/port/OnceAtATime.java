package org.accountinghub.routes.engine.port;

/** Work that must not run beside itself, neither in this process nor in another one of the same hub. */
@FunctionalInterface
public interface OnceAtATime {

    /**
     * Does the work unless the same is being done already. It is for work that is scheduled anyway and may be repeated: a
     * process that loses its database in the middle does not stop, and another may begin.
     *
     * @param what names the work
     * @return false when it was being done elsewhere, so that nothing was done here
     */
    boolean tryRun(String what, Runnable work);
}
