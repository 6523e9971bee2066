package org.accountinghub.routes.engine.port;

/**
 * What a run has done so far.
 *
 * @param seen records listed, each once
 * @param created in the store
 * @param updated in the store, deactivated ones included
 * @param exported for which a transfer was made
 * @param conflicts fields
 * @param calls questions put to the partner that were answered
 */
public record RunCounts(
        long pages,
        long seen,
        long created,
        long updated,
        long exported,
        long unchanged,
        long skipped,
        long failed,
        long conflicts,
        long calls) {

    public static final RunCounts NONE = new RunCounts(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public RunCounts plus(RunCounts more) {
        return new RunCounts(
                pages + more.pages,
                seen + more.seen,
                created + more.created,
                updated + more.updated,
                exported + more.exported,
                unchanged + more.unchanged,
                skipped + more.skipped,
                failed + more.failed,
                conflicts + more.conflicts,
                calls + more.calls);
    }
}
