package org.accountinghub.connectors.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.accountinghub.connectors.http.AllowedAddresses;
import org.accountinghub.connectors.http.RawClient;
import org.accountinghub.connectors.soap.SoapAnswer.Faulted;
import org.accountinghub.connectors.soap.SoapAnswer.Said;
import org.accountinghub.connectors.soap.Warehouse.Put;
import org.accountinghub.connectors.soap.Warehouse.PutAnswer;
import org.accountinghub.connectors.soap.Warehouse.Take;
import org.accountinghub.connectors.soap.Warehouse.TakeAnswer;
import org.accountinghub.connectors.spi.Conversation;
import org.accountinghub.connectors.spi.Exchange;
import org.accountinghub.connectors.spi.Secret;
import org.accountinghub.connectors.testkit.RawServer;
import org.junit.jupiter.api.Test;

class SoapServiceTest {

    @Test
    void anAnswerIsReadAndWhatThePartnerAddedIsPassedOver() throws IOException {
        try (RawServer server =
                Calls.always(200, Calls.answer("<Shelf>Å1</Shelf><New><Thing>x</Thing></New><Weight>2.50</Weight>"))) {
            PutAnswer said = said(Calls.put(server, "bolt"));

            assertThat(said.shelf).isEqualTo("Å1");
            assertThat(said.weight).isEqualTo(new BigDecimal("2.50"));
        }
    }

    @Test
    void anOperationWithoutWrapperIsCalledTheSameWay() throws IOException {
        String body = Calls.envelope(
                "<TakeResponse xmlns=\"" + Warehouse.NAMESPACE + "\"><Thing>bolt</Thing></TakeResponse>");
        try (RawServer server = Calls.always(200, body)) {
            SoapCall call = new SoapCall(
                    "Warehouse Take", server.uri("/warehouse.asmx"), "Take", new Take(), Map.of(), List.of());
            assertThat(Calls.SERVICE.call(
                            Calls.client(server, Duration.ofSeconds(5)), call, TakeAnswer.class, Conversation.UNHEARD))
                    .isInstanceOfSatisfying(
                            Said.class,
                            said -> assertThat(((TakeAnswer) said.body()).thing).isEqualTo("bolt"));
        }
    }

    @Test
    void aFaultIsItsCodeAndWordsWhateverTheStatus() throws IOException {
        for (int status : new int[] {200, 400, 500}) {
            try (RawServer server = Calls.always(status, Calls.fault("Server", "Object reference not set"))) {
                assertThat(Calls.put(server, "bolt")).isInstanceOfSatisfying(Faulted.class, fault -> {
                    assertThat(fault.status()).isEqualTo(status);
                    assertThat(fault.code()).isEqualTo("Server");
                    assertThat(fault.words()).isEqualTo("Object reference not set");
                    assertThat(fault.toString()).doesNotContain("Object");
                });
            }
        }
    }

    @Test
    void theSessionTravelsWithItsCallAlone() throws IOException {
        List<Exchange> heard = new ArrayList<>();
        try (RawServer server = Calls.always(200, Calls.answer("<Shelf>A1</Shelf>"))) {
            SoapCall call = Calls.call(server, Put.of("bolt"));
            Conversation conversation = heard::add;
            Calls.SERVICE.call(
                    Calls.client(server, Duration.ofSeconds(5)),
                    call.inSession("ASP.NET_SessionId", new Secret("the-session")),
                    PutAnswer.class,
                    conversation);
            Calls.put(server, "nut");

            assertThat(server.heads().get(0)).contains("Cookie: ASP.NET_SessionId=the-session");
            assertThat(server.heads().get(0)).contains("SOAPAction: \"" + Warehouse.NAMESPACE + "/Put\"");
            assertThat(server.heads().get(1)).noneMatch(line -> line.startsWith("Cookie"));
            assertThat(heard).singleElement().satisfies(exchange -> {
                assertThat(exchange.operation()).isEqualTo("Warehouse Put");
                assertThat(exchange.toString()).doesNotContain("the-session");
            });
        }
    }

    @Test
    void aPasswordShowsNeitherInTheExchangeNorInALog() throws IOException {
        List<String> logged = new ArrayList<>();
        List<Exchange> heard = new ArrayList<>();
        Handler handler = remembering(logged);
        Logger root = Logger.getLogger("");
        Level before = root.getLevel();
        root.addHandler(handler);
        root.setLevel(Level.ALL);
        try (RawServer server = Calls.always(500, Calls.fault("Server", "no: s3cret&word"))) {
            Put put = Put.of("bolt");
            put.password = "s3cret&word";
            Calls.SERVICE.call(
                    Calls.client(server, Duration.ofSeconds(5)), Calls.call(server, put), PutAnswer.class, heard::add);
        } finally {
            root.removeHandler(handler);
            root.setLevel(before);
        }
        assertThat(logged).noneMatch(text -> text.contains("s3cret"));
        assertThat(heard)
                .singleElement()
                .satisfies(exchange ->
                        assertThat(exchange.request()).contains("Password>***<").doesNotContain("s3cret"));
    }

    @Test
    void oneClientServesManyThreadsWithoutMixingTheirCalls() throws Exception {
        int threads = 8;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<RawServer> servers = new ArrayList<>();
        try {
            List<Callable<String>> work = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                String shelf = "shelf-" + i;
                RawServer server = Calls.always(200, Calls.answer("<Shelf>" + shelf + "</Shelf>"));
                servers.add(server);
                for (int call = 0; call < 25; call++) {
                    work.add(() -> said(Calls.put(server, "bolt")).shelf.equals(shelf) ? "" : "mixed up: " + shelf);
                }
            }
            for (Future<String> done : pool.invokeAll(work)) {
                assertThat(done.get()).isEmpty();
            }
            assertThat(servers)
                    .allSatisfy(server -> assertThat(server.requests()).hasSize(25));
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            pool.shutdownNow();
            servers.forEach(RawServer::close);
        }
    }

    @Test
    void anOperationThatTheServiceLacksIsABug() {
        SoapCall call =
                new SoapCall("x", URI.create("http://127.0.0.1:1/"), "Nothing", Put.of("x"), Map.of(), List.of());
        assertThatThrownBy(() -> Calls.SERVICE.call(
                        new RawClient(AllowedAddresses.of(), Duration.ofSeconds(1), InstantSource.system()),
                        call,
                        PutAnswer.class,
                        Conversation.UNHEARD))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static PutAnswer said(SoapAnswer<PutAnswer> answer) {
        if (answer instanceof Said<PutAnswer> said) {
            return said.body();
        }
        throw new AssertionError("no answer of the operation: " + answer);
    }

    private static Handler remembering(List<String> texts) {
        return new Handler() {
            @Override
            public synchronized void publish(LogRecord entry) {
                texts.add(entry.getLevel() + " " + entry.getMessage() + " " + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
