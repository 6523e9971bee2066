package org.accountinghub.routes.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TransferStatesTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            WAITING,    DUE DISMISSED WITHDRAWN SUPERSEDED
            DUE,        QUEUED WAITING DISMISSED WITHDRAWN SUPERSEDED
            QUEUED,     SENDING DUE EXHAUSTED DISMISSED WITHDRAWN SUPERSEDED
            SENDING,    DELIVERED REJECTED DUE QUEUED WAITING EXHAUSTED IN_DOUBT WITHDRAWN
            REJECTED,   DUE DELIVERED DISMISSED WITHDRAWN SUPERSEDED
            EXHAUSTED,  DUE DELIVERED DISMISSED WITHDRAWN SUPERSEDED
            IN_DOUBT,   DUE DELIVERED DISMISSED
            DELIVERED,  ''
            DISMISSED,  DUE
            WITHDRAWN,  DUE
            SUPERSEDED, ''
            """)
    void onlyTheseChangesAreLegal(TransferState from, String to) {
        Set<TransferState> expected = Arrays.stream(to.split(" "))
                .filter(name -> !name.isEmpty())
                .map(TransferState::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        for (TransferState next : TransferState.values()) {
            assertThat(TransferStates.allows(from, next))
                    .as("%s to %s", from, next)
                    .isEqualTo(expected.contains(next));
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsSentWithoutBeingQueuedFirst(TransferState from) {
        assertThat(TransferStates.allows(from, TransferState.SENDING)).isEqualTo(from == TransferState.QUEUED);
    }
}
