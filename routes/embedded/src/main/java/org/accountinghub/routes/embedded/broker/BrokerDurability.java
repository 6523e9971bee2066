package org.accountinghub.routes.embedded.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.accountinghub.routes.embedded.Finding;
import org.accountinghub.routes.embedded.StartRefused;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.json.JsonObject;

/** Asks an Artemis, embedded or not, whether it keeps what it accepted and where it puts what it gives up. */
public final class BrokerDurability {

    /** Any address below {@code transfers.}: the broker answers with the settings that hold there. */
    private static final String EXAMPLE = "transfers.example";

    private static final Set<String> KEEPING = Set.of("PAGE", "BLOCK");

    /** What Artemis takes when nothing is said. */
    private static final int DEFAULT_ATTEMPTS = 10;

    private BrokerDurability() {}

    /**
     * What is doubtful about the settings of {@code transfers.#}; empty when all is well.
     *
     * @param login a user with the right {@code manage}; without it the one finding is that nothing could be seen
     * @throws StartRefused when the broker cannot be reached or does not let the user in
     */
    public static List<Finding> findings(BrokerLogin login) {
        try (BrokerManagement management = BrokerManagement.connect(login)) {
            List<Finding> findings = new ArrayList<>();
            if (!management.isOn("persistenceEnabled")) {
                findings.add(Finding.unsafe(
                        "the broker keeps messages in memory only", "Set persistence-enabled to true in broker.xml"));
            } else if (!management.isOn("journalSyncTransactional")
                    || !management.isOn("journalSyncNonTransactional")) {
                findings.add(Finding.unsafe(
                        "the broker confirms messages before they are on its disk",
                        "Set journal-sync-transactional and journal-sync-non-transactional to true in broker.xml"));
            }
            findings.addAll(addressFindings(management.addressSettings(EXAMPLE)));
            return List.copyOf(findings);
        } catch (ActiveMQSecurityException e) {
            return List.of(Finding.doubtful(
                    "the broker does not show its settings to user " + login.user() + " (" + e.getMessage() + ")",
                    "Grant the user the permission manage on the address activemq.management"));
        } catch (ActiveMQException e) {
            throw new StartRefused(
                    "the broker cannot be reached as " + login + " (" + e.getMessage() + ")",
                    "Check HUB_BROKER_URL, the user and the password, and that the broker runs",
                    e);
        }
    }

    private static List<Finding> addressFindings(JsonObject settings) {
        List<Finding> findings = new ArrayList<>();
        if (text(settings, "deadLetterAddress").isEmpty()) {
            findings.add(Finding.unsafe(
                    "the broker has no dead-letter address for transfers.#: it deletes what it gives up",
                    "Set dead-letter-address to " + BrokerConfiguration.DEAD_LETTERS
                            + " in the address-setting transfers.# of broker.xml"));
        }
        String whenFull = text(settings, "addressFullMessagePolicy");
        if (!whenFull.isEmpty() && !KEEPING.contains(whenFull)) {
            findings.add(Finding.unsafe(
                    "the broker's policy for a full address of transfers.# is " + whenFull,
                    "Set address-full-policy to PAGE in the address-setting transfers.# of broker.xml"));
        }
        int attempts = settings.getInt("maxDeliveryAttempts", DEFAULT_ATTEMPTS);
        if (attempts < 1) {
            findings.add(Finding.unsafe(
                    "the broker delivers a message of transfers.# without end",
                    "Set max-delivery-attempts to 6 in the address-setting transfers.# of broker.xml"));
        }
        if ("DROP".equals(text(settings, "diskFullMessagePolicy"))) {
            findings.add(Finding.unsafe(
                    "the broker drops messages of transfers.# when its disk is full",
                    "Set disk-full-policy to FAIL or BLOCK in the address-setting transfers.# of broker.xml"));
        }
        return findings;
    }

    private static String text(JsonObject settings, String name) {
        return settings.getString(name, "");
    }
}
