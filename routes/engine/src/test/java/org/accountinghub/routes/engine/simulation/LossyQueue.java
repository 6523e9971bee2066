package org.accountinghub.routes.engine.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.accountinghub.routes.engine.Dispatch;
import org.accountinghub.routes.engine.memory.TestClock;
import org.accountinghub.routes.engine.port.TransferQueue;

/** A broker that loses, doubles and reorders messages, and brings back what was not acknowledged. */
final class LossyQueue implements TransferQueue {

    private final TestClock clock;
    private final Random random;
    private final Faults faults;
    private final List<Message> messages = new ArrayList<>();

    LossyQueue(TestClock clock, Random random, Faults faults) {
        this.clock = clock;
        this.random = random;
        this.faults = faults;
    }

    /** A message and how often it was brought. */
    record Message(long transferId, int dispatch, Instant from, int deliveries) {}

    @Override
    public void send(List<Dispatch> portion) {
        faults.moment();
        portion.forEach(this::send);
    }

    private void send(Dispatch dispatch) {
        if (faults.strike(0.05)) {
            return;
        }
        messages.add(new Message(dispatch.transferId(), dispatch.dispatch(), dispatch.dueAt(), 0));
        if (faults.strike(0.1)) {
            Instant later = dispatch.dueAt().plus(faults.upTo(Duration.ofMinutes(2)));
            messages.add(new Message(dispatch.transferId(), dispatch.dispatch(), later, 0));
        }
    }

    /** Any message that is to be delivered by now; nobody else gets it until it is brought back. */
    Optional<Message> take() {
        List<Message> there = messages.stream()
                .filter(message -> !message.from().isAfter(clock.instant()))
                .toList();
        if (there.isEmpty()) {
            return Optional.empty();
        }
        Message taken = there.get(random.nextInt(there.size()));
        messages.remove(taken);
        return Optional.of(taken);
    }

    void bringAgain(Message message, Duration after) {
        messages.add(new Message(
                message.transferId(), message.dispatch(), clock.instant().plus(after), message.deliveries() + 1));
    }
}
