package org.accountinghub.routes.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.accountinghub.mappings.model.register.Register;
import org.accountinghub.mappings.model.register.RegisterField;
import org.accountinghub.routes.engine.Connection;
import org.accountinghub.routes.engine.port.MatchLine;
import org.accountinghub.routes.engine.port.RegisterConflicts;
import org.accountinghub.routes.engine.port.RegisterLedger;
import org.accountinghub.routes.engine.port.RegisterMatches;
import org.accountinghub.routes.engine.port.RegisterRun;
import org.accountinghub.routes.engine.port.RegisterRuns;
import org.accountinghub.routes.engine.port.RunCounts;
import org.junit.jupiter.api.Test;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;

class RegistersApiTest {

    private static final MatchLine SAME = new MatchLine(
            1,
            MatchLine.Kind.SAME,
            Optional.of(new MatchLine.Half("10", "10", "=Åkes; Rör", "5566778899", "41105")),
            Optional.of(new MatchLine.Half("10", "10", "Åkes Rör AB", "5566778899", "41105")),
            100,
            "number and registration number agree",
            Set.of(RegisterField.NAME),
            MatchLine.Decision.OPEN,
            Optional.empty());

    private final List<String> done = new ArrayList<>();
    private boolean approved;
    private boolean replaced;
    private RegisterRun.State state = RegisterRun.State.DUE;

    @Test
    void nothingIsImportedBeforeSomethingIsApproved() throws Exception {
        Ask refused = post("/api/registers/norr/customers/import", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.detail()).contains("./hub registers match norr customers");
        assertThat(done).isEmpty();

        approved = true;
        Ask begun = post("/api/registers/norr/customers/import?whole=true", "");
        assertThat(begun.status()).isEqualTo(202);
        assertThat(begun.json().path("begun").asBoolean()).isTrue();
        assertThat(done).containsExactly("ask norr CUSTOMERS WHOLE administrator");
    }

    @Test
    void aSecondRunIsTheOneThatIsOpen() throws Exception {
        approved = true;
        state = RegisterRun.State.RUNNING;
        JsonNode begun = post("/api/registers/norr/articles/import", "").json();
        assertThat(begun.path("begun").asBoolean()).isFalse();
        assertThat(begun.path("message").asString()).contains("is open for this register already");
    }

    @Test
    void whatIsUnknownIsNamed() throws Exception {
        assertThat(post("/api/registers/vast/customers/match", "").detail()).contains("no connection named vast");
        assertThat(post("/api/registers/norr/orders/match", "").detail()).contains("customers and articles");
        assertThat(get("/api/registers/runs/99").status()).isEqualTo(404);
        assertThat(get("/api/registers/runs?limit=0").detail()).contains("from 1 to 1000");
    }

    @Test
    void registersAreSeenAtAGlance() throws Exception {
        JsonNode all = get("/api/registers").json();
        assertThat(all).hasSize(2);
        assertThat(all.path(0).path("linked").asInt()).isEqualTo(12_000);
        assertThat(all.path(0).path("lastRun").path("counts").path("seen").asInt())
                .isEqualTo(500);
        assertThat(all.path(0).path("match").path("open").path("CONFLICT").asInt())
                .isEqualTo(200);
        assertThat(all.path(0).path("conflicts").asInt()).isEqualTo(3);
        assertThat(all.path(1).path("conflicts").asInt()).as("of articles").isZero();
        assertThat(all.path(0).path("schedule").isNull()).isTrue();
        assertThat(all.path(0).path("export").asBoolean(true)).isFalse();
    }

    @Test
    void allMeansWhatNeedsNoLook() throws Exception {
        JsonNode decided = post("/api/matches/4/approve", "{\"all\":true}").json();
        assertThat(decided.path("changed").asBoolean()).isTrue();
        assertThat(decided.path("message").asString()).contains("A whole import follows by itself");
        assertThat(done).containsExactly("approve [SAME, LINK, CREATE_HERE, CREATE_THERE] administrator");
    }

