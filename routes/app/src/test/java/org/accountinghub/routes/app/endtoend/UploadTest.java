package org.accountinghub.routes.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.accountinghub.routes.cli.HubRefusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A register as a file, through the API into the store and back as a result. */
class UploadTest {

    private static final String CUSTOMERS = """
            Kundnummer;Namn;Orgnr;Land;E-post;Språk;Kontakt
            UP-1;Åsas Rör AB;556012-5790;Sverige;asa@example.com;sv;x
            UP-2;Bertil;556012-5791;SE;;;
            UP-3;;;;;;
            ;Utan nummer;;;;;
            """;

    private final Stage stage = Stage.shared();

    @TempDir
    private Path folder;

    private JsonNode upload(String register, String text, boolean apply) throws IOException {
        Path file = Files.writeString(folder.resolve("register.csv"), text);
        String path = "/api/uploads?register=" + register + "&name=register.csv&apply=" + apply;
        return ended(stage.api().upload(path, file));
    }

    private JsonNode ended(JsonNode upload) {
        String path = "/api/uploads/" + upload.path("id").asLong();
        return await().until(
                        () -> stage.api().get(path),
                        now -> !now.path("state").asString("").matches("RECEIVING|CHECKING|APPLYING"));
    }

    private String lines(JsonNode upload, String phase) throws IOException {
        Path file = folder.resolve("lines.csv");
        stage.api().download("/api/uploads/" + upload.path("id").asLong() + "/" + phase, file);
        return Files.readString(file);
    }

    private static String rows(JsonNode pass) {
        return pass.path("created").asInt() + " " + pass.path("updated").asInt() + " "
                + pass.path("unchanged").asInt() + " " + pass.path("refused").asInt() + " "
                + pass.path("ignored").asInt();
    }

    @Test
    void itIsShownThenAppliedAndTheSameFileAgainChangesNothing() throws IOException {
        JsonNode checked = upload("customers", CUSTOMERS, false);
        assertThat(checked.path("state").asString("")).isEqualTo("CHECKED");
        assertThat(rows(checked.path("check"))).isEqualTo("1 0 0 2 1");
        assertThat(checked.path("remarks").get(0).asString("")).contains("\"Kontakt\"");
        assertThat(lines(checked, "check"))
                .contains("2;UP-1;created;", "last digit does not fit", "4;UP-3;refused;", "a customer needs a name")
                .contains("5;;ignored;It has no number.")
                .doesNotContain("5791");

        JsonNode again = upload("customers", CUSTOMERS, false);
        assertThat(rows(again.path("check"))).as("trying left nothing").isEqualTo("1 0 0 2 1");

        assertThat(stage.api()
                        .post("/api/uploads/" + checked.path("id").asLong() + "/apply", Map.of())
                        .path("changed")
                        .asBoolean())
                .isTrue();
        JsonNode done = ended(checked);
        assertThat(done.path("state").asString("")).isEqualTo("DONE");
        assertThat(rows(done.path("result"))).isEqualTo("1 0 0 2 1");

        JsonNode twice = upload("customers", CUSTOMERS, true);
        assertThat(rows(twice.path("result"))).isEqualTo("0 0 1 2 1");
        JsonNode changed = upload("customers", "Customer no,Phone,E-mail\nUP-1,070-123 45 67,(clear)\n", true);
        assertThat(rows(changed.path("result"))).isEqualTo("0 1 0 0 0");
        assertThat(rows(upload("customers", "Kundnr;Telefon;Mail\nUP-1;070-123 45 67;\n", true)
                        .path("result")))
                .isEqualTo("0 0 1 0 0");
    }

    @Test
    void articlesHavePricesAsSwedesWriteThem() throws IOException {
        String file =
                "Artikelnr;Benämning;Enhet;Pris;Moms;Aktiv\nUA-1;Timme;h;1 234,50;25 %;ja\nUA-2;Rör;m;1.234;25;ja\n";
        JsonNode done = upload("articles", file, true);
        assertThat(rows(done.path("result"))).isEqualTo("1 0 0 1 0");
        assertThat(lines(done, "result")).contains("3;UA-2;refused;", "thousands or decimals");
        String plain = "Article number,Sales price,VAT rate\nUA-1,1234.50,25\n";
        assertThat(rows(upload("articles", plain, true).path("result"))).isEqualTo("0 0 1 0 0");
    }

    @Test
    void aHostileFileIsRefusedAndNothingOfItStays() throws IOException {
        JsonNode refused = upload("customers", "Kundnr;Namn\nUP-9;X\nUP-10;\"Y\n", true);
        assertThat(refused.path("state").asString("")).isEqualTo("REFUSED");
        assertThat(refused.path("reason").asString("")).contains("row 3 is never closed");
        assertThat(refused.path("remedy").asString("")).isNotBlank();
        assertThatThrownBy(() -> lines(refused, "result"))
                .isInstanceOf(HubRefusal.class)
                .hasMessageContaining("REFUSED");
        assertThat(rows(upload("customers", "Kundnr;Namn\nUP-9;X\n", false).path("check")))
                .isEqualTo("1 0 0 0 0");
    }
}
