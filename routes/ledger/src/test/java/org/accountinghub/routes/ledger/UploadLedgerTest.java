package org.accountinghub.routes.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.routes.engine.port.Upload;
import org.accountinghub.routes.engine.port.Upload.Phase;
import org.accountinghub.routes.engine.port.Upload.State;
import org.accountinghub.routes.engine.port.Upload.Tally;
import org.accountinghub.routes.engine.port.UploadLedger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UploadLedgerTest {

    private static final Tally TWO = new Tally(1, 0, 0, 1, 0);
    private static final String SECRET = "Kundnummer;191212121212";

    private final LedgerFixture fixture = new LedgerFixture();
    private final UploadLedger uploads = fixture.ledger.uploads();

    @AfterEach
    void close() {
        fixture.close();
    }

    private long received(boolean apply) {
        long id = uploads.begin(Register.CUSTOMERS, "kunder.csv", "anna");
        uploads.append(id, 0, SECRET.getBytes(UTF_8));
        uploads.append(id, 1, "second".getBytes(UTF_8));
        uploads.received(id, 29, apply);
        return id;
    }

    private String content(long id) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        uploads.content(id, content);
        return content.toString(UTF_8);
    }

    private String result(long id, Phase phase) throws IOException {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        uploads.result(id, phase, lines);
        return lines.toString(UTF_8);
    }

    private Upload upload(long id) {
        return uploads.find(id).orElseThrow();
    }

    private boolean advance(long id, Phase phase, int from, int to) {
        return uploads.advance(id, phase, from, to, TWO, ("rows to " + to + "\n").getBytes(UTF_8));
    }

    @Test
    void aFileIsKeptSealedUntilTheUploadHasEnded() throws IOException {
        long id = received(true);

        assertThat(content(id)).isEqualTo(SECRET + "second");
        assertThat(fixture.sql
                        .sql("SELECT sealed FROM hub.upload_part")
                        .query(byte[].class)
                        .list())
                .noneMatch(part -> new String(part, UTF_8).contains("1212"));
        uploads.start(id);
        uploads.ended(id, Phase.CHECK, List.of());
        uploads.start(id);
        uploads.ended(id, Phase.APPLY, List.of("a remark"));
        assertThat(upload(id).state()).isEqualTo(State.DONE);
        assertThat(upload(id).remarks()).containsExactly("a remark");
        assertThat(content(id)).isEmpty();
    }

    @Test
    void itIsCheckedThenWaitsForAWordThenIsApplied() throws IOException {
        long id = received(false);
        assertThat(uploads.next()).map(Upload::id).contains(id);

        uploads.start(id);
        assertThat(advance(id, Phase.CHECK, 0, 3)).isTrue();
        assertThat(advance(id, Phase.CHECK, 3, 9)).isTrue();
        uploads.ended(id, Phase.CHECK, List.of());
        assertThat(upload(id).state()).isEqualTo(State.CHECKED);
        assertThat(upload(id).check()).hasValueSatisfying(pass -> {
            assertThat(pass.tally()).isEqualTo(new Tally(2, 0, 0, 2, 0));
            assertThat(pass.ended()).isPresent();
        });
        assertThat(uploads.next()).isEmpty();

        assertThat(uploads.apply(id, "berit")).isTrue();
        assertThat(uploads.apply(id, "berit")).isFalse();
        assertThat(uploads.next()).map(Upload::state).contains(State.APPLYING);
        assertThat(result(id, Phase.CHECK)).isEqualTo("rows to 3\nrows to 9\n");
        assertThat(result(id, Phase.APPLY)).isEmpty();
    }

    @Test
    void aCheckBeginsAnewAndAnApplicationGoesOnWhereItWas() throws IOException {
        long id = received(true);
        uploads.start(id);
        advance(id, Phase.CHECK, 0, 3);
        assertThat(uploads.start(id)).satisfies(again -> {
            assertThat(again.starts()).isEqualTo(2);
            assertThat(again.check()).map(Upload.Pass::place).contains(0);
        });
        assertThat(result(id, Phase.CHECK)).isEmpty();
        advance(id, Phase.CHECK, 0, 3);
        uploads.ended(id, Phase.CHECK, List.of());

        uploads.start(id);
        advance(id, Phase.APPLY, 0, 3);
        Upload again = uploads.start(id);
        assertThat(again.apply()).map(Upload.Pass::place).contains(3);
        assertThat(again.apply()).map(Upload.Pass::tally).contains(TWO);
        assertThat(again.starts()).isEqualTo(1);
    }

    @Test
    void whoIsBehindWritesNothing() throws IOException {
        long id = received(true);
        uploads.start(id);
        assertThat(advance(id, Phase.CHECK, 0, 3)).isTrue();
        assertThat(advance(id, Phase.CHECK, 0, 4)).isFalse();
        assertThat(advance(id, Phase.APPLY, 0, 4)).isFalse();
        assertThat(uploads.cancel(id, "anna")).isTrue();
        assertThat(advance(id, Phase.CHECK, 3, 4)).isFalse();
        assertThat(uploads.cancel(id, "anna")).isFalse();
        assertThat(uploads.apply(id, "anna")).isFalse();
        uploads.ended(id, Phase.CHECK, List.of());
        assertThat(upload(id).state()).isEqualTo(State.CANCELLED);
        assertThat(result(id, Phase.CHECK)).isEqualTo("rows to 3\n");
    }

    @Test
    void whatIsWrittenBesideAnAdvanceIsCommittedWithItOrNotAtAll() {
        long id = received(true);
        uploads.start(id);
        uploads.ended(id, Phase.CHECK, List.of());
        uploads.start(id);
        assertThatThrownBy(() -> uploads.inOneCommit(() -> {
                    fixture.sql
                            .sql("INSERT INTO hub.test_ready (number) VALUES ('beside')")
                            .update();
                    advance(id, Phase.APPLY, 0, 3);
                    throw new IllegalStateException("the hub dies here");
                }))
                .hasMessage("the hub dies here");
        assertThat(upload(id).apply()).map(Upload.Pass::place).contains(0);
        assertThat(fixture.sql
                        .sql("SELECT count(*) FROM hub.test_ready")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void whatIsTriedLeavesNothing() {
        assertThat(uploads.inTrial(() -> trial()))
                .as("told to who can do without writing")
                .isEqualTo("yes");
        assertThat(trial()).isEmpty();
        assertThat(uploads.inTrial(() -> fixture.sql
                        .sql("INSERT INTO hub.test_ready (number) VALUES ('tried')")
                        .update()))
                .isEqualTo(1);
        assertThat(fixture.sql
                        .sql("SELECT count(*) FROM hub.test_ready")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String trial() {
        return fixture.sql
                .sql("SELECT coalesce(current_setting('hub.trial', true), '')")
                .query(String.class)
                .single();
    }

    @Test
    void aRefusalSaysWhyAndForgetsTheFile() throws IOException {
        long id = received(false);
        uploads.giveUp(id, State.REFUSED, new Upload.Refusal("it is empty", "Fill it."));
        assertThat(upload(id).refusal()).contains(new Upload.Refusal("it is empty", "Fill it."));
        assertThat(content(id)).isEmpty();
        assertThat(uploads.next()).isEmpty();
    }

    @Test
    void whatIsOldIsForgotten() {
        long waiting = received(false);
        uploads.start(waiting);
        uploads.ended(waiting, Phase.CHECK, List.of());
        long done = received(false);
        uploads.cancel(done, "anna");
        uploads.purge(Duration.ofDays(7), Duration.ofDays(30));
        assertThat(uploads.newest(10)).extracting(Upload::id).containsExactly(done, waiting);

        fixture.sql
                .sql("UPDATE hub.upload SET heard_at = now() - interval '8 days'")
                .update();
        uploads.purge(Duration.ofDays(7), Duration.ofDays(30));
        assertThat(upload(waiting).state()).isEqualTo(State.CANCELLED);
        assertThat(fixture.sql
                        .sql("SELECT count(*) FROM hub.upload_part")
                        .query(Long.class)
                        .single())
                .isZero();

        fixture.sql
                .sql("UPDATE hub.upload SET heard_at = now() - interval '31 days'")
                .update();
        uploads.purge(Duration.ofDays(7), Duration.ofDays(30));
        assertThat(uploads.find(done)).isEqualTo(Optional.empty());
    }
}