    @Test
    void aClassThatNeedsALookIsRefusedAsAWhole() throws Exception {
        Ask refused = post("/api/matches/4/approve", "{\"classes\":[\"CONFLICT\"]}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.detail()).contains("CONFLICT is approved line by line");
        assertThat(post("/api/matches/4/approve", "{}").detail()).contains("--all", "--class", "--line");
        assertThat(done).isEmpty();

        assertThat(post("/api/matches/4/approve", "{\"classes\":[\"SAM\"]}").detail())
                .startsWith("classes is SAM; possible are SAME, LINK,");
        assertThat(done).isEmpty();

        post("/api/matches/4/approve", "{\"lines\":[7,8]}");
        post("/api/matches/4/decline", "{\"lines\":[9]}");
        assertThat(done).containsExactly("approveLines [7, 8] administrator", "decline [9] administrator");
    }

    @Test
    void anOldReportDecidesNothing() throws Exception {
        replaced = true;
        assertThat(post("/api/matches/4/approve", "{\"all\":true}").status()).isEqualTo(409);
        assertThat(done).isEmpty();
    }

    @Test
    void theTableForSpreadsheetsHoldsNoFormula() throws Exception {
        var begun = pages().perform(
                        MockMvcRequestBuilders.get("/api/matches/4/lines.csv").header("Authorization", "Bearer key"))
                .andReturn();
        begun.getAsyncResult();
        String text = begun.getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(text)
                .startsWith("\ufeffline;class;")
                .contains("1;SAME;OPEN;10;10;\"'=Åkes; Rör\";Åkes Rör AB;5566778899;")
                .contains(";100;number and registration number agree;name;");
    }

    @Test
    void conflictsAreShownWithBothValuesAndAcknowledged() throws Exception {
        JsonNode conflict = get("/api/conflicts?connection=norr").json().path(0);
        assertThat(conflict.path("ours").asString()).isEqualTo("08-1");
        assertThat(conflict.path("theirs").asString()).isEqualTo("08-2");
        post("/api/conflicts/6/acknowledge", "");
        post("/api/conflicts/acknowledge?connection=norr&register=customers", "");
        assertThat(done)
                .containsExactly(
                        "acknowledge 6 administrator", "acknowledgeAll norr Optional[CUSTOMERS] administrator");
    }

    private Ask get(String path) throws Exception {
        return Ask.get(pages(), path);
    }

    private Ask post(String path, String body) throws Exception {
        return Ask.post(pages(), path, body);
    }

    private MockMvc pages() {
        Desk desk = new Desk().connected("norr", Connection.State.ACTIVE, Optional.empty());
        return MockMvcBuilders.standaloneSetup(
                        new RegistersApi(desk.connectionLedger(), ledger(), runs(), matches(), conflicts()),
                        new MatchesApi(matches()),
                        new ConflictsApi(conflicts()))
                .setMessageConverters(new JacksonJsonHttpMessageConverter())
                .setControllerAdvice(new ApiErrors())
                .addFilters(new RequestLimits(1_000_000), new ApiKeys("key"))
                .build();
    }

    private RegisterLedger ledger() {
        return port(RegisterLedger.class, Map.of("links", asked -> 12_000L));
    }

    private RegisterRuns runs() {
        return port(
                RegisterRuns.class,
                Map.of(
                        "ask",
                        asked -> {
                            done.add("ask " + asked[0] + " " + asked[1] + " " + asked[2] + " " + asked[3]);
                            return run((Register) asked[1], (RegisterRun.Kind) asked[2]);
                        },
                        "runs",
                        asked -> List.of(run(Register.CUSTOMERS, RegisterRun.Kind.CHANGES)),
                        "run",
                        asked -> Optional.empty()));
    }

    private RegisterRun run(Register register, RegisterRun.Kind kind) {
        return new RegisterRun(
                1,
                "norr",
                register,
                kind,
                state,
                "Maria",
                Desk.NOW,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                new RunCounts(1, 500, 0, 0, 0, 500, 0, 0, 0, 1),
                Optional.of(20_000L),
                Optional.empty());
    }

    private RegisterMatches matches() {
        RegisterMatches.Match match = new RegisterMatches.Match(
                4,
                1,
                "norr",
                Register.CUSTOMERS,
                Instant.EPOCH,
                0,
                Map.of(MatchLine.Kind.SAME, 12_000L, MatchLine.Kind.CONFLICT, 200L),
                Map.of(MatchLine.Kind.CONFLICT, 200L),
                replaced);
        return new Matches(match);
    }

    private RegisterConflicts conflicts() {
        return port(
                RegisterConflicts.class,
                Map.of(
                        "open",
                        asked -> asked[1].equals(Optional.of(Register.CUSTOMERS)) ? 3L : 0L,
                        "conflicts",
                        asked -> List.of(new RegisterConflicts.Conflict(
                                6,
                                "norr",
                                Register.CUSTOMERS,
                                "10",
                                "10",
                                RegisterField.PHONE,
                                "08-1",
                                "08-2",
                                RegisterConflicts.Settled.STORE_WON,
                                Desk.NOW,
                                Optional.empty())),
                        "acknowledge",
                        asked -> done.add("acknowledge " + asked[0] + " " + asked[1]),
                        "acknowledgeAll",
                        asked -> {
                            RegisterConflicts.Filter filter = (RegisterConflicts.Filter) asked[0];
                            done.add("acknowledgeAll " + filter.connection().orElse("") + " " + filter.register() + " "
                                    + asked[1]);
                            return 2;
                        }));
    }

    private static <T> T port(Class<T> type, Map<String, Function<Object[], Object>> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, asked) -> {
                    Function<Object[], Object> answer = answers.get(method.getName());
                    if (answer == null) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    return answer.apply(asked == null ? new Object[0] : asked);
                }));
    }

    private final class Matches implements RegisterMatches {
        private final Match match;

        Matches(Match match) {
            this.match = match;
        }

        @Override
        public void save(RegisterRuns.Claim claim, List<MatchLine> lines, long linked) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean approved(String connection, Register register) {
            return approved;
        }

        @Override
        public Optional<Match> newest(String connection, Register register) {
            return Optional.of(match);
        }

        @Override
        public Optional<Match> match(long matchId) {
            return Optional.of(match).filter(one -> one.id() == matchId);
        }

        @Override
        public void lines(long matchId, Filter filter, Consumer<MatchLine> taker) {
            taker.accept(SAME);
        }

        @Override
        public List<MatchLine> lines(long matchId, Filter filter, int after, int limit) {
            return List.of(SAME);
        }

        @Override
        public Approval approve(long matchId, Collection<MatchLine.Kind> kinds, String who) {
            done.add("approve " + kinds + " " + who);
            return new Approval(12_000, 12_000, List.of());
        }

        @Override
        public Approval approveLines(long matchId, Collection<Integer> lines, String who) {
            done.add("approveLines " + lines + " " + who);
            return new Approval(lines.size(), lines.size(), List.of());
        }

        @Override
        public int decline(long matchId, Collection<Integer> lines, String who) {
            done.add("decline " + lines + " " + who);
            return lines.size();
        }
    }
}
